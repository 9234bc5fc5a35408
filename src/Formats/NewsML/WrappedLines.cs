using System.Net;
using System.Text;
using Newswire.Formats.Markup;
using Newswire.Formats.Wire;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>
/// A paragraph that is a piece of wire copy: agencies put whole texts with indented paragraphs, and tables set with blanks, into one p. HTML
/// would fold their lines into one.
/// </summary>
internal static class WrappedLines
{
    private const int FewestRows = 4;
    private const int Indent = 3;

    /// <summary>HTML that keeps paragraphs and rows; null when the lines of an element mean nothing.</summary>
    public static string? Html(Element element)
    {
        return element is { Name: "p" or "P", First: { IsText: true, Next: null } only } ? Html(only.Text) : null;
    }

    /// <summary>As <see cref="Html(Element)"/>, of a text that is called plain and has one pair of tags around it.</summary>
    public static string? OfOneParagraph(string text)
    {
        text = text.Trim();
        const string Start = "<p>", End = "</p>";
        return text.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && text.EndsWith(End, StringComparison.OrdinalIgnoreCase) && text.AsSpan().Count('<') == 2
            ? Html(Entities.Decode(text.AsSpan(Start.Length, text.Length - Start.Length - End.Length)))
            : null;
    }

    private static string? Html(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return null;
        var lines = Lines(text);
        return IsTable(lines) ? Tagged("pre", string.Join('\n', lines)) : IsIndented(lines) ? Paragraphs(lines) : null;
    }

    private static string Paragraphs(List<string> lines)
    {
        var html = new StringBuilder();
        for (int from = 0, next; from < lines.Count; from = next)
        {
            next = lines.FindIndex(from + 1, line => Margin(line) == Indent) is var opening and > 0 ? opening : lines.Count;
            html.Append(Tagged("p", WireParagraphs.Join(lines.GetRange(from, next - from))));
        }

        return html.ToString();
    }

    private static string Tagged(string tag, string text) => $"<{tag}>{WebUtility.HtmlEncode(text)}</{tag}>";

    /// <summary>Without the indentation of the XML around them, which the first line shows best.</summary>
    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        lines.RemoveAll(line => line.Length == 0);
        if (lines.Count == 0) return lines;
        lines[0] = lines[0].TrimStart();
        var margin = lines.Count > 1 ? lines.Skip(1).Min(Margin) : 0;
        for (var i = 1; i < lines.Count; i++) lines[i] = lines[i][margin..];
        return lines;
    }

    private static int Margin(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>Every line stands at the margin or three blanks from it: an indent opens a paragraph.</summary>
    private static bool IsIndented(List<string> lines) =>
        lines.Exists(line => Margin(line) == Indent) && lines.TrueForAll(line => Margin(line) is 0 or Indent && line[0] != '\t');

    private static bool IsTable(List<string> lines) => lines.Count >= FewestRows && lines.Count(WireParagraphs.IsTableRow) * 2 >= lines.Count;
}

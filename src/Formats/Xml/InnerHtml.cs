using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Xml;

/// <summary>The markup inside an element as HTML text, for the sanitizer. Iterative.</summary>
internal static class InnerHtml
{
    /// <param name="element">Its content is written, not its own tag.</param>
    /// <param name="rename">HTML name for an element; "" keeps only its content; null leaves it out whole.</param>
    /// <param name="replace">HTML in the place of an element; null: as it is.</param>
    /// <param name="escapedToo">Text that holds HTML is HTML as well: a template wrote the picture as markup, the story as escaped text.</param>
    public static string Of(Element element, Func<Element, string?>? rename = null, Func<Element, string?>? replace = null, bool escapedToo = false)
    {
        if (element.First is { IsText: true, Next: null } only) return Escape(only.Text);
        var output = new StringBuilder();
        var open = new Stack<(Element Element, string Name)>();
        var at = element.First;
        while (at is not null)
        {
            var descend = false;
            if (at.IsText)
            {
                output.Append(escapedToo && HtmlText.HasTag(at.Text) ? at.Text : Escape(at.Text));
            }
            else if ((rename is null ? at.Name : rename(at)) is { } name)
            {
                if (replace?.Invoke(at) is { } html)
                {
                    output.Append(html);
                }
                else
                {
                    Start(output, at, name);
                    descend = at.First is not null;
                    if (descend) open.Push((at, name));
                    else End(output, name);
                }
            }

            if (descend)
            {
                at = at.First;
                continue;
            }

            while (at!.Next is null && open.Count > 0)
            {
                var (parent, name) = open.Pop();
                End(output, name);
                at = parent;
            }

            at = at.Next;
        }

        return output.ToString();
    }

    private static void Start(StringBuilder output, Element element, string name)
    {
        if (name.Length == 0) return;
        output.Append('<').Append(name);
        foreach (var attribute in element.Attributes)
            if (attribute.Name is "href" or "src" or "alt" or "width" or "height") output.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value)).Append('"');
        output.Append('>');
    }

    private static void End(StringBuilder output, string name)
    {
        if (name.Length > 0 && name is not ("br" or "img" or "hr")) output.Append("</").Append(name).Append('>');
    }

    private static string Escape(string text) => text.AsSpan().ContainsAny("&<>\"")
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        : text;
}

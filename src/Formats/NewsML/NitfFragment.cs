using System.Net;
using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats.NewsML;

/// <summary>NITF inside a string of another format, whole or only the content of its body, as HTML. Whatever its faults.</summary>
internal static class NitfFragment
{
    private const string Content = "<body.content";

    /// <summary>It is a whole document, or has tags HTML does not have.</summary>
    public static bool Is(string value) =>
        value.Contains(Content, StringComparison.Ordinal) || value.Contains("<block", StringComparison.Ordinal) || value.Contains("<hl2", StringComparison.Ordinal);

    public static string Html(string value)
    {
        var begin = value.IndexOf(Content, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : value.LastIndexOf("</body.content>", StringComparison.Ordinal);
        var html = new StringBuilder(value.Length);
        var tokens = new MarkupTokenizer(value.AsSpan(Math.Max(begin, 0), (end > begin ? end : value.Length) - Math.Max(begin, 0)), html: false);
        string? leftOut = null;
        while (tokens.Read())
        {
            if (leftOut is not null)
            {
                if (tokens.Kind == MarkupToken.End && tokens.Name.SequenceEqual(leftOut)) leftOut = null;
            }
            else if (tokens.Kind is MarkupToken.Text or MarkupToken.Literal)
            {
                html.Append(tokens.Kind == MarkupToken.Text ? tokens.Content : WebUtility.HtmlEncode(tokens.Content.ToString()));
            }
            else if (!TextMarkup.TryNitfName(tokens.Name.ToString(), out var name))
            {
                // A mark of the provider: its words stay.
            }
            else if (name is null)
            {
                if (tokens.Kind == MarkupToken.Start && !tokens.SelfClosing) leftOut = tokens.Name.ToString();
            }
            else
            {
                html.Append(tokens.Kind == MarkupToken.End ? "</" : "<").Append(name);
                if (tokens.Kind == MarkupToken.Start) html.Append(tokens.Content);
                html.Append('>');
                if (tokens is { Kind: MarkupToken.Start, SelfClosing: true } && name is not ("br" or "img" or "hr")) html.Append("</").Append(name).Append('>');
            }
        }

        return html.ToString();
    }
}

using System.Text;

namespace Newswire.Enricher.Language;

/// <summary>Takes quotations out of a text. One pass; a quotation that does not end within its paragraph is none.</summary>
internal static class Quotations
{
    // Shorter quotations are titles and single words; taking them out changes nothing.
    private const int Shortest = 40;

    /// <summary>The text without its longer quotations; null when it has none, or when little is left.</summary>
    public static string? Without(string text)
    {
        StringBuilder? rest = null;
        var copied = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var closing = Closing(text[i]);
            if (closing == '\0')
                continue;
            var end = text.AsSpan(i + 1).IndexOfAny(closing, '\n');
            if (end < 0)
                break;
            end += i + 1;
            if (text[end] == closing && end - i > Shortest)
            {
                rest ??= new StringBuilder();
                rest.Append(text, copied, i - copied).Append(' ');
                copied = end + 1;
            }

            i = end;
        }

        if (rest is null)
            return null;
        rest.Append(text, copied, text.Length - copied);
        return rest.Length < Shortest * 2 ? null : rest.ToString();
    }

    private static char Closing(char opening) => opening switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        '»' => '«',
        '„' => '“',
        '「' => '」',
        _ => '\0',
    };
}

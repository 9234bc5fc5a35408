using System.Text;

namespace Newswire.Enricher.Entities;

/// <summary>A piece of text as it should be shown.</summary>
internal static class PrintedText
{
    /// <summary>Hard wraps and runs of blanks as one blank.</summary>
    public static string OneLine(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>With typewriter apostrophes, to compare with lists.</summary>
    public static string Plain(string text) => text.Replace('’', '\'');
}

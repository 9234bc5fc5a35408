using System.Globalization;
using System.Text;

namespace Newswire.Enricher.Entities;

/// <summary>
/// One character at a time to the form that words are compared in: lower case, Latin letters without accents, every digit '0', one apostrophe,
/// one hyphen and one quotation mark. Upper-case copy often drops accents ("ETATS-UNIS"), so the folded form must not depend on them.
/// </summary>
internal static class TextFold
{
    /// <summary>A character that belongs to a word but not to its spelling (soft hyphen, joiners).</summary>
    public const char Ignored = '\0';

    private static readonly char[] Table = Build();

    public static char Fold(char c) => Table[c];

    /// <summary>The folded text, with runs of white space as one blank.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var f = Table[c];
            if (char.IsWhiteSpace(f))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (f != Ignored)
            {
                folded.Append(f);
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
        }

        for (var i = 0xC0; i < 0x250; i++)
        {
            var parts = ((char)i).ToString().Normalize(NormalizationForm.FormD);
            if (parts.Length > 1 && char.IsAsciiLetter(parts[0]))
            {
                table[i] = char.ToLowerInvariant(parts[0]);
            }
        }

        foreach (var c in "’‘ʼ´`")
        {
            table[c] = '\'';
        }

        foreach (var c in "«»“”„‟‹›")
        {
            table[c] = '"';
        }

        foreach (var c in "‐‑–—−")
        {
            table[c] = '-';
        }

        for (var i = 0; i < table.Length; i++)
        {
            if (char.GetUnicodeCategory((char)i) is UnicodeCategory.Format)
            {
                table[i] = Ignored;
            }
        }

        table['\u200B'] = ' ';
        table['\uFEFF'] = ' ';
        return table;
    }
}

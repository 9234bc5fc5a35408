using System.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// Text in and out of Apertium's stream format. <see cref="Format"/> and <see cref="Unformat"/> are exact inverses for any text the
/// normalizer lets through; only what the engine marks and reorders differs.
/// </summary>
public static class ApertiumText
{
    private const string Escaped = "[]{}^$/\\@<>";
    private const string SentenceEnd = ".!?…:;";

    // Literal * and # would be taken for marks on the way out; both stand-ins pass three hops unchanged.
    private const char Asterisk = '\uE000';
    private const char Hash = '\uE001';

    /// <summary>Escapes, hides line breaks in blanks, and puts an invisible full stop before the text, at its end and after every unfinished block in it.</summary>
    public static string Format(string text)
    {
        // The tagger knows the start of a sentence by the full stop before it: without one "Des sources" becomes "Of the sources".
        var result = new StringBuilder(".[]", text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                var end = i;
                while (end < text.Length && text[end] == '\n')
                    end++;
                if (end - i > 1 && !EndsSentence(text.AsSpan(0, i)))
                    result.Append(".[]");
                result.Append('[').Append('\n', end - i).Append(']');
                i = end - 1;
            }
            else
            {
                Append(result, c);
            }
        }
        // Always, also after a full stop: one that stands directly before the NUL is lost by the analyser.
        return result.Append(".[]").ToString();
    }

    /// <summary>
    /// Undoes <see cref="Format"/> and strips the engine's marks, in one left-to-right scan (a look-behind expression leaks a bracket
    /// when a line ends in a backslash). Unknown words are counted, placeholders are not among them.
    /// </summary>
    public static string Unformat(string text, out int unknownWords)
    {
        var result = new StringBuilder(text.Length);
        unknownWords = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
                result.Append(text[++i]);
            else if (c == '.' && text.AsSpan(i + 1).StartsWith("[]", StringComparison.Ordinal))
                i += 2;
            else if (c is '*' or '#' or '@' && i + 1 < text.Length && char.IsLetterOrDigit(text, i + 1))
                unknownWords += c == '*' && !IsPlaceholder(text.AsSpan(i + 1)) ? 1 : 0;
            else if (c is not ('[' or ']'))
                result.Append(c);
        }
        return result.Replace(Asterisk, '*').Replace(Hash, '#').ToString();
    }

    private static void Append(StringBuilder result, char c)
    {
        if (Escaped.Contains(c, StringComparison.Ordinal))
            result.Append('\\');
        result.Append(c switch { '*' => Asterisk, '#' => Hash, _ => c });
    }

    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \t\n\u00A0\u202F\"”»’')");
        return text.IsEmpty || SentenceEnd.Contains(text[^1], StringComparison.Ordinal);
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> word)
        => word.Length > 2 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && char.IsAsciiDigit(word[2]);
}

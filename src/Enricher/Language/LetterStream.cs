using System.Globalization;

namespace Newswire.Enricher.Language;

/// <summary>
/// Text as the detector sees it: lower-case letters and their marks, words between single spaces, a space at both ends. Digits, punctuation,
/// addresses and zero-width characters are gone. Linear in the text, allocates nothing.
/// </summary>
internal static class LetterStream
{
    private const char Boundary = '\0';
    private const char Skipped = '\u0001';
    private const char Joiner = '\'';

    /// <summary>For each UTF-16 unit: what it becomes, <see cref="Boundary"/> or <see cref="Skipped"/>.</summary>
    private static readonly char[] Folded = BuildFolded();

    private static readonly Script[] ScriptOf = BuildScripts();

    /// <summary>
    /// Writes the stream of <paramref name="text"/> and counts weighted letters by script. Stops when <paramref name="stream"/> is full.
    /// </summary>
    public static StreamCounts Write(ReadOnlySpan<char> text, Span<char> stream, Span<int> letters)
    {
        var length = 0;
        var count = 0;
        var combining = false;
        stream[length++] = ' ';
        for (var i = 0; i < text.Length && length < stream.Length - 1; i++)
        {
            var c = text[i];
            var folded = Folded[c];
            if (folded > Joiner)
            {
                var script = ScriptOf[c];
                if (script != Script.Other)
                {
                    var weight = Scripts.Weight(script);
                    letters[(int)script] += weight;
                    count += weight;
                }
                else
                {
                    combining |= c is >= '\u0300' and <= '\u036F';
                }

                stream[length++] = folded;
            }
            else if (folded == Joiner)
            {
                var between = stream[length - 1] > Joiner && i + 1 < text.Length && Folded[text[i + 1]] > Joiner;
                if (between)
                    stream[length++] = Joiner;
                else if (stream[length - 1] != ' ')
                    stream[length++] = ' ';
            }
            else if (folded == Boundary)
            {
                if (IsAddress(text, i, stream[length - 1] > ' '))
                {
                    while (stream[length - 1] != ' ')
                        length--;
                    while (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
                        i++;
                }
                else if (stream[length - 1] != ' ')
                {
                    stream[length++] = ' ';
                }
            }
        }

        if (stream[length - 1] != ' ')
            stream[length++] = ' ';
        return new StreamCounts(length, count, combining);
    }

    /// <summary>Web and mail addresses are in no language.</summary>
    private static bool IsAddress(ReadOnlySpan<char> text, int i, bool inWord) => text[i] switch
    {
        '@' => inWord,
        ':' => inWord && text[i..].StartsWith("://", StringComparison.Ordinal),
        '.' => inWord && i >= 3 && text[i - 1] == 'w' && text[i - 2] == 'w' && text[i - 3] == 'w',
        _ => false,
    };

    private static char[] BuildFolded()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
            table[i] = Fold((char)i);
        return table;
    }

    private static char Fold(char c) => c switch
    {
        'İ' => 'i',
        // Apostrophes join (l'eau, o‘zbek), as does the Catalan middle dot. All spellings are one.
        '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´' or '·' => Joiner,
        // Tatweel stretches Arabic words; the soft hyphen and zero-width characters are invisible.
        'ـ' or '\u00AD' or '\u034F' => Skipped,
        _ => char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Format or UnicodeCategory.EnclosingMark => Skipped,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => c is >= 'Ａ' and <= 'ｚ'
                    ? char.ToLowerInvariant((char)(c - 'Ａ' + 'A'))
                    : char.ToLowerInvariant(c),
            _ => Boundary,
        },
    };

    private static Script[] BuildScripts()
    {
        var table = new Script[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var letter = char.IsLetter((char)i) || char.GetUnicodeCategory((char)i) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark;
            table[i] = letter ? Scripts.Of((char)i) : Script.Other;
        }

        return table;
    }
}

/// <summary>Length of the stream, letters seen (weighted by script), and whether marks were met that may belong to a letter before them.</summary>
internal readonly record struct StreamCounts(int Length, int Letters, bool Combining);

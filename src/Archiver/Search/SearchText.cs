using System.Globalization;
using System.Text;

namespace Newswire.Archiver.Search;

/// <summary>
/// Cuts text into search words, the same for both stores: lower case, without accents, compatibility forms unified (full width, ligatures);
/// everything but letters, digits and marks parts words. Scripts written without blanks (Han, Kana, Hangul, Thai …) give one word a character:
/// a query of several characters is then a phrase and finds any part of the text.
/// </summary>
public static class SearchText
{
    /// <summary>Longer words are cut: no language has them, attacks do, and PostgreSQL refuses lexemes above 2 kB.</summary>
    public const int MaxWordLength = 100;

    /// <summary>Words indexed of one record; PostgreSQL bounds a vector to 1 MB. A long dispatch has 3,000.</summary>
    public const int MaxWords = 50_000;

    private static readonly string?[] Folded = new string?[char.MaxValue + 1];

    /// <summary>The words of a text in order, at most <see cref="MaxWords"/> in all with those in <paramref name="words"/>.</summary>
    public static void AddWords(List<string> words, string? text)
    {
        if (text is null)
            return;
        var word = new StringBuilder();
        for (var i = 0; i < text.Length && words.Count < MaxWords; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
                AddSurrogate(words, word, text, ref i);
            else if (c < 128)
                AddAscii(words, word, c);
            else if (Fold(c) is not { } fold)
                Flush(words, word);
            else if (IsWithoutBlanks(c))
                AddAlone(words, word, fold);
            else
                Append(words, word, fold);
        }
        Flush(words, word);
    }

    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        AddWords(words, text);
        return words;
    }

    /// <summary>One spelling for all spellings of a name, for looking it up exactly; at most 200 characters.</summary>
    public static string Key(string name)
    {
        var key = string.Join(' ', Words(name));
        return key.Length <= 200 ? key : key[..200];
    }

    private static void AddAscii(List<string> words, StringBuilder word, char c)
    {
        if (!char.IsAsciiLetterOrDigit(c))
            Flush(words, word);
        else if (word.Length < MaxWordLength)
            word.Append(char.ToLowerInvariant(c));
    }

    private static void Append(List<string> words, StringBuilder word, string fold)
    {
        // A compatibility form may hold a blank or a sign (U+2100 is "a/c").
        foreach (var c in fold)
        {
            if (c < 128)
                AddAscii(words, word, c);
            else if (word.Length < MaxWordLength)
                word.Append(c);
        }
    }

    private static void AddAlone(List<string> words, StringBuilder word, string fold)
    {
        Flush(words, word);
        if (fold.Length > 0)
            words.Add(fold);
    }

    private static void AddSurrogate(List<string> words, StringBuilder word, string text, ref int i)
    {
        Flush(words, word);
        if (!Rune.TryGetRuneAt(text, i, out var rune))
            return;
        i++;
        // Rare Han and historic scripts; emoji and pictures are no words.
        if (Rune.IsLetterOrDigit(rune))
            words.Add(rune.ToString());
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }

    /// <summary>Null for what parts words, empty for what vanishes (accents), else the plain form. Computed once a character.</summary>
    private static string? Fold(char c)
    {
        var known = Folded[c];
        if (known is null)
            Folded[c] = known = Compute(c) ?? "\0";
        return known == "\0" ? null : known;
    }

    private static string? Compute(char c)
    {
        if (IsAccent(c) || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF')
            return string.Empty;
        if (!char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber))
            return null;
        if (c is >= '\uAC00' and <= '\uD7A3')
            return c.ToString();
        var plain = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD).Where(part => !IsAccent(part)))
            plain.Append(Letter(char.ToLowerInvariant(part)));
        return plain.ToString();
    }

    /// <summary>Letters that Unicode does not decompose, as people type them.</summary>
    private static string Letter(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'þ' => "th",
        'ħ' => "h",
        'ς' => "σ",
        _ => c.ToString(),
    };

    /// <summary>Accents of Latin, Greek and Cyrillic, and vowel points of Hebrew and Arabic, which texts leave out at will.</summary>
    private static bool IsAccent(char c) => c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F')
        or '\u0640' or '\u0670' or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF');

    private static bool IsWithoutBlanks(char c) => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3005' and <= '\u3007') or (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3')
        or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFF9F');
}

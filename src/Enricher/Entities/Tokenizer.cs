using System.Globalization;

namespace Newswire.Enricher.Entities;

/// <summary>
/// Cuts text into words and sentences with exact offsets, in one pass and linear time whatever the text. French and Italian articles are cut
/// off ("l'|AFP"), the English possessive too ("Khan|'s"); hyphenated words, abbreviations and numbers stay whole. A run longer than
/// <see cref="MaxTokenLength"/> and a sentence longer than <see cref="MaxSentenceTokens"/> are cut, so that no text costs more than its length.
/// </summary>
internal static class Tokenizer
{
    public const int MaxTokenLength = 64;
    public const int MaxSentenceTokens = 200;

    private static readonly HashSet<string> Elisions = new(StringComparer.Ordinal)
    {
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
        "dell", "all", "nell", "sull", "dall", "un", "quell", "quest", "gl", "coll", "sant",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ElisionLookup =
        Elisions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "m", "mm", "mr", "mrs", "ms", "dr", "st", "ste", "mme", "mlle", "prof", "jr", "sr", "gen", "lt", "col", "sen", "rep", "gov", "sgt", "capt",
        "no", "nr", "bzw", "ca", "dhr", "mevr", "mgr", "drs", "ir", "ing", "art", "vs", "sra", "srta", "d", "hr", "fr", "frl", "dipl", "hl", "jan", "feb",
        "aug", "sept", "oct", "nov", "dec", "av", "bd", "cf", "co", "inc", "corp", "ltd", "bros", "messrs", "rev", "hon", "pres", "vgl", "mio", "mrd", "str",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup =
        Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the words of <paramref name="text"/>, which is one sentence, at <paramref name="offset"/> in a larger text.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList tokens, int offset)
    {
        var before = tokens.Count;
        Tokenize(text, tokens, sentences: false);
        tokens.Shift(before, offset);
    }

    /// <summary>Adds the words of <paramref name="text"/> to <paramref name="tokens"/>; with <paramref name="sentences"/> also cuts sentences.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList tokens, bool sentences = true)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (IsBlank(c))
            {
                at = SkipBlanks(text, at, tokens, sentences);
                continue;
            }

            var end = IsWordPart(c) ? WordEnd(text, at) : SymbolEnd(text, at);
            AddWord(text, at, end, tokens);
            at = end;
            if (sentences && (EndsSentence(text, at, tokens) || tokens.Count - tokens.LastSentenceEnd >= MaxSentenceTokens))
            {
                tokens.EndSentence();
            }
        }

        if (sentences)
        {
            tokens.EndSentence();
        }
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int at, TokenList tokens, bool sentences)
    {
        var lines = 0;
        var start = at;
        while (at < text.Length && IsBlank(text[at]))
        {
            if (text[at] is '\n' or '\u2028' or '\u2029')
            {
                lines++;
            }

            at++;
        }

        // A single line end may be a hard wrap inside a sentence; before an indented or blank line it ends a paragraph.
        var indented = lines > 0 && at < text.Length && text[at - 1] is ' ' or '\t' && at - start > 1;
        if (sentences && (lines > 1 || (lines == 1 && (indented || start == 0 || IsShortLine(text, start)))))
        {
            tokens.EndSentence();
        }

        return at;
    }

    /// <summary>A line that ends well before the usual width of hard wraps (65 to 80) is a paragraph or a title, not a wrapped line.</summary>
    private static bool IsShortLine(ReadOnlySpan<char> text, int end)
    {
        var from = Math.Max(0, end - 90);
        var line = text[from..end].LastIndexOf('\n');
        var length = line < 0 ? end - from : end - from - line - 1;
        return length is < 50 or > 85;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int at, TokenList tokens)
    {
        var last = tokens.Count - 1;
        if (last < 0 || tokens.Lengths[last] > 3 || text[tokens.Starts[last]] is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        if (at < text.Length && !IsBlank(text[at]))
        {
            return false;
        }

        var next = at;
        while (next < text.Length && next - at < 8 && (IsBlank(text[next]) || text[next] is '"' or '«' or '“' or '„' or '\'' or '’' or '-' or '–' or '('))
        {
            next++;
        }

        return next >= text.Length || char.IsUpper(text[next]) || char.IsDigit(text[next]) || !char.IsLower(text[next]);
    }

    private static void AddWord(ReadOnlySpan<char> text, int start, int end, TokenList tokens)
    {
        while (end - start > MaxTokenLength)
        {
            var cut = char.IsHighSurrogate(text[start + MaxTokenLength - 1]) ? MaxTokenLength - 1 : MaxTokenLength;
            tokens.Add(start, cut);
            start += cut;
        }

        var word = text[start..end];
        if (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' or 'ʼ')
        {
            tokens.Add(start, word.Length - 2);
            tokens.Add(end - 2, 2);
            return;
        }

        var apostrophe = word.IndexOfAny('\'', '’', 'ʼ');
        if (apostrophe > 0 && apostrophe < word.Length - 1)
        {
            if (apostrophe <= 7 && IsElision(word[..apostrophe]))
            {
                tokens.Add(start, apostrophe + 1);
                tokens.Add(start + apostrophe + 1, end - start - apostrophe - 1);
                return;
            }
        }

        tokens.Add(start, end - start);
    }

    private static bool IsElision(ReadOnlySpan<char> prefix)
    {
        Span<char> lower = stackalloc char[8];
        var n = prefix.ToLowerInvariant(lower);
        return n > 0 && ElisionLookup.Contains(lower[..n]);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length)
        {
            if (IsWordPart(text[at]))
            {
                at++;
            }
            else if (at + 1 < text.Length && IsWordPart(text[at + 1]) && Joins(text, start, at))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        // An elision at the end of a word keeps its apostrophe ("l'" before a quotation mark).
        if (at < text.Length && text[at] is '\'' or '’' && at - start <= 7 && IsElision(text[start..at]))
        {
            return at + 1;
        }

        return at < text.Length && text[at] == '.' && KeepsDot(text, start, at) ? at + 1 : at;
    }

    private static bool Joins(ReadOnlySpan<char> text, int start, int at) => text[at] switch
    {
        '-' or '‐' or '‑' or '&' or '_' => true,
        '\'' or '’' or 'ʼ' => char.IsLetter(text[at + 1]) || char.IsLetter(text[at - 1]),
        '.' => (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])) || IsInitial(text, start, at)
            || (char.IsLower(text[at - 1]) && char.IsLower(text[at + 1])),
        ',' or ':' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
        '@' => true,
        _ => false,
    };

    /// <summary>A single letter before a full stop: "J.", the "S" of "U.S.".</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, int start, int at) =>
        char.IsLetter(text[at - 1]) && (at - 1 == start || text[at - 2] is '.' or '-');

    private static bool KeepsDot(ReadOnlySpan<char> text, int start, int at)
    {
        if (IsInitial(text, start, at) && char.IsUpper(text[at - 1]))
        {
            return true;
        }

        if (at - start > 5)
        {
            return false;
        }

        Span<char> lower = stackalloc char[8];
        var n = text[start..at].ToLowerInvariant(lower);
        return n > 0 && AbbreviationLookup.Contains(lower[..n]) && (at + 1 == text.Length || text[at + 1] is ' ' or '\u00A0')
            && char.IsUpper(text[start]);
    }

    private static int SymbolEnd(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c is '\'' or '’' && at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !IsWordPart(text[at + 2]))
            && at > 0 && !IsBlank(text[at - 1]))
        {
            return at + 2;
        }

        var end = at + 1;
        while (end < text.Length && text[end] == c && end - at < 3 && c is '.' or '-' or '\'' or '`' or ',' or '!' or '?')
        {
            end++;
        }

        return end;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u2060';

    private static bool IsWordPart(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c)
        : !IsBlank(c) && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);
}

using System.Text.RegularExpressions;

namespace Newswire.Enricher.Translations.Text;

/// <summary>Cuts text into smaller pieces at sentence ends, or at blanks where there is none; pieces and the blanks between them give the text again.</summary>
internal static partial class SentenceSplitter
{
    /// <summary>Pieces of at most <paramref name="maximum"/> characters, as far as blanks allow, each with the blank that follows it.</summary>
    public static IReadOnlyList<(string Text, string Separator)> Split(string text, int maximum)
    {
        var pieces = new List<(string, string)>();
        Add(pieces, text, string.Empty, maximum);
        return pieces;
    }

    /// <summary>Sentences, each with the blank that follows it. No cut where the full stop may be that of an abbreviation: two sentences in one do no harm.</summary>
    public static IReadOnlyList<(string Text, string Separator)> Sentences(string text)
    {
        var sentences = new List<(string, string)>();
        var start = 0;
        foreach (var (index, length) in CertainEnd().Matches(text).Select(m => (m.Index, m.Length)))
        {
            sentences.Add((text[start..index], text.Substring(index, length)));
            start = index + length;
        }
        sentences.Add((text[start..], string.Empty));
        return sentences;
    }

    /// <summary>Two halves, or null for a text that cannot be cut.</summary>
    public static (string Left, string Separator, string Right)? Halve(string text)
        => Cut(text, SentenceEnd().Matches(text)) ?? Cut(text, Blank().Matches(text));

    private static void Add(List<(string, string)> pieces, string text, string separator, int maximum)
    {
        if (text.Length <= maximum || Halve(text) is not var (left, between, right))
        {
            pieces.Add((text, separator));
            return;
        }
        Add(pieces, left, between, maximum);
        Add(pieces, right, separator, maximum);
    }

    private static (string, string, string)? Cut(string text, MatchCollection places)
    {
        var middle = places.Where(m => m.Index > 0 && m.Index + m.Length < text.Length).MinBy(m => Math.Abs(m.Index - (text.Length / 2)));
        return middle is null ? null : (text[..middle.Index], middle.Value, text[(middle.Index + middle.Length)..]);
    }

    [GeneratedRegex("""(?<=[.!?…]["”»’')]{0,2})\s+(?=["“«‘'(]{0,2}[\p{Lu}\p{N}\uE010])""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""(?<=(?:[!?…]|(?:\p{Ll}{4}|\p{L}{6}|[0-9]{4})\.)["”»’')]{0,2})\s+(?=["“«‘'(]{0,2}\p{Lu})""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CertainEnd();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}

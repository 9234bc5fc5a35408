namespace Newswire.Enricher.Translations.Text;

/// <summary>Counts over words, for the validator. Words are runs of letters and digits, compared without case.</summary>
internal static class WordMath
{
    public static int Count(string text) => Words(text).Count;

    /// <summary>How often the most repeated run of 1 to 4 words follows itself directly; 1 when nothing is repeated.</summary>
    public static int LongestRepetition(string text)
    {
        var words = Words(text);
        var longest = words.Count == 0 ? 0 : 1;
        for (var n = 1; n <= 4; n++)
        {
            var run = 0; // words equal to the one n places before
            for (var i = n; i < words.Count; i++)
            {
                run = words[i] == words[i - n] ? run + 1 : 0;
                longest = Math.Max(longest, (run / n) + 1);
            }
        }
        return longest;
    }

    /// <summary>Share of the output's word trigrams that stand in the source.</summary>
    public static double CopyRate(string source, string output)
    {
        var known = Trigrams(Words(source)).ToHashSet();
        var written = Trigrams(Words(output)).ToList();
        return written.Count == 0 ? 0 : (double)written.Count(known.Contains) / written.Count;
    }

    private static IEnumerable<(string, string, string)> Trigrams(List<string> words)
    {
        for (var i = 2; i < words.Count; i++)
            yield return (words[i - 2], words[i - 1], words[i]);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }
        return words;
    }
}

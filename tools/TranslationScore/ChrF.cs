namespace Newswire.TranslationScore;

/// <summary>Corpus chrF2: F-score (beta 2) over character n-grams of 1 to 6, blanks removed, no word n-grams; as sacreBLEU prints it.</summary>
public static class ChrF
{
    private const int Order = 6;
    private const double BetaSquared = 4;

    public static double Score(IReadOnlyList<string> hypotheses, IReadOnlyList<string> references)
    {
        var hypothesisGrams = new long[Order];
        var referenceGrams = new long[Order];
        var matched = new long[Order];
        for (var line = 0; line < hypotheses.Count; line++)
        {
            var hypothesis = Characters(hypotheses[line]);
            var reference = Characters(references[line]);
            for (var n = 1; n <= Order; n++)
            {
                var expected = Grams(reference, n);
                var written = Grams(hypothesis, n);
                hypothesisGrams[n - 1] += written.Values.Sum();
                referenceGrams[n - 1] += expected.Values.Sum();
                matched[n - 1] += written.Sum(g => Math.Min(g.Value, expected.GetValueOrDefault(g.Key)));
            }
        }
        double precision = 0, recall = 0;
        var orders = 0;
        for (var n = 0; n < Order; n++)
        {
            if (hypothesisGrams[n] == 0 || referenceGrams[n] == 0)
                continue;
            precision += (double)matched[n] / hypothesisGrams[n];
            recall += (double)matched[n] / referenceGrams[n];
            orders++;
        }
        if (orders == 0 || precision + recall == 0)
            return 0;
        (precision, recall) = (precision / orders, recall / orders);
        return 100 * (1 + BetaSquared) * precision * recall / ((BetaSquared * precision) + recall);
    }

    private static string Characters(string line) => string.Concat(line.Where(c => !char.IsWhiteSpace(c)));

    private static Dictionary<string, int> Grams(string text, int n)
    {
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= text.Length; i++)
        {
            var gram = text.Substring(i, n);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }
        return grams;
    }
}

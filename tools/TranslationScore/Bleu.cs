using System.Text.RegularExpressions;

namespace Newswire.TranslationScore;

/// <summary>Corpus BLEU with 4-grams, one reference, mteval's 13a tokenization and exponential smoothing: the figure sacreBLEU prints by default.</summary>
public static partial class Bleu
{
    private const int Order = 4;

    public static double Score(IReadOnlyList<string> hypotheses, IReadOnlyList<string> references)
    {
        var matched = new long[Order];
        var total = new long[Order];
        long hypothesisLength = 0, referenceLength = 0;
        for (var line = 0; line < hypotheses.Count; line++)
        {
            var hypothesis = Tokenize(hypotheses[line]);
            var reference = Tokenize(references[line]);
            hypothesisLength += hypothesis.Length;
            referenceLength += reference.Length;
            for (var n = 1; n <= Order; n++)
            {
                var expected = Grams(reference, n);
                foreach (var (gram, count) in Grams(hypothesis, n))
                {
                    matched[n - 1] += Math.Min(count, expected.GetValueOrDefault(gram));
                    total[n - 1] += count;
                }
            }
        }
        if (hypothesisLength == 0 || total[0] == 0)
            return 0;
        var logs = 0.0;
        var smoothing = 1.0;
        for (var n = 0; n < Order; n++)
        {
            if (total[n] == 0)
                return 0;
            if (matched[n] == 0)
                smoothing *= 2;
            logs += Math.Log(matched[n] == 0 ? 100 / (smoothing * total[n]) : 100.0 * matched[n] / total[n]);
        }
        var brevity = hypothesisLength < referenceLength ? Math.Exp(1 - (double)referenceLength / hypothesisLength) : 1;
        return brevity * Math.Exp(logs / Order);
    }

    internal static string[] Tokenize(string line)
    {
        var text = line.Replace("<skipped>", "", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal);
        text = Symbols().Replace($" {text} ", " $0 ");
        text = PointAfterNonDigit().Replace(text, "$1 $2 ");
        text = PointBeforeNonDigit().Replace(text, " $1 $2");
        text = DashAfterDigit().Replace(text, "$1 $2 ");
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Dictionary<string, int> Grams(string[] tokens, int n)
    {
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + n <= tokens.Length; i++)
        {
            var gram = string.Join(' ', tokens, i, n);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }
        return grams;
    }

    [GeneratedRegex(@"[\{-\~\[-\` -\&\(-\+\:-\@\/]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Symbols();

    [GeneratedRegex(@"(?<1>[^0-9])(?<2>[\.,])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PointAfterNonDigit();

    [GeneratedRegex(@"(?<1>[\.,])(?<2>[^0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PointBeforeNonDigit();

    [GeneratedRegex(@"(?<1>[0-9])(?<2>-)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DashAfterDigit();
}

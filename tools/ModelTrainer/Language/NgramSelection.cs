using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Language;

/// <summary>
/// Chooses the n-grams worth a row: those that tell most about the language, by frequency (every language counting the same) times the
/// divergence of their languages from chance.
/// </summary>
internal static class NgramSelection
{
    private const int FewestOccurrences = 3;
    private const int MostCandidates = 1_500_000;

    // Words of a list weigh as this share of their language's texts.
    private const double WordShare = 0.5;

    public static uint[] Select(TrainingSet set, int rows, double messageWeight)
    {
        var counts = new int[1 << Ngrams.KeyBits];
        ForEach(set, messageWeight, (_, key, _) => counts[key]++);
        var least = FewestOccurrences;
        while (counts.Count(count => count >= least) > MostCandidates)
            least++;
        // From here on the array holds the number of each candidate from 1, and 0 elsewhere.
        var candidates = 0;
        for (var key = 0; key < counts.Length; key++)
            counts[key] = counts[key] >= least ? ++candidates : 0;

        var languages = set.Languages.Length;
        var mass = new float[candidates + 1][];
        var totals = new double[languages];
        ForEach(set, messageWeight, (language, _, weight) => totals[language] += weight);
        var scale = totals.Average();
        ForEach(set, messageWeight, (language, key, weight) =>
        {
            if (counts[key] is > 0 and var candidate)
                (mass[candidate] ??= new float[languages])[language] += (float)(weight * scale / totals[language]);
        });
        return [.. Enumerable.Range(0, counts.Length).Where(key => counts[key] > 0).Select(key => (Key: (uint)key, Worth: Worth(mass[counts[key]])))
            .OrderByDescending(pair => pair.Worth).ThenBy(pair => pair.Key).Take(rows).Select(pair => pair.Key).Order()];
    }

    private static double Worth(float[] mass)
    {
        const double Smoothing = 0.02;
        var total = mass.Sum(m => m + Smoothing);
        var divergence = mass.Sum(m =>
        {
            var p = (m + Smoothing) / total;
            return p * Math.Log(p * mass.Length);
        });
        return total * divergence;
    }

    private static void ForEach(TrainingSet set, double messageWeight, Action<int, uint, double> visit)
    {
        var keys = new uint[4096 * Ngrams.KeysPerCharacter];
        for (var language = 0; language < set.Languages.Length; language++)
        {
            var texts = set.Texts[language];
            foreach (var text in texts)
                Visit(text, 1);
            foreach (var message in set.Messages[language])
                Visit(message, messageWeight);
            var words = set.Words[language];
            if (words.Count == 0)
                continue;
            var letters = texts.Sum(text => (double)text.Length);
            var unit = WordShare * letters / words.Sum(word => Math.Sqrt(word.Count) * word.Word.Length);
            foreach (var word in words)
                Visit(word.Word, unit * Math.Sqrt(word.Count));

            void Visit(string stream, double weight)
            {
                var state = default(NgramState);
                var count = Ngrams.Keys(stream, 0, Math.Min(stream.Length, 4096), keys, ref state);
                foreach (var key in keys.AsSpan(0, count))
                    visit(language, key, weight);
            }
        }
    }
}

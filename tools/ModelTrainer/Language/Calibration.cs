using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Language;

/// <summary>
/// Fits how scores become probabilities, on texts the model has not seen: one sharpness that grows with a power of the number of known n-grams,
/// because a mean over many n-grams is surer than one over few.
/// </summary>
internal static class Calibration
{
    private const int MostTexts = 12_000;

    public static (float Sharpness, float Power) Fit(LanguageDetector detector, IEnumerable<TestSet> sets)
    {
        var random = new Random(11);
        var items = sets.SelectMany(set => Some([.. set.Items], MostTexts / 7, random)).ToArray();
        var samples = items.Select(item => Scored(detector, item.Text, item.Language)).OfType<Sample>().ToArray();
        var best = (Loss: double.MaxValue, Sharpness: 1f, Power: 0f);
        for (var power = -0.2f; power <= 0.61f; power += 0.05f)
        {
            for (var sharpness = 0.05f; sharpness <= 4; sharpness *= 1.15f)
            {
                var loss = samples.Average(sample => sample.Loss(sharpness * MathF.Pow(sample.Known, power)));
                if (loss < best.Loss)
                    best = (loss, sharpness, power);
            }
        }

        return (best.Sharpness, best.Power);
    }

    private static IEnumerable<T> Some<T>(T[] items, int count, Random random)
    {
        random.Shuffle(items);
        return items.Take(count);
    }

    private static Sample? Scored(LanguageDetector detector, string text, string language)
    {
        var scores = new float[detector.Languages.Count];
        var known = detector.RawScores(text, scores, out var candidates);
        var label = Array.FindIndex(candidates, candidate => LanguageTags.Covers(language, detector.Languages[candidate]));
        return candidates.Length < 2 || label < 0 ? null : new Sample([.. candidates.Select(candidate => scores[candidate])], label, Math.Max(known, 1));
    }

    private sealed record Sample(float[] Scores, int Label, int Known)
    {
        public double Loss(float factor)
        {
            var largest = Scores.Max();
            var total = 0.0;
            foreach (var score in Scores)
                total += Math.Exp((score - largest) * factor);
            return Math.Log(total) - ((Scores[Label] - largest) * factor);
        }
    }
}

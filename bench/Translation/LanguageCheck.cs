using Newswire.Enricher.Language;

namespace Newswire.TranslationBench;

/// <summary>How often the validator's language check would refuse these texts, by the least confidence it asks for: false alarms on good translations, catches on copies.</summary>
internal static class LanguageCheck
{
    private const int LongEnough = 40;

    public static async Task<int> RunAsync(string file, string expected)
    {
        var guesses = (await Bench.LinesAsync(file)).Where(l => l.Length >= LongEnough).Select(l => LanguageDetector.Default.Detect(l)).ToList();
        foreach (var least in new[] { 0.5, 0.8, 0.9, 0.95, 0.99 })
        {
            var refused = guesses.Count(g => g.Confidence >= least && g.Tag.Split('-')[0] is var tag && tag != expected && tag != LanguageGuess.Undetermined);
            Console.WriteLine($"confidence ≥ {least:F2}: {refused} of {guesses.Count} are not {expected}");
        }
        return 0;
    }
}

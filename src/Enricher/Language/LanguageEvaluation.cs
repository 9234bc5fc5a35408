using System.Globalization;
using System.Runtime.InteropServices;

namespace Newswire.Enricher.Language;

/// <summary>
/// Measures a detector on labelled texts: one <c>text, tab, language</c> a line. Tags compare by primary subtag, <c>no</c> with both Norwegians.
/// </summary>
public sealed class LanguageEvaluation
{
    private const int CalibrationBins = 10;
    private static readonly TimeSpan LeastTiming = TimeSpan.FromSeconds(1);

    private readonly SortedDictionary<string, Tally> _byLanguage = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _confusion = [];
    private readonly (int Texts, double Confidence, int Right)[] _bins = new (int, double, int)[CalibrationBins];

    public int Texts { get; private set; }

    public int Undetermined { get; private set; }

    /// <summary>Mean over languages of the share of right answers; <c>und</c> is a wrong answer.</summary>
    public double MacroAccuracy => _byLanguage.Count == 0 ? 0 : _byLanguage.Values.Average(tally => (double)tally.Right / tally.Texts);

    public double Accuracy => Texts == 0 ? 0 : (double)_byLanguage.Values.Sum(tally => tally.Right) / Texts;

    /// <summary>Expected calibration error: how far the confidence is from the share of right answers, on average.</summary>
    public double CalibrationError => Texts == 0 ? 0 : _bins.Sum(bin => Math.Abs(bin.Confidence - bin.Right)) / Texts;

    /// <summary>For each second of one core.</summary>
    public double TextsPerSecond { get; private set; }

    public double CharactersPerSecond { get; private set; }

    /// <summary>Languages with their number of texts and of right answers.</summary>
    public IReadOnlyDictionary<string, Tally> ByLanguage => _byLanguage;

    /// <summary>Wrong answers by (language, answer).</summary>
    public IReadOnlyDictionary<(string Language, string Answer), int> Confusion => _confusion;

    /// <summary>
    /// Reads <paramref name="lines"/> to the end, with <paramref name="expected"/> languages as a prior; throws <see cref="FormatException"/> with the
    /// line number on a line without a tab.
    /// </summary>
    public static LanguageEvaluation Of(LanguageDetector detector, IEnumerable<string> lines, IReadOnlyList<string>? expected = null)
    {
        var evaluation = new LanguageEvaluation();
        var texts = new List<string>();
        foreach (var (index, line) in lines.Index())
        {
            if (line.Length == 0)
                continue;
            var tab = line.LastIndexOf('\t');
            if (tab < 0)
                throw new FormatException($"Line {index + 1} has no tab; expected a text, a tab and a language tag.");
            texts.Add(line[..tab]);
            evaluation.Add(line[(tab + 1)..].Trim(), detector.Detect(line.AsSpan(0, tab), expected));
        }

        evaluation.Time(detector, texts);
        return evaluation;
    }

    /// <summary>Scores, worst languages first, then the most frequent confusions.</summary>
    public void Print(TextWriter output)
    {
        output.WriteLine(Line($"texts {Texts}, languages {_byLanguage.Count}, undetermined {Undetermined}"));
        output.WriteLine(Line($"macro accuracy {MacroAccuracy:P2}, accuracy {Accuracy:P2}, calibration error {CalibrationError:P2}"));
        output.WriteLine(Line($"speed on one core {TextsPerSecond:0} texts/s, {CharactersPerSecond / 1e6:0.0} million characters/s"));
        output.WriteLine("language  texts  right");
        foreach (var (language, tally) in _byLanguage.OrderBy(pair => (double)pair.Value.Right / pair.Value.Texts))
            output.WriteLine(Line($"{language,-8} {tally.Texts,6} {(double)tally.Right / tally.Texts,7:P1}"));
        output.WriteLine("confusion: language answered-as texts");
        foreach (var ((language, answer), count) in _confusion.OrderByDescending(pair => pair.Value).Take(40))
            output.WriteLine(Line($"{language,-8} {answer,-8} {count,6}"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Add(string label, LanguageGuess guess)
    {
        var language = LanguageTags.Primary(label);
        var right = guess.Tag != LanguageGuess.Undetermined && LanguageTags.Covers(language, LanguageTags.Primary(guess.Tag));
        var tally = _byLanguage.GetValueOrDefault(language);
        _byLanguage[language] = new Tally(tally.Texts + 1, tally.Right + (right ? 1 : 0));
        Texts++;
        if (guess.Tag == LanguageGuess.Undetermined)
            Undetermined++;
        if (!right)
            _confusion[(language, guess.Tag)] = _confusion.GetValueOrDefault((language, guess.Tag)) + 1;
        ref var bin = ref _bins[Math.Min((int)(guess.Confidence * CalibrationBins), CalibrationBins - 1)];
        bin = (bin.Texts + 1, bin.Confidence + guess.Confidence, bin.Right + (right ? 1 : 0));
    }

    private void Time(LanguageDetector detector, List<string> texts)
    {
        if (texts.Count == 0)
            return;
        // Processor time, not the clock's: a busy machine must not look like a slow detector.
        var start = Environment.CpuUsage.TotalTime;
        var passes = 0;
        var spent = TimeSpan.Zero;
        while (spent < LeastTiming)
        {
            foreach (var text in texts)
                detector.Detect(text);
            passes++;
            spent = Environment.CpuUsage.TotalTime - start;
        }

        TextsPerSecond = (double)passes * texts.Count / spent.TotalSeconds;
        CharactersPerSecond = (double)passes * texts.Sum(text => (long)text.Length) / spent.TotalSeconds;
    }

    /// <summary>Texts of a language and how many of them were answered right.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Tally(int Texts, int Right);
}

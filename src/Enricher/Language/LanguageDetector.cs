using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Newswire.Enricher.Language;

/// <summary>
/// Tells the language of a text, in process, with a trained model of character n-grams. Immutable and safe for concurrent use; time and
/// memory are bounded whatever the text's length, and nothing is allocated for a text without decomposed accents.
/// </summary>
[SkipLocalsInit] // The buffers of a call are larger than most texts; clearing them would cost as much as the work.
public sealed class LanguageDetector
{
    /// <summary>Detector and version, as records name it.</summary>
    public const string Name = "newswire-lid/1.0";

    /// <summary>Below this confidence the answer is <see cref="LanguageGuess.Undetermined"/>.</summary>
    public const double LeastConfidence = 0.12;

    /// <summary>Fewer letters are in no language. An ideograph or a Hangul syllable counts as two.</summary>
    public const int FewestLetters = 3;

    private const int KeysAtOnce = 64 * Ngrams.KeysPerCharacter;

    // How much likelier a language is that its source is said to write. 20 settles close languages and is outweighed by one clear sentence.
    private const double ExpectedFactor = 20;

    // A score this far below the best adds less than a millionth to the sum of all.
    private const float Negligible = 15;

    // Reading more of a long text is worth its time only when its first reading left a doubt, as between close languages.
    private const int ShortRead = 1024;
    private const int LongRead = TextSample.Longest;
    private const double Doubt = 0.99;

    private static readonly Lazy<LanguageDetector> Shipped = new(() => new LanguageDetector(ReadShippedModel()));

    private readonly LanguageModel _model;
    private readonly KeyTable _index;
    private readonly int _padded;
    private readonly float[] _bias;
    private readonly float[] _outputByDimension;
    private readonly int[][] _candidatesByScript;

    internal LanguageDetector(LanguageModel model)
    {
        _model = model;
        _index = new KeyTable(model.Keys, Ngrams.KeyBits);
        _candidatesByScript = [.. Enumerable.Range(0, Scripts.Count).Select(script =>
            Enumerable.Range(0, model.Languages.Length).Where(language => (model.ScriptSets[language] & (1u << script)) != 0).ToArray())];
        // Padded, so that every step of the output layer is whole vectors.
        _padded = (model.Languages.Length + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _bias = new float[_padded];
        model.Bias.CopyTo(_bias, 0);
        _outputByDimension = new float[_padded * LanguageModel.Dimension];
        for (var language = 0; language < model.Languages.Length; language++)
        {
            for (var i = 0; i < LanguageModel.Dimension; i++)
                _outputByDimension[(i * _padded) + language] = model.Output[(language * LanguageModel.Dimension) + i];
        }
    }

    /// <summary>The detector with the model that comes with the program; read on first use.</summary>
    public static LanguageDetector Default => Shipped.Value;

    /// <summary>Every tag it can answer, besides <see cref="LanguageGuess.Undetermined"/>.</summary>
    public IReadOnlyList<string> Languages => _model.Languages;

    /// <summary>
    /// The language of <paramref name="text"/>. <paramref name="expected"/> are BCP 47 tags its source is known to write: a prior, not a filter.
    /// </summary>
    public LanguageGuess Detect(ReadOnlySpan<char> text, IReadOnlyList<string>? expected = null) => Detect(text, expected, FewestLetters) ?? LanguageGuess.None;

    /// <summary>The same; null for a text of fewer letters than <paramref name="fewest"/>, as far as it is read at first.</summary>
    internal LanguageGuess? Detect(ReadOnlySpan<char> text, IReadOnlyList<string>? expected, int fewest)
    {
        var guess = Detect(text, expected, fewest, ShortRead);
        return text.Length > ShortRead && guess?.Confidence < Doubt ? Detect(text, expected, fewest, LongRead) : guess;
    }

    private LanguageGuess? Detect(ReadOnlySpan<char> text, IReadOnlyList<string>? expected, int fewest, int longest)
    {
        Span<char> stream = stackalloc char[TextSample.StreamLength];
        Span<int> letters = stackalloc int[Scripts.Count];
        letters.Clear();
        var counts = TextSample.Read(text, longest, stream, letters);
        if (counts.Letters < fewest)
            return null;
        var script = LargestOf(letters, out var share);
        var candidates = _candidatesByScript[script];
        if (candidates.Length == 0)
            return LanguageGuess.None;
        if (candidates.Length == 1)
            return new LanguageGuess(_model.Languages[candidates[0]], share);

        Span<int> sum = stackalloc int[LanguageModel.Dimension];
        sum.Clear();
        var known = Sum(stream[..counts.Length], sum);
        Span<float> scores = stackalloc float[_padded];
        Score(sum, known, scores);
        return Best(scores, candidates, share, expected);
    }

    /// <summary>Unscaled scores of every language; for training and calibration.</summary>
    internal int RawScores(ReadOnlySpan<char> text, Span<float> rawScores, out int[] candidates)
    {
        Span<char> stream = stackalloc char[TextSample.StreamLength];
        Span<int> letters = stackalloc int[Scripts.Count];
        letters.Clear();
        var counts = TextSample.Read(text, LongRead, stream, letters);
        candidates = counts.Letters < FewestLetters ? [] : _candidatesByScript[LargestOf(letters, out _)];
        Span<int> sum = stackalloc int[LanguageModel.Dimension];
        sum.Clear();
        var known = Sum(stream[..counts.Length], sum);
        Span<float> scores = stackalloc float[_padded];
        Multiply(sum, known, scores);
        scores[..rawScores.Length].CopyTo(rawScores);
        return known;
    }

    private int Sum(ReadOnlySpan<char> stream, Span<int> sum)
    {
        Span<uint> keys = stackalloc uint[KeysAtOnce];
        var state = default(NgramState);
        var known = 0;
        for (var from = 0; from < stream.Length; from += KeysAtOnce / Ngrams.KeysPerCharacter)
        {
            var to = Math.Min(from + (KeysAtOnce / Ngrams.KeysPerCharacter), stream.Length);
            var count = Ngrams.Keys(stream, from, to, keys, ref state);
            var found = _index.Find(keys[..count]);
            RowSum.Add(_model.Rows, keys[..found], sum);
            known += found;
        }

        return known;
    }

    private void Score(ReadOnlySpan<int> sum, int known, Span<float> scores)
    {
        Multiply(sum, known, scores);
        var sharpness = _model.Sharpness * MathF.Pow(Math.Max(known, 1), _model.SharpnessPower);
        for (var i = 0; i < scores.Length; i++)
            scores[i] *= sharpness;
    }

    private void Multiply(ReadOnlySpan<int> sum, int known, Span<float> scores)
    {
        var unit = _model.Step / Math.Max(known, 1);
        Span<float> mean = stackalloc float[LanguageModel.Dimension];
        for (var i = 0; i < mean.Length; i++)
            mean[i] = sum[i] * unit;
        var results = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var bias = MemoryMarshal.Cast<float, Vector<float>>(_bias);
        var weights = MemoryMarshal.Cast<float, Vector<float>>(_outputByDimension);
        for (var j = 0; j < results.Length; j++)
        {
            var total = bias[j];
            for (var i = 0; i < mean.Length; i++)
                total += mean[i] * weights[(i * results.Length) + j];
            results[j] = total;
        }
    }

    private LanguageGuess Best(ReadOnlySpan<float> scores, int[] candidates, double share, IReadOnlyList<string>? expected)
    {
        var largest = float.NegativeInfinity;
        foreach (var candidate in candidates)
            largest = Math.Max(largest, scores[candidate]);
        var total = 0.0;
        var best = -1;
        var bestWeight = 0.0;
        foreach (var candidate in candidates)
        {
            if (largest - scores[candidate] > Negligible)
                continue;
            var weight = Math.Exp(scores[candidate] - largest);
            if (expected is { Count: > 0 } && IsExpected(_model.Languages[candidate], expected))
                weight *= ExpectedFactor;
            total += weight;
            if (weight > bestWeight)
                (best, bestWeight) = (candidate, weight);
        }

        var confidence = bestWeight / total * share;
        return confidence < LeastConfidence ? new LanguageGuess(LanguageGuess.Undetermined, confidence) : new LanguageGuess(_model.Languages[best], confidence);
    }

    private static bool IsExpected(string language, IReadOnlyList<string> expected)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (LanguageTags.Covers(expected[i], language))
                return true;
        }

        return false;
    }

    private static int LargestOf(ReadOnlySpan<int> letters, out double share)
    {
        var best = 0;
        var total = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            total += letters[i];
            if (letters[i] > letters[best])
                best = i;
        }

        share = (double)letters[best] / Math.Max(total, 1);
        return best;
    }

    private static LanguageModel ReadShippedModel()
    {
        using var stream = typeof(LanguageDetector).Assembly.GetManifestResourceStream("language.model")
            ?? throw new InvalidOperationException("The language model is missing from this build: src/Enricher/Models/language.model.");
        return LanguageModel.Read(stream);
    }
}

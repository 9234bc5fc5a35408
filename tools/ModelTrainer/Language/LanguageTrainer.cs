using System.Numerics;
using System.Runtime.InteropServices;
using Newswire.Enricher;
using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Language;

internal sealed record TrainingSettings
{
    /// <summary>N-grams with a row.</summary>
    public int Rows { get; init; } = LanguageModel.MostRows;

    public int Samples { get; init; } = 5_000_000;

    /// <summary>Share of n-grams left out of each sample, so that no single one is relied on.</summary>
    public float Dropout { get; init; } = 0.3f;

    public float Rate { get; init; } = 1;

    public float OutputRate { get; init; } = 1;

    /// <summary>Steps in the mean size (root of mean square) of a value of a row: more make a larger file, 1 loses 0.1 % of accuracy.</summary>
    public float Fineness { get; init; } = 1.3f;

    /// <summary>What the message of a program counts, when a sentence counts 1: more of them take the place of news, and news is told less well.</summary>
    public float MessageWeight { get; init; } = 0.02f;

    public int Seed { get; init; } = 1;
}

/// <summary>
/// Stochastic gradient descent with one adaptive rate for each row, on one thread: the same seed and texts give the same model.
/// </summary>
internal sealed class LanguageTrainer
{
    private const int D = LanguageModel.Dimension;
    private const float Tiny = 1e-6f;

    private readonly TrainingSet _set;
    private readonly TrainingSettings _settings;
    private readonly KeyTable _index;
    private readonly uint[] _keys;
    private readonly float[] _rows;
    private readonly float[] _rowSquares;
    private readonly float[] _output;
    private readonly float[] _outputSquares;
    private readonly float[] _bias;
    private readonly int[][] _candidates;
    private readonly Random _random;
    private uint _drawn;

    public LanguageTrainer(TrainingSet set, TrainingSettings settings)
    {
        _set = set;
        _settings = settings;
        _random = new Random(settings.Seed);
        _drawn = ((uint)settings.Seed * 2) + 1;
        _keys = NgramSelection.Select(set, settings.Rows, settings.MessageWeight);
        _index = new KeyTable(_keys, Ngrams.KeyBits);
        _rows = new float[_keys.Length * D];
        for (var i = 0; i < _rows.Length; i++)
            _rows[i] = (_random.NextSingle() - 0.5f) * 2 / D;
        _rowSquares = new float[_keys.Length];
        _output = new float[set.Languages.Length * D];
        _outputSquares = new float[set.Languages.Length];
        _bias = new float[set.Languages.Length];
        _candidates = [.. Enumerable.Range(0, Scripts.Count).Select(set.Candidates)];
    }

    public LanguageModel Train(TextWriter log)
    {
        var sampler = new TrainingSampler(_set, _settings.MessageWeight, _random);
        var keys = new uint[4096 * Ngrams.KeysPerCharacter];
        var loss = 0.0;
        var every = Math.Max(_settings.Samples / 10, 1);
        for (var i = 0; i < _settings.Samples; i++)
        {
            var stream = sampler.Next(out var language);
            var state = default(NgramState);
            var count = Ngrams.Keys(stream, 0, Math.Min(stream.Length, 4096), keys, ref state);
            var used = Drop(keys.AsSpan(0, _index.Find(keys.AsSpan(0, count))));
            if (used > 0)
                loss += Step(keys.AsSpan(0, used), language, _candidates[TrainingSet.ScriptOf(stream)], 1 - ((float)i / _settings.Samples));
            if ((i + 1) % every == 0)
            {
                log.WriteLine($"  {100.0 * (i + 1) / _settings.Samples:0} % loss {loss / every:0.0000}");
                loss = 0;
            }
        }

        return Quantized();
    }

    /// <summary>Turns numbers from 1 into rows from 0 and leaves some out; returns how many are left.</summary>
    private int Drop(Span<uint> numbers)
    {
        var kept = 0;
        var least = (uint)(_settings.Dropout * uint.MaxValue);
        foreach (var number in numbers)
        {
            // Xorshift: a draw for each n-gram has to be cheap.
            _drawn ^= _drawn << 13;
            _drawn ^= _drawn >> 17;
            _drawn ^= _drawn << 5;
            if (_drawn >= least)
                numbers[kept++] = number - 1;
        }

        return kept;
    }

    private float Step(ReadOnlySpan<uint> rows, int label, int[] candidates, float decay)
    {
        if (Array.IndexOf(candidates, label) < 0)
            return 0;
        Span<float> hidden = stackalloc float[D];
        Span<float> gradient = stackalloc float[D];
        Span<float> scores = stackalloc float[candidates.Length];
        foreach (var row in rows)
            AddScaled(hidden, _rows.AsSpan((int)row * D, D), 1f / rows.Length);
        var loss = Softmax(hidden, candidates, scores, label);
        for (var i = 0; i < candidates.Length; i++)
        {
            var language = candidates[i];
            var error = scores[i] - (language == label ? 1 : 0);
            if (Math.Abs(error) < Tiny)
                continue;
            var weights = _output.AsSpan(language * D, D);
            AddScaled(gradient, weights, error);
            _outputSquares[language] += error * error * Dot(hidden, hidden) / D;
            var rate = _settings.OutputRate * decay / (MathF.Sqrt(_outputSquares[language]) + Tiny);
            AddScaled(weights, hidden, -rate * error);
            _bias[language] -= 0.002f * decay * error;
        }

        var square = Dot(gradient, gradient) / D / rows.Length / rows.Length;
        foreach (var row in rows)
        {
            _rowSquares[row] += square;
            var rate = _settings.Rate * decay / (MathF.Sqrt(_rowSquares[row]) + Tiny) / rows.Length;
            AddScaled(_rows.AsSpan((int)row * D, D), gradient, -rate);
        }

        return loss;
    }

    /// <summary>Turns hidden values into probabilities of the candidates; returns the loss.</summary>
    private float Softmax(ReadOnlySpan<float> hidden, int[] candidates, Span<float> scores, int label)
    {
        var largest = float.NegativeInfinity;
        var own = 0f;
        for (var i = 0; i < candidates.Length; i++)
        {
            scores[i] = Dot(hidden, _output.AsSpan(candidates[i] * D, D)) + _bias[candidates[i]];
            largest = Math.Max(largest, scores[i]);
            if (candidates[i] == label)
                own = scores[i];
        }

        var total = 0f;
        for (var i = 0; i < candidates.Length; i++)
            total += scores[i] = MathF.Exp(scores[i] - largest);
        for (var i = 0; i < candidates.Length; i++)
            scores[i] /= total;
        return MathF.Log(total) - (own - largest);
    }

    /// <summary>
    /// One step for all rows: the small rows, which say little, become small numbers, and those pack well. A scale for each row doubles the file for
    /// no accuracy.
    /// </summary>
    private LanguageModel Quantized()
    {
        var step = (float)Math.Sqrt(_rows.Average(value => (double)value * value)) / _settings.Fineness;
        return new LanguageModel
        {
            Languages = _set.Languages,
            ScriptSets = _set.ScriptSets,
            Keys = _keys,
            Step = step,
            Rows = [.. _rows.Select(value => (sbyte)Math.Clamp(MathF.Round(value / step), -sbyte.MaxValue, sbyte.MaxValue))],
            Output = _output,
            Bias = _bias,
            Sharpness = 1,
            SharpnessPower = 0,
        };
    }

    private static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        var to = MemoryMarshal.Cast<float, Vector<float>>(target);
        var from = MemoryMarshal.Cast<float, Vector<float>>(source);
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i] * factor;
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return Vector.Sum(sum);
    }
}

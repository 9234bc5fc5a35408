using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>
/// Averaged structured perceptron. The search adds <c>margin</c> to every wrong tag, so that right answers must win by a distance;
/// weights are whole numbers of updates, scaled by <see cref="Unit"/> in the search.
/// </summary>
internal sealed class Perceptron(TrainingSet set, int seed, PerceptronSettings settings)
{
    private const int Unit = 16;
    private const int Forbidden = -100_000_000;

    private readonly Random _random = new(seed);
    private readonly Viterbi _viterbi = new();
    private readonly int[] _rowOf = NewRows(set.Index.Count);
    private readonly int[] _transitions = new int[Labels.Count * Labels.Count];
    private readonly double[] _transitionSums = new double[Labels.Count * Labels.Count];
    private int[] _weights = new int[1 << 20];
    private float[] _sums = new float[1 << 20];
    private int[] _scores = new int[Tokenizer.MaxSentenceTokens * Labels.Count];
    private byte[] _found = new byte[Tokenizer.MaxSentenceTokens];
    private int[] _shown = new int[1 << 14];
    private int[] _offsets = new int[Tokenizer.MaxSentenceTokens + 1];
    private int _rows;
    private double _clock = 1;

    /// <summary>Trains all epochs; returns for each epoch the share of sentences that were wrong.</summary>
    public List<double> Train()
    {
        var wrong = new List<double>();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            var order = Order();
            var errors = 0;
            foreach (var sentence in order)
            {
                errors += Learn(set.Sentences[sentence]) ? 1 : 0;
                _clock += 1.0 / order.Length;
            }

            wrong.Add((double)errors / order.Length);
        }

        return wrong;
    }

    /// <summary>Averaged weights by feature hash, in updates; and of the tag pairs.</summary>
    public (Dictionary<uint, float[]> Rows, float[] Transitions) Average()
    {
        var rows = new Dictionary<uint, float[]>(_rows);
        var hashes = set.Index.Hashes();
        for (var id = 0; id < hashes.Length; id++)
        {
            if (_rowOf[id] < 0)
            {
                continue;
            }

            var row = new float[Labels.Weighted];
            var at = _rowOf[id] * Labels.Weighted;
            for (var l = 0; l < Labels.Weighted; l++)
            {
                row[l] = (float)(_weights[at + l] - (_sums[at + l] / _clock));
            }

            rows[hashes[id]] = row;
        }

        return (rows, [.. _transitions.Select((w, i) => (float)(w - (_transitionSums[i] / _clock)))]);
    }

    private static int[] NewRows(int count)
    {
        var rows = new int[count];
        rows.AsSpan().Fill(-1);
        return rows;
    }

    private int[] Order()
    {
        var order = new List<int>();
        for (var i = 0; i < set.Sentences.Count; i++)
        {
            var share = set.Sentences[i].Share;
            var times = (int)share + (_random.NextDouble() < share - (int)share ? 1 : 0);
            for (var k = 0; k < times; k++)
            {
                order.Add(i);
            }
        }

        var shuffled = order.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }

    private bool Learn(TrainingSentence sentence)
    {
        var count = sentence.Tags.Length;
        if (_found.Length < count)
        {
            (_found, _scores, _offsets) = (new byte[count], new int[count * Labels.Count], new int[count + 1]);
        }

        Show(sentence);

        for (var t = 0; t < count; t++)
        {
            Score(sentence, t);
        }

        var found = _found.AsSpan(0, count);
        _viterbi.Decode(_scores, Scaled(), found);
        if (found.SequenceEqual(sentence.Tags))
        {
            return false;
        }

        for (var t = 0; t < count; t++)
        {
            var (right, wrong) = (sentence.Tags[t], found[t]);
            if (right != wrong)
            {
                foreach (var feature in Shown(t))
                {
                    Update(feature, right, wrong);
                }
            }

            if (t > 0 && (right != wrong || sentence.Tags[t - 1] != found[t - 1]))
            {
                Update((sentence.Tags[t - 1] * Labels.Count) + right, 1);
                Update((found[t - 1] * Labels.Count) + wrong, -1);
            }
        }

        return true;
    }

    /// <summary>Hides a part of the features at random, so that the model does not lean on the few that tell all of the training text.</summary>
    private void Show(TrainingSentence sentence)
    {
        if (_shown.Length < sentence.Features.Length)
        {
            _shown = new int[sentence.Features.Length];
        }

        var limit = (uint)(settings.Dropout * uint.MaxValue);
        var n = 0;
        for (var t = 0; t < sentence.Tags.Length; t++)
        {
            for (var f = sentence.Offsets[t]; f < sentence.Offsets[t + 1]; f++)
            {
                _noise ^= _noise << 13;
                _noise ^= _noise >> 17;
                _noise ^= _noise << 5;
                if (_noise >= limit)
                {
                    _shown[n++] = sentence.Features[f];
                }
            }

            _offsets[t + 1] = n;
        }
    }

    private Span<int> Shown(int t) => _shown.AsSpan(_offsets[t], _offsets[t + 1] - _offsets[t]);

    private uint _noise = 0x9E3779B9 + (uint)seed;

    private readonly int[] _scaled = new int[Labels.Count * Labels.Count];

    private int[] Scaled()
    {
        for (var i = 0; i < _scaled.Length; i++)
        {
            _scaled[i] = _transitions[i] * Unit;
        }

        return _scaled;
    }

    private void Score(TrainingSentence sentence, int t)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        foreach (var feature in Shown(t))
        {
            var row = _rowOf[feature];
            if (row >= 0)
            {
                low += Vector256.LoadUnsafe(ref weights, (nuint)(row * Labels.Weighted));
                high += Vector256.LoadUnsafe(ref weights, (nuint)((row * Labels.Weighted) + 8));
            }
        }

        var scores = _scores.AsSpan(t * Labels.Count, Labels.Count);
        (low * Unit).CopyTo(scores);
        (high * Unit).CopyTo(scores[8..]);
        scores[Labels.Outside] = 0;
        var gold = sentence.Tags[t];
        for (var l = 0; l < Labels.Count; l++)
        {
            if (l != gold)
            {
                scores[l] += l == Labels.Outside ? settings.OutsideMargin : settings.Margin;
            }
        }

        if (!sentence.HasMisc)
        {
            scores.Slice(Labels.Of(EntityClass.Misc, 0), 4).Fill(Forbidden);
        }
    }

    private void Update(int feature, int right, int wrong)
    {
        var row = _rowOf[feature];
        if (row < 0)
        {
            row = _rowOf[feature] = _rows++;
            if (_rows * Labels.Weighted > _weights.Length)
            {
                Array.Resize(ref _weights, _weights.Length * 2);
                Array.Resize(ref _sums, _sums.Length * 2);
            }
        }

        if (right != Labels.Outside)
        {
            _weights[(row * Labels.Weighted) + right]++;
            _sums[(row * Labels.Weighted) + right] += (float)_clock;
        }

        if (wrong != Labels.Outside)
        {
            _weights[(row * Labels.Weighted) + wrong]--;
            _sums[(row * Labels.Weighted) + wrong] -= (float)_clock;
        }
    }

    private void Update(int transition, int delta)
    {
        _transitions[transition] += delta;
        _transitionSums[transition] += delta * _clock;
    }
}

/// <param name="Margin">Lead that the right tag must have over a wrong one, in sixteenths of an update.</param>
/// <param name="OutsideMargin">The same over a wrong "outside": larger finds more names.</param>
/// <param name="Dropout">Share of features hidden at each visit.</param>
internal sealed record PerceptronSettings(int Epochs, int Margin, int OutsideMargin, double Dropout);

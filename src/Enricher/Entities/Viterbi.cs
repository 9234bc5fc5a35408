using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Newswire.Enricher.Entities;

/// <summary>The best sequence of tags, by exact search over those sequences that BILOU allows. Not for concurrent use.</summary>
internal sealed class Viterbi
{
    private const int Impossible = int.MinValue / 4;

    // Scores of tag pairs that may not be: none comes near in a sentence, and the sum of two still fits.
    private readonly int[] _weights = new int[Labels.Count * Labels.Weighted];
    private readonly int[] _toOutside = new int[Labels.Count];
    private int[] _best = new int[Tokenizer.MaxSentenceTokens * Labels.Count];
    private int[] _from = new int[Tokenizer.MaxSentenceTokens * Labels.Count];

    /// <summary>For each tag those that may follow it.</summary>
    private static readonly byte[][] Followers = [.. Enumerable.Range(0, Labels.Count).Select(FollowersOf)];

    private static readonly byte[] Openers = [.. Enumerable.Range(0, Labels.Count).Where(l => l == Labels.Outside || Labels.Starts(l)).Select(l => (byte)l)];

    public static ReadOnlySpan<byte> After(int label) => Followers[label];

    /// <summary>
    /// Writes the best tag of each token. <paramref name="emissions"/> has <see cref="Labels.Count"/> scores a token,
    /// <paramref name="transitions"/> a score for each pair (from * Count + to).
    /// </summary>
    public void Decode(ReadOnlySpan<int> emissions, ReadOnlySpan<int> transitions, Span<byte> labels)
    {
        var count = labels.Length;
        if (count == 0)
        {
            return;
        }

        if (_best.Length < count * Labels.Count)
        {
            _best = new int[count * Labels.Count];
            _from = new int[count * Labels.Count];
        }

        _best.AsSpan(0, Labels.Count).Fill(Impossible);
        foreach (var label in Openers)
        {
            _best[label] = emissions[label];
        }

        Read(transitions);
        for (var t = 1; t < count; t++)
        {
            Step(emissions, t * Labels.Count);
        }

        Trace(labels);
    }

    private static byte[] FollowersOf(int label)
    {
        var open = label != Labels.Outside && (label & 3) is Labels.Begin or Labels.Inside;
        return open
            ? [(byte)Labels.Of(Labels.ClassOf(label), Labels.Inside), (byte)Labels.Of(Labels.ClassOf(label), Labels.Last)]
            : [.. Enumerable.Range(0, Labels.Count).Where(l => l == Labels.Outside || Labels.Starts(l)).Select(l => (byte)l)];
    }

    private void Read(ReadOnlySpan<int> transitions)
    {
        _weights.AsSpan().Fill(Impossible);
        _toOutside.AsSpan().Fill(Impossible);
        for (var p = 0; p < Labels.Count; p++)
        {
            foreach (var l in Followers[p])
            {
                (l == Labels.Outside ? ref _toOutside[p] : ref _weights[(p * Labels.Weighted) + l]) = transitions[(p * Labels.Count) + l];
            }
        }
    }

    /// <summary>For all tags at once: the best way from each tag before. Of equal ways the first one counts.</summary>
    private void Step(ReadOnlySpan<int> emissions, int row)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (best, best8) = (Vector256.Create(Impossible), Vector256.Create(Impossible));
        var (from, from8) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var (outside, fromOutside) = (Impossible, 0);
        for (var p = 0; p < Labels.Count; p++)
        {
            var score = _best[row - Labels.Count + p];
            var way = Vector256.LoadUnsafe(ref weights, (nuint)(p * Labels.Weighted)) + Vector256.Create(score);
            var way8 = Vector256.LoadUnsafe(ref weights, (nuint)((p * Labels.Weighted) + 8)) + Vector256.Create(score);
            var (better, better8) = (Vector256.GreaterThan(way, best), Vector256.GreaterThan(way8, best8));
            (best, best8) = (Vector256.ConditionalSelect(better, way, best), Vector256.ConditionalSelect(better8, way8, best8));
            (from, from8) = (Vector256.ConditionalSelect(better, Vector256.Create(p), from), Vector256.ConditionalSelect(better8, Vector256.Create(p), from8));
            if (score + _toOutside[p] > outside)
            {
                (outside, fromOutside) = (score + _toOutside[p], p);
            }
        }

        var emitted = emissions.Slice(row, Labels.Count);
        (best + Vector256.Create(emitted)).CopyTo(_best, row);
        (best8 + Vector256.Create(emitted[8..])).CopyTo(_best, row + 8);
        from.CopyTo(_from, row);
        from8.CopyTo(_from, row + 8);
        _best[row + Labels.Outside] = outside + emitted[Labels.Outside];
        _from[row + Labels.Outside] = fromOutside;
    }

    private void Trace(Span<byte> labels)
    {
        var last = labels.Length - 1;
        var row = last * Labels.Count;
        var label = Labels.Outside;
        for (var l = 0; l < Labels.Count; l++)
        {
            if (Labels.Ends(l) && _best[row + l] > _best[row + label])
            {
                label = l;
            }
        }

        for (var t = last; t > 0; t--)
        {
            labels[t] = (byte)label;
            label = _from[(t * Labels.Count) + label];
        }

        labels[0] = (byte)label;
    }
}

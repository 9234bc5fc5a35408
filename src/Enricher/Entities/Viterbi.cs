namespace Newswire.Enricher.Entities;

/// <summary>The best sequence of tags, by exact search over those sequences that BILOU allows. Not for concurrent use.</summary>
internal sealed class Viterbi
{
    private const int Impossible = int.MinValue / 4;

    private int[] _best = new int[Tokenizer.MaxSentenceTokens * Labels.Count];
    private byte[] _from = new byte[Tokenizer.MaxSentenceTokens * Labels.Count];

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
            _from = new byte[count * Labels.Count];
        }

        _best.AsSpan(0, count * Labels.Count).Fill(Impossible);
        foreach (var label in Openers)
        {
            _best[label] = emissions[label];
        }

        for (var t = 1; t < count; t++)
        {
            Step(emissions, transitions, t * Labels.Count);
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

    private void Step(ReadOnlySpan<int> emissions, ReadOnlySpan<int> transitions, int row)
    {
        var previous = _best.AsSpan(row - Labels.Count, Labels.Count);
        var best = _best.AsSpan(row, Labels.Count);
        var from = _from.AsSpan(row, Labels.Count);
        for (var p = 0; p < Labels.Count; p++)
        {
            var score = previous[p];
            if (score == Impossible)
            {
                continue;
            }

            var weights = transitions.Slice(p * Labels.Count, Labels.Count);
            foreach (var l in Followers[p])
            {
                var candidate = score + weights[l];
                if (candidate > best[l])
                {
                    best[l] = candidate;
                    from[l] = (byte)p;
                }
            }
        }

        var emitted = emissions.Slice(row, Labels.Count);
        for (var l = 0; l < Labels.Count; l++)
        {
            if (best[l] != Impossible)
            {
                best[l] += emitted[l];
            }
        }
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

using System.Buffers;

namespace Newswire.Enricher.Entities;

/// <summary>
/// The words of a text as [start, length] in UTF-16 code units, cut into sentences. Grows in pooled arrays and is reused, so that reading a
/// dispatch leaves no garbage. Not for concurrent use.
/// </summary>
internal sealed class TokenList : IDisposable
{
    private int[] _starts = ArrayPool<int>.Shared.Rent(1024);
    private int[] _lengths = ArrayPool<int>.Shared.Rent(1024);
    private int[] _sentenceEnds = ArrayPool<int>.Shared.Rent(64);

    public int Count { get; private set; }

    public int SentenceCount { get; private set; }

    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>For each sentence the index after its last token.</summary>
    public ReadOnlySpan<int> SentenceEnds => _sentenceEnds.AsSpan(0, SentenceCount);

    public int LastSentenceEnd => SentenceCount == 0 ? 0 : _sentenceEnds[SentenceCount - 1];

    public int End(int token) => _starts[token] + _lengths[token];

    /// <summary>The token as it stands in its text.</summary>
    public ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int token) => text.Slice(_starts[token], _lengths[token]);

    public void Clear()
    {
        Count = 0;
        SentenceCount = 0;
    }

    public void Add(int start, int length)
    {
        if (Count == _starts.Length)
        {
            _starts = Grow(_starts, Count);
            _lengths = Grow(_lengths, Count);
        }

        _starts[Count] = start;
        _lengths[Count++] = length;
    }

    /// <summary>Moves the tokens from <paramref name="from"/> on by <paramref name="offset"/>.</summary>
    public void Shift(int from, int offset)
    {
        foreach (ref var start in _starts.AsSpan(from, Count - from))
        {
            start += offset;
        }
    }

    public void EndSentence()
    {
        if (Count == LastSentenceEnd)
        {
            return;
        }

        if (SentenceCount == _sentenceEnds.Length)
        {
            _sentenceEnds = Grow(_sentenceEnds, SentenceCount);
        }

        _sentenceEnds[SentenceCount++] = Count;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_lengths);
        ArrayPool<int>.Shared.Return(_sentenceEnds);
        _starts = _lengths = _sentenceEnds = [];
        Clear();
    }

    private static int[] Grow(int[] full, int used)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(64, full.Length * 2));
        full.AsSpan(0, used).CopyTo(larger);
        ArrayPool<int>.Shared.Return(full);
        return larger;
    }
}

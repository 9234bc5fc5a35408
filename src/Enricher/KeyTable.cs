using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Newswire.Enricher;

/// <summary>
/// Numbers the keys a model knows from 1, in their order. A bucket is half a cache line: the number of its first key and the low bits of up to
/// <see cref="Places"/> keys, compared at once; its own place says the high bits. So most lookups, of unknown keys as well, touch memory once and
/// branch never. Immutable; safe for concurrent use.
/// </summary>
internal sealed class KeyTable
{
    private const int BucketLength = 16;
    private const int HeadLength = 2;
    private const int Places = BucketLength - HeadLength;
    private const int Usual = Places / 2;
    private const int TagBits = 16;
    private const uint Overflows = 1u << 31;

    private readonly AlignedRows<ushort> _buckets;
    private readonly int _shift;
    private readonly uint _tagMask;
    private readonly Dictionary<uint, uint> _overflow = [];

    /// <param name="keys">Ascending.</param>
    /// <param name="keyBits">All keys are below two to this power.</param>
    public KeyTable(ReadOnlySpan<uint> keys, int keyBits)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] <= keys[i - 1])
                throw new InvalidDataException("The keys of the model are not in order.");
        }

        var bucketBits = Math.Max(keyBits - TagBits, BitOperations.Log2((uint)Math.Max(1, keys.Length / Usual)) + 1);
        (_shift, _tagMask) = (keyBits - bucketBits, (1u << (keyBits - bucketBits)) - 1);
        _buckets = new AlignedRows<ushort>(1 << bucketBits);
        for (var i = 0; i < keys.Length;)
        {
            var end = i + 1;
            while (end < keys.Length && keys[end] >> _shift == keys[i] >> _shift)
                end++;
            Fill(keys[i..end], (uint)(i + 1));
            i = end;
        }
    }

    /// <summary>Replaces keys by their numbers, leaving out the unknown; returns how many are known.</summary>
    public int Find(Span<uint> keys)
    {
        ref var buckets = ref _buckets.First;
        var known = 0;
        foreach (var key in keys)
        {
            ref var bucket = ref Unsafe.Add(ref buckets, (nint)(key >> _shift) * BucketLength);
            var head = Unsafe.As<ushort, uint>(ref bucket);
            var places = Vector256.Equals(Vector256.LoadUnsafe(ref bucket), Vector256.Create((ushort)(key & _tagMask))).ExtractMostSignificantBits() >> HeadLength;
            var number = places == 0 ? 0 : (head & ~Overflows) + (uint)BitOperations.TrailingZeroCount(places);
            if (places == 0 && head >= Overflows)
                number = _overflow.GetValueOrDefault(key);
            // Written always, counted when known: no branch to mispredict.
            keys[known] = number;
            known += number == 0 ? 0 : 1;
        }

        return known;
    }

    /// <summary>Has the memory that the keys will be looked for in fetched meanwhile.</summary>
    public void Prefetch(ReadOnlySpan<uint> keys)
    {
        foreach (var key in keys)
            _buckets.Prefetch((nint)(key >> _shift));
    }

    private void Fill(ReadOnlySpan<uint> keys, uint number)
    {
        var bucket = _buckets.Row((int)(keys[0] >> _shift));
        MemoryMarshal.Cast<ushort, uint>(bucket)[0] = number | (keys.Length > Places ? Overflows : 0);
        // Free places repeat the first key: of places that match, the first one counts. An empty bucket matches as number 0, which is unknown.
        bucket[HeadLength..].Fill((ushort)(keys[0] & _tagMask));
        for (var i = 0; i < keys.Length; i++)
        {
            if (i < Places)
                bucket[HeadLength + i] = (ushort)(keys[i] & _tagMask);
            else
                _overflow[keys[i]] = number + (uint)i;
        }
    }
}

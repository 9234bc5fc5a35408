using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Newswire.Enricher.Language;

/// <summary>Numbers the known n-grams from 1, in the order of their keys: open addressing in four bytes a slot. Immutable.</summary>
internal sealed class NgramIndex
{
    /// <summary>Most n-grams a model may have.</summary>
    public const int Most = (int)RowMask;

    // A slot holds the low bits of the key and the row's number. The high bits of the key are where the slot is, give or take a few.
    private const int RowBits = 17;
    private const uint RowMask = (1u << RowBits) - 1;
    private const int SlotBits = 18;
    private const int SlotMask = (1 << SlotBits) - 1;

    private readonly uint[] _slots = new uint[1 << SlotBits];

    public NgramIndex(ReadOnlySpan<uint> keys)
    {
        if (keys.Length > Most)
            throw new InvalidDataException($"The language model has {keys.Length} n-grams; at most {Most} can be looked up.");
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Home(keys[i]);
            while (_slots[slot] != 0)
                slot = (slot + 1) & SlotMask;
            _slots[slot] = (keys[i] << RowBits) | (uint)(i + 1);
        }
    }

    /// <summary>Replaces keys by the numbers of their n-grams, leaving out the unknown; returns how many are known.</summary>
    public int Find(Span<uint> keys)
    {
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var known = 0;
        foreach (var key in keys)
        {
            var slot = Home(key);
            var entry = Unsafe.Add(ref slots, slot);
            while (entry != 0 && (entry ^ (key << RowBits)) > RowMask)
            {
                slot = (slot + 1) & SlotMask;
                entry = Unsafe.Add(ref slots, slot);
            }

            // Written always, counted when known: no branch to mispredict.
            keys[known] = entry & RowMask;
            known += entry == 0 ? 0 : 1;
        }

        return known;
    }

    private static int Home(uint key) => (int)(key >> (Ngrams.KeyBits - SlotBits));
}

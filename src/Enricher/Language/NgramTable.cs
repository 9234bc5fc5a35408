using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Newswire.Enricher.Language;

/// <summary>
/// The rows of a model laid out for lookup: open addressing in four bytes a slot, rows of 16-bit integers in one global scale, so that the sum
/// of many rows needs no multiplication.
/// </summary>
internal sealed class NgramTable
{
    // 32 rows of at most this can be added before 16 bits overflow.
    private const int LargestValue = 1023;
    private const int RowsBeforeWidening = 32;

    // A slot holds the low bits of the key and the row's number from 1. The high bits of the key are where the slot is, give or take a few.
    private const int RowBits = 17;
    private const int SlotBits = 18;
    private const int SlotMask = (1 << SlotBits) - 1;
    private const uint RowMask = (1u << RowBits) - 1;

    private readonly uint[] _slots = new uint[1 << SlotBits];
    private readonly short[] _rows;

    public NgramTable(LanguageModel model)
    {
        if (model.Keys.Length > LargestModel)
            throw new InvalidDataException($"The language model has {model.Keys.Length} n-grams; at most {LargestModel} can be looked up.");
        // Row 0 is zero: what an unknown n-gram adds.
        _rows = new short[model.Rows.Length + LanguageModel.Dimension];
        var largest = 0f;
        for (var i = 0; i < model.Rows.Length; i++)
            largest = Math.Max(largest, Math.Abs(model.Rows[i] * model.Scales[i / LanguageModel.Dimension]));
        Unit = Math.Max(largest, float.Epsilon) / LargestValue;
        for (var i = 0; i < model.Rows.Length; i++)
            _rows[i + LanguageModel.Dimension] = (short)MathF.Round(model.Rows[i] * model.Scales[i / LanguageModel.Dimension] / Unit);
        for (var row = 0; row < model.Keys.Length; row++)
        {
            var slot = Home(model.Keys[row]);
            while (_slots[slot] != 0)
                slot = (slot + 1) & SlotMask;
            _slots[slot] = (model.Keys[row] << RowBits) | (uint)(row + 1);
        }
    }

    /// <summary>Most n-grams a model may have.</summary>
    public static int LargestModel => (int)RowMask;

    /// <summary>What one step of a sum is worth.</summary>
    public float Unit { get; }

    /// <summary>Replaces keys by the numbers of their rows, leaving out the unknown; returns how many are known.</summary>
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

    /// <summary>Adds rows to <paramref name="sum"/>, <see cref="LanguageModel.Dimension"/> numbers.</summary>
    public void Add(ReadOnlySpan<uint> rows, Span<int> sum)
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(_rows);
        while (!rows.IsEmpty)
        {
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            var batch = rows[..Math.Min(RowsBeforeWidening, rows.Length)];
            foreach (var row in batch)
            {
                var start = row * (nuint)LanguageModel.Dimension;
                low += Vector256.LoadUnsafe(ref values, start);
                high += Vector256.LoadUnsafe(ref values, start + 16);
            }

            Widen(low, high, sum);
            rows = rows[batch.Length..];
        }
    }

    private static int Home(uint key) => (int)(key >> (Ngrams.KeyBits - SlotBits));

    private static void Widen(Vector256<short> low, Vector256<short> high, Span<int> sum)
    {
        ref var target = ref MemoryMarshal.GetReference(sum);
        Add(Vector256.WidenLower(low), ref target, 0);
        Add(Vector256.WidenUpper(low), ref target, 8);
        Add(Vector256.WidenLower(high), ref target, 16);
        Add(Vector256.WidenUpper(high), ref target, 24);
    }

    private static void Add(Vector256<int> values, ref int target, nuint at)
        => (Vector256.LoadUnsafe(ref target, at) + values).StoreUnsafe(ref target, at);
}

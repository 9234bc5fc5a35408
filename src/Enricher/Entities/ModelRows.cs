using System.Numerics;
using System.Runtime.CompilerServices;

namespace Newswire.Enricher.Entities;

/// <summary>
/// The weight rows of a model file, column by column (keys, masks, scales, weights), which packs better than row by row. A weight is one byte
/// of its row's own scale; one scale for all rows would wreck the small ones.
/// </summary>
internal static class ModelRows
{
    public static void Write(BinaryWriter file, IReadOnlyList<KeyValuePair<uint, short[]>> rows)
    {
        file.Write(rows.Count);
        var last = 0u;
        foreach (var (key, _) in rows)
        {
            file.Write7BitEncodedInt((int)(key - last));
            last = key;
        }

        foreach (var (_, row) in rows)
        {
            var mask = 0;
            for (var i = 0; i < Labels.Weighted; i++)
            {
                mask |= Quantized(row[i], Largest(row)) != 0 ? 1 << i : 0;
            }

            file.Write((ushort)mask);
        }

        foreach (var (_, row) in rows)
        {
            file.Write7BitEncodedInt(Largest(row));
        }

        foreach (var (_, row) in rows)
        {
            foreach (var q in row.Select(w => Quantized(w, Largest(row))).Where(q => q != 0))
            {
                file.Write(q);
            }
        }
    }

    /// <summary>Keys, and for the key at i sixteen weights from (i + 1) * 16 on: the first row is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (uint[] Keys, short[] Weights) Read(ref PackedReader file)
    {
        var count = file.Int32();
        var keys = new uint[count];
        var key = 0u;
        for (var r = 0; r < count; r++)
        {
            keys[r] = key += file.Packed();
        }

        var masks = new ushort[count];
        for (var r = 0; r < count; r++)
        {
            masks[r] = (ushort)file.Int16();
        }

        var scales = new int[count];
        for (var r = 0; r < count; r++)
        {
            scales[r] = (int)file.Packed();
        }

        var weights = new short[(count + 1) * Labels.Weighted];
        for (var r = 0; r < count; r++)
        {
            for (int bits = masks[r], row = (r + 1) * Labels.Weighted; bits != 0; bits &= bits - 1)
            {
                weights[row + BitOperations.TrailingZeroCount(bits)] = Restored((sbyte)file.Byte(), scales[r]);
            }
        }

        return (keys, weights);
    }

    private static short Restored(sbyte weight, int scale) => (short)(((weight * scale) + (weight < 0 ? -63 : 63)) / 127);

    private static int Largest(short[] row) => row.Max(w => Math.Abs((int)w));

    private static sbyte Quantized(short weight, int largest) => largest == 0 ? (sbyte)0 : (sbyte)Math.Round(weight * 127.0 / largest);
}

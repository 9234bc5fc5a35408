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

    public static KeyValuePair<uint, short[]>[] Read(BinaryReader file)
    {
        var rows = new KeyValuePair<uint, short[]>[file.ReadInt32()];
        var keys = new uint[rows.Length];
        var key = 0u;
        for (var r = 0; r < rows.Length; r++)
        {
            keys[r] = key += (uint)file.Read7BitEncodedInt();
        }

        var masks = new ushort[rows.Length];
        foreach (ref var mask in masks.AsSpan())
        {
            mask = file.ReadUInt16();
        }

        var scales = new int[rows.Length];
        foreach (ref var scale in scales.AsSpan())
        {
            scale = file.Read7BitEncodedInt();
        }

        for (var r = 0; r < rows.Length; r++)
        {
            var row = new short[Labels.Weighted];
            for (var i = 0; i < Labels.Weighted; i++)
            {
                if ((masks[r] & (1 << i)) != 0)
                {
                    row[i] = (short)Math.Round(file.ReadSByte() * scales[r] / 127.0);
                }
            }

            rows[r] = KeyValuePair.Create(keys[r], row);
        }

        return rows;
    }

    private static int Largest(short[] row) => row.Max(w => Math.Abs((int)w));

    private static sbyte Quantized(short weight, int largest) => largest == 0 ? (sbyte)0 : (sbyte)Math.Round(weight * 127.0 / largest);
}

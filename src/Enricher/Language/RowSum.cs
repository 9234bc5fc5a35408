using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Newswire.Enricher.Language;

/// <summary>Adds up rows of a model: integers of eight bits in one scale, so that a row is half a cache line and a sum needs no multiplication.</summary>
internal static class RowSum
{
    // As many numbers of eight bits fit in sixteen.
    private const int RowsBeforeWidening = 256;

    /// <summary>Adds the rows with these numbers, from 1, to <paramref name="sum"/>, <see cref="LanguageModel.Dimension"/> numbers.</summary>
    public static void Add(sbyte[] rows, ReadOnlySpan<uint> numbers, Span<int> sum)
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(rows);
        while (!numbers.IsEmpty)
        {
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            var batch = numbers[..Math.Min(RowsBeforeWidening, numbers.Length)];
            foreach (var number in batch)
            {
                var row = Vector256.LoadUnsafe(ref values, (number - 1) * (nuint)LanguageModel.Dimension);
                low += Vector256.WidenLower(row);
                high += Vector256.WidenUpper(row);
            }

            ref var target = ref MemoryMarshal.GetReference(sum);
            Add(Vector256.WidenLower(low), ref target, 0);
            Add(Vector256.WidenUpper(low), ref target, 8);
            Add(Vector256.WidenLower(high), ref target, 16);
            Add(Vector256.WidenUpper(high), ref target, 24);
            numbers = numbers[batch.Length..];
        }
    }

    private static void Add(Vector256<int> values, ref int target, nuint at)
        => (Vector256.LoadUnsafe(ref target, at) + values).StoreUnsafe(ref target, at);
}

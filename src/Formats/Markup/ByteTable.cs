using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Newswire.Formats.Markup;

/// <summary>
/// A set of bytes, asked for thirty-two at a time: a byte is in it when the row of its low half has the bit of its high half. Needs AVX2.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ByteTable
{
    private const int HalfByte = 4;
    private const int Rows = 1 << HalfByte;
    private const byte LowHalf = Rows - 1;

    private static readonly Vector256<byte> Powers = Vector256.Create(0x8040_2010_0804_0201).AsByte();

    // A row has a bit for each of the high halves 0 to 7, or 8 to 15; a lane of sixteen bytes can look up in its own copy only.
    private readonly Vector256<byte> _lower;
    private readonly Vector256<byte> _upper;

    public ByteTable(IEnumerable<int> set)
    {
        Span<byte> lower = stackalloc byte[Rows], upper = stackalloc byte[Rows];
        foreach (var b in set)
        {
            var half = b >> HalfByte;
            (half < 8 ? lower : upper)[b & LowHalf] |= (byte)(1 << (half & 7));
        }

        _lower = TwoLanes(lower);
        _upper = TwoLanes(upper);
    }

    /// <summary>A bit for each byte that is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Bits(Vector256<byte> bytes)
    {
        var low = bytes & Vector256.Create(LowHalf);
        var high = (bytes.AsUInt16() >>> HalfByte).AsByte() & Vector256.Create(LowHalf);
        var row = Vector256.ConditionalSelect(Vector256.LessThan(bytes.AsSByte(), Vector256<sbyte>.Zero).AsByte(), Avx2.Shuffle(_upper, low), Avx2.Shuffle(_lower, low));
        var bit = Avx2.Shuffle(Powers, high);
        return Vector256.Equals(row & bit, bit).ExtractMostSignificantBits();
    }

    private static Vector256<byte> TwoLanes(ReadOnlySpan<byte> rows) => Vector256.Create(Vector128.Create(rows), Vector128.Create(rows));
}

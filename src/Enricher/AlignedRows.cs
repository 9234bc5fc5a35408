using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Newswire.Enricher;

/// <summary>
/// Rows of half a cache line of a model, read in random order: aligned, so that none lies in two lines, and pinned, so that they stay so. Not bounds-checked:
/// a row's number must come from the model's own <see cref="KeyTable"/>.
/// </summary>
internal sealed class AlignedRows<T>
    where T : unmanaged
{
    private const int RowBytes = 32;

    private readonly T[] _values;
    private readonly int _first;

    public AlignedRows(int rows)
    {
        _values = GC.AllocateArray<T>((rows + 1) * RowLength, pinned: true);
        _first = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0) & (RowBytes - 1)) / Unsafe.SizeOf<T>();
    }

    public AlignedRows(ReadOnlySpan<T> values)
        : this(values.Length / RowLength) => values.CopyTo(_values.AsSpan(_first));

    /// <summary>Values in a row.</summary>
    public static int RowLength => RowBytes / Unsafe.SizeOf<T>();

    /// <summary>The first value of the first row.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), _first);

    public Span<T> Row(int number) => _values.AsSpan(_first + (number * RowLength), RowLength);

    /// <summary>Has a row fetched while other work goes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(nint number)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0((byte*)Unsafe.AsPointer(ref First) + (number * RowBytes));
    }
}

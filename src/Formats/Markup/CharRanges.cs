using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Newswire.Formats.Markup;

/// <summary>
/// A set of characters as ranges, looked for thirty-two characters at a time. Every character of every text is looked at several times;
/// for sets beyond ASCII this is many times faster than <see cref="System.Buffers.SearchValues{T}"/>.
/// </summary>
internal sealed class CharRanges
{
    private const int Block = 32;
    private const int Half = Block / 2;
    private const int Quarter = Half / 2;
    private const int FewRanges = 2;

    // Most texts hold little from here on: then characters are compared as bytes, and only with the ranges below.
    private const int BeyondBytes = 0xFF;

    private readonly (Vector256<byte> From, Vector256<byte> Width)[] _bytes;
    private readonly ByteTable _table;
    private readonly (Vector256<ushort> From, Vector256<ushort> Width)[] _ranges;

    /// <param name="ranges">First and last of each range.</param>
    public CharRanges(params ReadOnlySpan<(char First, char Last)> ranges)
    {
        var all = ranges.ToArray();
        _ranges = [.. all.Select(range => (Vector256.Create((ushort)range.First), Vector256.Create((ushort)(range.Last - range.First))))];
        _bytes = [.. all.Where(range => range.First < BeyondBytes).Select(range => (Vector256.Create((byte)range.First), Vector256.Create((byte)(Math.Min((int)range.Last, BeyondBytes - 1) - range.First))))];
        _table = new ByteTable(Enumerable.Range(0, BeyondBytes).Where(b => Array.Exists(all, range => b >= range.First && b <= range.Last)));
    }

    // Comparing with one or two is as fast.
    private bool UsesTable => Avx2.IsSupported && _bytes.Length > FewRanges;

    public bool Contains(char c) => FirstIn([c]) >= 0;

    /// <summary>Where the first character of the set stands; −1 when there is none.</summary>
    public int FirstIn(ReadOnlySpan<char> text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var at = 0;
        for (; at <= text.Length - Block; at += Block)
        {
            if (Bits(ref units, at) is not 0 and var bits) return at + BitOperations.TrailingZeroCount(bits);
        }

        return at < text.Length && LastBits(text, at) is not 0 and var rest ? at + BitOperations.TrailingZeroCount(rest) : -1;
    }

    /// <summary>The places of the set's characters in a text, asked for from left to right.</summary>
    public Places In(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>How many runs of characters outside the set the text holds.</summary>
    public int RunsOutside(ReadOnlySpan<char> text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        // One bit: the character before was in the set.
        var (runs, before, at) = (0, 1u, 0);
        for (; at <= text.Length - Block; at += Block)
        {
            var inside = Bits(ref units, at);
            runs += BitOperations.PopCount(~inside & ((inside << 1) | before));
            before = inside >> (Block - 1);
        }

        if (at == text.Length) return runs;
        var left = (1u << (text.Length - at)) - 1;
        var rest = LastBits(text, at);
        return runs + BitOperations.PopCount(~rest & ((rest << 1) | before) & left);
    }

    /// <summary>A bit for each of the thirty-two characters from <paramref name="at"/> that is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Bits(ref ushort units, int at)
    {
        var first = Vector256.LoadUnsafe(ref units, (nuint)at);
        var second = Vector256.LoadUnsafe(ref units, (nuint)(at + Half));
        var bytes = Vector256.NarrowWithSaturation(first, second);
        if (Vector256.EqualsAny(bytes, Vector256<byte>.AllBitsSet)) return BeyondBits(ref units, at);
        return UsesTable ? _table.Bits(bytes) : Compared(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Compared(Vector256<byte> bytes)
    {
        var found = Vector256<byte>.Zero;
        foreach (ref readonly var range in _bytes.AsSpan()) found |= Vector256.LessThanOrEqual(bytes - range.From, range.Width);
        return found.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private uint BeyondBits(ref ushort units, int at) =>
        Bits(Vector256.LoadUnsafe(ref units, (nuint)at)) | (Bits(Vector256.LoadUnsafe(ref units, (nuint)(at + Half))) << Half);

    private uint Bits(Vector256<ushort> units)
    {
        var found = Vector256<ushort>.Zero;
        foreach (ref readonly var range in _ranges.AsSpan()) found |= Vector256.LessThanOrEqual(units - range.From, range.Width);
        return found.ExtractMostSignificantBits();
    }

    private uint Bits(Vector128<ushort> units)
    {
        var found = Vector128<ushort>.Zero;
        foreach (ref readonly var range in _ranges.AsSpan()) found |= Vector128.LessThanOrEqual(units - range.From.GetLower(), range.Width.GetLower());
        return found.ExtractMostSignificantBits();
    }

    /// <summary>As <see cref="Bits(ref ushort, int)"/>, of the fewer than thirty-two characters from <paramref name="at"/> to the end.</summary>
    private uint LastBits(ReadOnlySpan<char> text, int at)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        // A block that ends with the text, less what has been looked at.
        if (text.Length >= Block) return Bits(ref units, text.Length - Block) >> (Block - (text.Length - at));
        if (text.Length >= Half) return Bits(Vector256.LoadUnsafe(ref units)) | (Bits(Vector256.LoadUnsafe(ref units, (nuint)(text.Length - Half))) << (text.Length - Half));
        if (text.Length >= Quarter) return Bits(Vector128.LoadUnsafe(ref units)) | (Bits(Vector128.LoadUnsafe(ref units, (nuint)(text.Length - Quarter))) << (text.Length - Quarter));
        var bits = 0u;
        for (var i = 0; i < text.Length; i++)
            foreach (ref readonly var range in _ranges.AsSpan())
                if ((ushort)(text[i] - range.From[0]) <= range.Width[0]) bits |= 1u << i;
        return bits;
    }

    /// <summary>Keeps what is known of a block: characters close together do not have it looked at again.</summary>
    public ref struct Places(CharRanges set, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;
        private int _end;
        private uint _bits;

        /// <summary>The first from <paramref name="start"/> on, never less than before; the length of the text when there is none.</summary>
        public int From(int start)
        {
            // What lies before the block holds none.
            start = Math.Max(start, _at);
            if (start < _end && (_bits >> (start - _at)) is not 0 and var left) return start + BitOperations.TrailingZeroCount(left);
            ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(_text));
            for (_at = Math.Max(start, _end); _at < _text.Length; _at = _end)
            {
                _end = Math.Min(_at + Block, _text.Length);
                _bits = _end - _at == Block ? set.Bits(ref units, _at) : set.LastBits(_text, _at);
                if (_bits != 0) return _at + BitOperations.TrailingZeroCount(_bits);
            }

            return _text.Length;
        }
    }
}

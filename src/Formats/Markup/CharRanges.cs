using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Newswire.Formats.Markup;

/// <summary>
/// A set of characters as ranges, looked for sixteen characters at a time. Every character of every text is looked at several times;
/// for sets beyond ASCII this is many times faster than <see cref="System.Buffers.SearchValues{T}"/>.
/// </summary>
internal sealed class CharRanges
{
    private const int Block = 16;
    private const uint AllBits = 0xFFFF;

    // Most texts hold little beyond Latin letters: then only the ranges among those are compared.
    private const char BeyondLatin = '\u0250';

    private readonly (Vector256<ushort> From, Vector256<ushort> Width)[] _latin, _beyond;

    /// <param name="ranges">First and last of each range.</param>
    public CharRanges(params ReadOnlySpan<(char First, char Last)> ranges)
    {
        var all = ranges.ToArray();
        _latin = [.. all.Where(range => range.First < BeyondLatin).Select(Range)];
        _beyond = [.. all.Where(range => range.First >= BeyondLatin).Select(Range)];
    }

    public bool Contains(char c) => FirstIn([c]) >= 0;

    /// <summary>Where the first character of the set stands; −1 when there is none.</summary>
    public int FirstIn(ReadOnlySpan<char> text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var at = 0;
        for (; at <= text.Length - Block; at += Block)
        {
            if (Bits(Vector256.LoadUnsafe(ref units, (nuint)at)) is not 0 and var bits) return at + BitOperations.TrailingZeroCount(bits);
        }

        return at < text.Length && LastBits(text[at..]) is not 0 and var last ? at + BitOperations.TrailingZeroCount(last) : -1;
    }

    /// <summary>How many runs of characters outside the set the text holds.</summary>
    public int RunsOutside(ReadOnlySpan<char> text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        // One bit: the character before was in the set.
        var (runs, before, at) = (0, 1u, 0);
        for (; at <= text.Length - Block; at += Block)
        {
            var inside = Bits(Vector256.LoadUnsafe(ref units, (nuint)at));
            runs += BitOperations.PopCount(~inside & ((inside << 1) | before) & AllBits);
            before = inside >> (Block - 1);
        }

        if (at == text.Length) return runs;
        var left = (1u << (text.Length - at)) - 1;
        var rest = LastBits(text[at..]);
        return runs + BitOperations.PopCount(~rest & ((rest << 1) | before) & left);
    }

    /// <summary>A bit for each of the sixteen characters that is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Bits(Vector256<ushort> units)
    {
        var found = Vector256<ushort>.Zero;
        foreach (ref readonly var range in _latin.AsSpan()) found |= Vector256.LessThanOrEqual(units - range.From, range.Width);
        if (Vector256.GreaterThanOrEqualAny(units, Vector256.Create((ushort)BeyondLatin)))
            foreach (ref readonly var range in _beyond.AsSpan()) found |= Vector256.LessThanOrEqual(units - range.From, range.Width);
        return found.ExtractMostSignificantBits();
    }

    /// <summary>As <see cref="Bits"/>, of fewer than sixteen characters.</summary>
    private uint LastBits(ReadOnlySpan<char> text)
    {
        Span<char> padded = stackalloc char[Block];
        padded.Clear();
        text.CopyTo(padded);
        return Bits(Vector256.Create<ushort>(MemoryMarshal.Cast<char, ushort>(padded))) & ((1u << text.Length) - 1);
    }

    private static (Vector256<ushort> From, Vector256<ushort> Width) Range((char First, char Last) range) =>
        (Vector256.Create((ushort)range.First), Vector256.Create((ushort)(range.Last - range.First)));
}

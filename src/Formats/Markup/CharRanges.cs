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
        var units = MemoryMarshal.Cast<char, ushort>(text);
        for (var at = 0; at < units.Length; at += Vector256<ushort>.Count)
        {
            if (Bits(Block(units[at..])) is not 0 and var bits && at + BitOperations.TrailingZeroCount(bits) is var found && found < units.Length) return found;
        }

        return -1;
    }

    /// <summary>How many runs of characters outside the set the text holds.</summary>
    public int RunsOutside(ReadOnlySpan<char> text)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var runs = 0;
        // One bit: the character before was in the set.
        for (var (at, before) = (0, 1u); at < units.Length; at += Vector256<ushort>.Count)
        {
            var inside = Bits(Block(units[at..])) | ~Present(units.Length - at);
            runs += BitOperations.PopCount(~inside & ((inside << 1) | before));
            before = (inside >> (Vector256<ushort>.Count - 1)) & 1;
        }

        return runs;
    }

    /// <summary>The next sixteen characters; NUL beyond the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Block(ReadOnlySpan<ushort> units) => units.Length >= Vector256<ushort>.Count ? Vector256.Create(units) : LastBlock(units);

    private static Vector256<ushort> LastBlock(ReadOnlySpan<ushort> units)
    {
        Span<ushort> padded = stackalloc ushort[Vector256<ushort>.Count];
        padded.Clear();
        units.CopyTo(padded);
        return Vector256.Create<ushort>(padded);
    }

    /// <summary>A bit for each of the sixteen characters that is there at all.</summary>
    private static uint Present(int left) => left >= Vector256<ushort>.Count ? 0xFFFF : (1u << left) - 1;

    private uint Bits(Vector256<ushort> units)
    {
        var found = Vector256<ushort>.Zero;
        foreach (var (from, width) in _latin) found |= Vector256.LessThanOrEqual(units - from, width);
        if (Vector256.GreaterThanOrEqualAny(units, Vector256.Create((ushort)BeyondLatin)))
            foreach (var (from, width) in _beyond) found |= Vector256.LessThanOrEqual(units - from, width);
        return found.ExtractMostSignificantBits();
    }

    private static (Vector256<ushort> From, Vector256<ushort> Width) Range((char First, char Last) range) =>
        (Vector256.Create((ushort)range.First), Vector256.Create((ushort)(range.Last - range.First)));
}

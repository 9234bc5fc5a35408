using System.Collections.Frozen;

namespace Newswire.Formats.Signalling;

/// <summary>
/// Phrases by the letters they begin with, in any case and in their given order: every line of every item is compared with hundreds of
/// phrases, of which all but a few begin otherwise.
/// </summary>
internal sealed class ByFirstLetters<T>
{
    private const int Letters = 26;
    private const int Bits = 64;

    private readonly FrozenDictionary<int, Group> _byLetters;

    // The pairs of plain letters, which nearly all lines begin with.
    private readonly Group[] _plain = new Group[Letters * Letters];

    // A bit for each character one begins with, in any case: casing letters beyond ASCII costs more than all else here.
    private readonly ulong[] _firsts = new ulong[(char.MaxValue + 1) / Bits];

    public ByFirstLetters(IEnumerable<T> all, Func<T, string> text)
    {
        _byLetters = all.GroupBy(item => Key(text(item))).ToFrozenDictionary(group => group.Key, group => new Group([.. group], Thirds(group.Select(text))));
        foreach (var (key, group) in _byLetters)
        {
            if (PlainPair((char)(key >> 16), (char)key) is var pair and >= 0)
                _plain[pair] = group;
            foreach (var first in BothCases((char)(key >> 16)))
                _firsts[first / Bits] |= 1UL << (first % Bits);
        }
    }

    /// <summary>Those that <paramref name="line"/> can begin with, and some others.</summary>
    public ReadOnlySpan<T> For(ReadOnlySpan<char> line)
    {
        if (line.Length < 2)
            return default;
        if (PlainPair(line[0], line[1]) is var pair and >= 0)
            return _plain[pair].For(line);
        return (_firsts[line[0] / Bits] & (1UL << (line[0] % Bits))) == 0 ? default : _byLetters.GetValueOrDefault(Key(line)).For(line);
    }

    private static int PlainPair(char first, char second)
    {
        var (left, right) = ((uint)((first | 0x20) - 'a'), (uint)((second | 0x20) - 'a'));
        return left < Letters && right < Letters ? (int)((left * Letters) + right) : -1;
    }

    private static int Key(ReadOnlySpan<char> start) => (char.ToUpperInvariant(start[0]) << 16) | char.ToUpperInvariant(start[1]);

    /// <summary>A bit for what each has in the third place; all bits when one ends before it.</summary>
    private static ulong Thirds(IEnumerable<string> texts) =>
        texts.Aggregate(0UL, (bits, text) => text.Length < 3 ? ulong.MaxValue : BothCases(text[2]).Aggregate(bits, (set, c) => set | (1UL << (c % Bits))));

    private static char[] BothCases(char c) => [c, char.ToUpperInvariant(c), char.ToLowerInvariant(c)];

    private readonly record struct Group(T[] Items, ulong Thirds)
    {
        public ReadOnlySpan<T> For(ReadOnlySpan<char> line) => line.Length > 2 && (Thirds & (1UL << (line[2] % Bits))) == 0 ? default : Items;
    }
}

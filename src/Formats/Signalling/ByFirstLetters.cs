using System.Collections.Frozen;

namespace Newswire.Formats.Signalling;

/// <summary>
/// Phrases by the two letters they begin with, in any case and in their given order: every line of every item is compared with hundreds of
/// phrases, of which all but a few begin otherwise.
/// </summary>
internal sealed class ByFirstLetters<T>(IEnumerable<T> all, Func<T, string> text)
{
    private readonly FrozenDictionary<int, T[]> _byLetters = all.GroupBy(item => Key(text(item))).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Those that <paramref name="line"/> can begin with.</summary>
    public ReadOnlySpan<T> For(ReadOnlySpan<char> line) => line.Length < 2 ? default : _byLetters.GetValueOrDefault(Key(line));

    private static int Key(ReadOnlySpan<char> start) => (char.ToUpperInvariant(start[0]) << 16) | char.ToUpperInvariant(start[1]);
}

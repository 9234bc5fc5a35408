using System.Collections.Frozen;

namespace Newswire.Formats.Signalling;

/// <summary>
/// Phrases by the letter they begin with, in any case and in their given order: every line of every item is compared with hundreds of
/// phrases, of which all but a few begin with another letter.
/// </summary>
internal sealed class ByFirstLetter<T>(IEnumerable<T> all, Func<T, string> text)
{
    private readonly FrozenDictionary<char, T[]> _byLetter = all.GroupBy(item => char.ToUpperInvariant(text(item)[0])).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Those that <paramref name="line"/> can begin with.</summary>
    public ReadOnlySpan<T> For(ReadOnlySpan<char> line) => line.IsEmpty ? default : _byLetter.GetValueOrDefault(char.ToUpperInvariant(line[0]));
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Newswire.Enricher.Language;

/// <summary>
/// The features of a stream: its character n-grams of 1 to <see cref="Longest"/> that hold no space but at their ends, and its words, as
/// keys of <see cref="KeyBits"/> bits.
/// </summary>
internal static class Ngrams
{
    public const int Longest = 5;
    public const int KeyBits = 26;

    /// <summary>At most this many keys for each character of the stream.</summary>
    public const int KeysPerCharacter = Longest + 1;

    // A shorter word with its spaces is an n-gram already.
    private const int ShortestWord = Longest - 1;
    private const uint Multiplier = 0x9E3779B1;
    private const uint WordSeed = 0x5BD1E995;

    /// <summary>Keys of the features that start in [<paramref name="from"/>, <paramref name="to"/>), words by where they end.</summary>
    public static int Keys(ReadOnlySpan<char> stream, int from, int to, Span<uint> keys, ref NgramState state)
    {
        // References instead of indexes: this loop is most of the detector's time, and its bounds are checked here once.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, stream.Length, nameof(to));
        ArgumentOutOfRangeException.ThrowIfLessThan(keys.Length, (to - from) * KeysPerCharacter, nameof(keys));
        ref var letters = ref MemoryMarshal.GetReference(stream);
        ref var target = ref MemoryMarshal.GetReference(keys);
        var count = 0;
        var (wordHash, wordLength) = state;
        for (var i = from; i < to; i++)
        {
            var first = Unsafe.Add(ref letters, i);
            var hash = Mix(0, first);
            if (first == ' ')
            {
                if (wordLength >= ShortestWord)
                    Unsafe.Add(ref target, count++) = Key(wordHash);
                (wordHash, wordLength) = (WordSeed, 0);
            }
            else
            {
                (wordHash, wordLength) = (Mix(wordHash, first), wordLength + 1);
                Unsafe.Add(ref target, count++) = Key(hash);
            }

            var end = Math.Min(i + Longest, stream.Length);
            for (var j = i + 1; j < end; j++)
            {
                var c = Unsafe.Add(ref letters, j);
                hash = Mix(hash, c);
                Unsafe.Add(ref target, count++) = Key(hash);
                if (c == ' ')
                    break;
            }
        }

        state = new NgramState(wordHash, wordLength);
        return count;
    }

    private static uint Mix(uint hash, char c)
    {
        hash = (hash + c + 1) * Multiplier;
        return hash ^ (hash >> 15);
    }

    private static uint Key(uint hash) => (hash * 0x85EBCA6B) >> (32 - KeyBits);
}

/// <summary>The word under way, carried from one call to the next.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NgramState(uint WordHash, int WordLength);

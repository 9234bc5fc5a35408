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
        var count = 0;
        for (var i = from; i < to; i++)
        {
            var hash = 0u;
            var end = Math.Min(i + Longest, stream.Length);
            for (var j = i; j < end; j++)
            {
                var c = stream[j];
                hash = (hash + c + 1) * Multiplier;
                hash ^= hash >> 15;
                if (c == ' ')
                {
                    if (j > i)
                    {
                        keys[count++] = Key(hash);
                        break;
                    }
                }
                else
                {
                    keys[count++] = Key(hash);
                }
            }

            if (stream[i] == ' ')
            {
                if (state.WordLength >= ShortestWord)
                    keys[count++] = Key(state.WordHash);
                state = new NgramState(WordSeed, 0);
            }
            else
            {
                var word = (state.WordHash + stream[i] + 1) * Multiplier;
                state = new NgramState(word ^ (word >> 15), state.WordLength + 1);
            }
        }

        return count;
    }

    private static uint Key(uint hash) => (hash * 0x85EBCA6B) >> (32 - KeyBits);
}

/// <summary>The word under way, carried from one call to the next.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NgramState(uint WordHash, int WordLength);

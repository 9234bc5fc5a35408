using System.Runtime.CompilerServices;

namespace Newswire.Enricher.Entities;

/// <summary>The one hash of words, phrases and features. Model files hold these values: changing it makes every model useless.</summary>
internal static class FeatureHash
{
    public const uint Seed = 2166136261;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Add(uint hash, uint value) => (hash ^ value) * 16777619;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint template, uint value)
    {
        var h = (value ^ (template * 0x85EBCA6B)) * 0x9E3779B1;
        h ^= h >> 15;
        return h * 0x2C1B3C6D;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pair(uint left, uint right) => (((left * 0x9E3779B1) ^ (left >> 13)) + right) * 0xC2B2AE35;

    /// <summary>The hash of a word in its folded form.</summary>
    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            var f = TextFold.Fold(c);
            if (f != TextFold.Ignored)
            {
                hash = Add(hash, f);
            }
        }

        return hash;
    }
}

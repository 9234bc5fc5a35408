using System.Runtime.InteropServices;

namespace Newswire.Enricher.Entities;

/// <summary>A name found in a text: tokens from First up to End (excluded).</summary>
/// <param name="Margin">How far, in weights, the best reading without this mention is behind; grows with certainty.</param>
[StructLayout(LayoutKind.Auto)]
internal record struct Mention(int First, int End, EntityClass Class, int Margin)
{
    /// <summary>Margin of a mention that a list decided.</summary>
    public const int Certain = 4000;

    public readonly int Words => End - First;

    /// <summary>Puts <paramref name="corrections"/> in the place of all mentions that they overlap; the result is in text order.</summary>
    public static void Replace(List<Mention> mentions, List<Mention> corrections)
    {
        corrections.Sort((a, b) => a.First.CompareTo(b.First));
        var merged = new List<Mention>(mentions.Count + corrections.Count);
        var next = 0;
        var end = 0;
        foreach (var correction in corrections.Where(c => c.Words > 0))
        {
            for (; next < mentions.Count && mentions[next].First < correction.End; next++)
            {
                if (mentions[next].First >= end && mentions[next].End <= correction.First)
                {
                    merged.Add(mentions[next]);
                }
            }

            if (correction.First >= end)
            {
                merged.Add(correction);
                end = correction.End;
            }
        }

        merged.AddRange(mentions.Skip(next).Where(m => m.First >= end));
        mentions.Clear();
        mentions.AddRange(merged);
    }
}

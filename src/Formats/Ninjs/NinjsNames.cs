using System.Numerics;
using System.Text;
using Newswire.Formats.Feeds;

namespace Newswire.Formats.Ninjs;

/// <summary>Names of properties that tell the versions of ninjs from each other, and from other JSON.</summary>
internal static class NinjsNames
{
    private static readonly string[] OfThree = ["versionCreated", "firstCreated", "pubStatus", "contentType", "infoSources", "edNote", "embargoedUntil", "altIds", "eventDetails", "plannedCoverage"];
    private static readonly string[] OfTwo = ["bodies", "headlines", "contenttype", "infosources", "descriptions", "eventdetails"];
    private static readonly string[] OfOne = ["headline", "body_text", "body_html", "body_xhtml", "body_nitf", "description_text", "versioncreated", "pubstatus", "byline"];
    private static readonly string[] All = ["uri", .. OfThree, .. OfTwo, .. OfOne];

    private const uint Uri = 1;
    private static readonly uint Three = Ones(OfThree.Length) << 1;
    private static readonly uint Two = Ones(OfTwo.Length) << (1 + OfThree.Length);
    private static readonly uint One = Ones(OfOne.Length) << (1 + OfThree.Length + OfTwo.Length);

    private const int Keys = 256;
    private static readonly int Longest = All.Max(name => name.Length);

    // By length and first letter, each with its bit.
    private static readonly (byte[] Name, uint Bit)[][] ByKey =
        [.. Enumerable.Range(0, Keys).Select(key => All.Index().Where(name => Key(name.Item.Length, name.Item[0]) == key).Select(name => (Encoding.ASCII.GetBytes(name.Item), 1u << name.Index)).ToArray())];

    public static int Count => All.Length;

    /// <summary>How many different ones of each version the start of a document holds, at any depth; none in a JSON Feed.</summary>
    public static (int Uri, int One, int Two, int Three) CountIn(ReadOnlySpan<byte> json)
    {
        var found = 0u;
        for (; json.IndexOf((byte)':') is var colon and >= 0; json = json[(colon + 1)..])
        {
            var before = json[..colon];
            if (before is [.., not (byte)'"']) before = before.TrimEnd(" \t\r\n"u8);
            if (before is not [.., (byte)'"'])
            {
                if (JsonFeedFormat.IsVersion(json[(colon + 1)..])) return default;
                continue;
            }

            before = before[..^1];
            var name = before[(before.LastIndexOf((byte)'"') + 1)..];
            if (name.IsEmpty || name.Length > Longest) continue;
            foreach (var (known, bit) in ByKey[Key(name.Length, name[0])])
                if (name.SequenceEqual(known)) found |= bit;
        }

        return (PopCount(found & Uri), PopCount(found & One), PopCount(found & Two), PopCount(found & Three));
    }

    private static int Key(int length, int first) => ((length << 4) ^ first) & (Keys - 1);

    private static uint Ones(int count) => (1u << count) - 1;

    private static int PopCount(uint bits) => BitOperations.PopCount(bits);
}

using System.IO.Compression;
using System.Text;

namespace Newswire.FormatsBench;

/// <summary>Mutations that know where tags, attributes, strings and lines begin, so that most inputs get past the parser.</summary>
internal sealed class Mutation(Random random, List<byte[]> seeds)
{
    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "9999999999999999999", "2024-02-31", "2024-03-14T20:41:07+25:00", "Thu, 14 Mar 2024 20:41:07 XYZ", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00",
        "&", "&amp;", "&lt;script&gt;", "&#0;", "&#xD800;", "&#x10FFFF;", "&nosuch;", "&amp;amp;amp;", "<", ">", "]]>", "<![CDATA[", "<!--", "-->", "<?xml version=\"1.0\"?>",
        "<!DOCTYPE a [<!ENTITY e \"x\">]>", "\"", "'", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", "null", "true", "1e999", "\0", "\x01", "\x1b", "\u200b", "\u202e", "\ufeff", "é", "日本",
        "javascript:alert(1)", "http://[::1", "urn:", "C:\\x", "../../..", "NaN", "Canceled", "stat:canceled", "embargoed", "xmlns:x=\"y\"", "xml:lang=\"fr\"", "<br>", "<p>", "</p>", "<table><tr><td>",
    ];

    private static readonly byte[] Boundaries = "<>\"{}[],:\n"u8.ToArray();

    public byte[] Make()
    {
        var pieces = Pieces(Pick(seeds));
        for (var edits = random.Next(1, 8); edits > 0 && pieces.Count > 0; edits--) Edit(pieces);
        byte[] bytes = [.. pieces.SelectMany(p => p)];
        return random.Next(40) switch
        {
            0 => bytes[..random.Next(bytes.Length + 1)],
            1 => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))).ToArray(),
            2 => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes)),
            3 => Gzip(bytes),
            4 => [.. bytes, .. Pick(seeds)],
            5 => Flip(bytes),
            _ => bytes,
        };
    }

    private void Edit(List<byte[]> pieces)
    {
        var at = random.Next(pieces.Count);
        var length = Math.Min(random.Next(1, 12), pieces.Count - at);
        switch (random.Next(8))
        {
            case 0: pieces.RemoveRange(at, length); break;
            case 1: pieces.InsertRange(random.Next(pieces.Count), pieces.GetRange(at, length)); break;
            case 2: pieces[at] = Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]); break;
            case 3: pieces.Insert(at, Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)])); break;
            case 4:
                var other = Pieces(Pick(seeds));
                var from = random.Next(other.Count);
                pieces.InsertRange(at, other.GetRange(from, Math.Min(random.Next(1, 30), other.Count - from)));
                break;
            case 5:
                var repeated = pieces.GetRange(at, Math.Min(2, pieces.Count - at));
                for (var times = random.Next(1, 400); times > 0; times--) pieces.InsertRange(at, repeated);
                break;
            case 6: (pieces[at], pieces[^1]) = (pieces[^1], pieces[at]); break;
            default: pieces[at] = Flip([.. pieces[at]]); break;
        }
    }

    /// <summary>A document cut before each boundary character.</summary>
    private static List<byte[]> Pieces(byte[] content)
    {
        var pieces = new List<byte[]>();
        for (var start = 0; start < content.Length;)
        {
            var length = content.AsSpan(start + 1).IndexOfAny(Boundaries) + 1;
            if (length == 0) length = content.Length - start;
            pieces.Add(content[start..(start + length)]);
            start += length;
        }

        return pieces;
    }

    private byte[] Flip(byte[] bytes)
    {
        if (bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private T Pick<T>(List<T> list) => list[random.Next(list.Count)];

    private static byte[] Gzip(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(bytes);
        return buffer.ToArray();
    }
}

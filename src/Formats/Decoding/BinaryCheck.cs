using System.Buffers;

namespace Newswire.Formats.Decoding;

/// <summary>Tells files that are no text at all: known magic numbers, or too many control characters.</summary>
internal static class BinaryCheck
{
    private const int Examined = 8_192;

    // TAB, LF and CR are text; the controls of the wire envelopes (SOH STX ETX EOT BS FF DC1-DC4 SYN US) are too, in small numbers.
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10 or 13)).Select(b => (byte)b)]);

    private static readonly byte[][] Magic =
    [
        [.. "PK"u8, 3, 4], [.. "%PDF-"u8], [0x89, .. "PNG"u8], [.. "GIF8"u8], [0xFF, 0xD8, 0xFF], [.. "Rar!"u8], [.. "7z"u8, 0xBC, 0xAF],
        [0xD0, 0xCF, 0x11, 0xE0], [.. "ID3"u8], [.. "OggS"u8], [0x1F, 0x8B], [.. "BZh"u8], [0xFD, .. "7zXZ"u8], [0x28, 0xB5, 0x2F, 0xFD],
        [0, 0, 0, 0x18, .. "ftyp"u8], [0, 0, 0, 0x20, .. "ftyp"u8], [0x7F, .. "ELF"u8], [.. "II*\0"u8], [.. "MM\0*"u8],
    ];

    /// <summary>The evidence, or null for text. Call it only for bytes that are not UTF-16 or UTF-32.</summary>
    public static string? Evidence(ReadOnlySpan<byte> content)
    {
        foreach (var magic in Magic)
            if (content.StartsWith(magic)) return "starts like a compressed, image or document file";
        var head = content[..Math.Min(content.Length, Examined)];
        var controls = 0;
        for (var rest = head; ;)
        {
            var at = rest.IndexOfAny(Controls);
            if (at < 0) break;
            controls++;
            rest = rest[(at + 1)..];
        }

        return controls * 10 > head.Length ? $"{controls} of the first {head.Length} bytes are control characters" : null;
    }
}

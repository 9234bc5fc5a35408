using System.Numerics;
using System.Text;
using Newswire.Contracts;
using Newswire.Formats.Decoding;

namespace Newswire.Formats.Wire;

/// <summary>Characters of a wire envelope. Old lines use the top bit as parity, one-byte sets nobody declares, and national sets of 7 bits.</summary>
internal static class WireBytes
{
    private const int Examined = 4_096;

    // Fewer bytes say nothing; text without parity bits has about half of its bytes of each parity.
    private const int FewestBytes = 40;

    /// <summary>The start of the document, parity bits taken off; for detection.</summary>
    public static string Head(DispatchHead head)
        => HasParity(head.Bytes.Span) ? Stripped(head.Bytes.Span[..Math.Min(head.Bytes.Length, Examined)]).TrimStart() : head.Text;

    /// <summary>
    /// The document as characters. <paramref name="latin"/>: bytes that are not UTF-8 and have no configured charset are Windows-1252, for
    /// an envelope in which too few letters tell.
    /// </summary>
    public static string Text(DispatchText dispatch, SourceSettings settings, bool latin, List<RecordWarning> warnings)
    {
        var bytes = dispatch.Bytes.Span;
        if (HasParity(bytes))
        {
            warnings.Add(new RecordWarning { Code = WarningCodes.BytesReplaced, Detail = "the top bit of the bytes was parity and is taken off" });
            return Stripped(bytes);
        }

        if (latin && IsLatin(dispatch, settings))
            return Charsets.Windows1252.GetString(bytes);
        if (Iso646.Find(settings.Charset) is { } national)
            return Iso646.Decode(dispatch.Text, national);
        if (Iso646.LooksNational(dispatch.Text))
            warnings.Add(new RecordWarning { Code = WarningCodes.CharsetConflict, Detail = "looks like a national set of ISO 646; only the source's charset setting can tell which" });
        return dispatch.Text;
    }

    /// <summary>What <see cref="Text"/> with latin set decoded by, when that is not the document's own charset.</summary>
    public static string? Charset(DispatchText dispatch, SourceSettings settings)
        => HasParity(dispatch.Bytes.Span) ? "us-ascii" : IsLatin(dispatch, settings) ? "windows-1252" : null;

    private static bool IsLatin(DispatchText dispatch, SourceSettings settings)
        => settings.Charset is null && !dispatch.Charset.StartsWith("utf-", StringComparison.Ordinal);

    /// <summary>Nearly all bytes have the same parity and many have the top bit set: then it is a parity bit.</summary>
    private static bool HasParity(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, Examined)];
        if (bytes.Length < FewestBytes)
            return false;
        int even = 0, high = 0;
        foreach (var b in bytes)
        {
            even += (BitOperations.PopCount(b) & 1) == 0 ? 1 : 0;
            high += b >> 7;
        }

        var most = bytes.Length * 98 / 100;
        return high * 5 > bytes.Length && (even >= most || bytes.Length - even >= most);
    }

    private static string Stripped(ReadOnlySpan<byte> bytes)
    {
        var seven = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
            seven[i] = (byte)(bytes[i] & 0x7F);
        return Encoding.ASCII.GetString(seven);
    }
}

using System.Buffers;
using System.Text;

namespace Newswire.Formats.Decoding;

/// <summary>
/// UTF-8 in which single bytes of Windows-1252 stand, as when one system's copy is pasted into another's: those are read as what they are;
/// sequences that were cut become U+FFFD.
/// </summary>
internal static class MixedText
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> one = stackalloc char[1];
        var cut = false;
        while (!bytes.IsEmpty)
        {
            var valid = ValidLength(bytes);
            if (valid > 0)
            {
                text.Append(Encoding.UTF8.GetString(bytes[..valid]));
                bytes = bytes[valid..];
                cut = false;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            length = Math.Max(1, length);
            cut = cut || status == OperationStatus.NeedMoreData || length > 1 || !IsSingle(bytes, text);
            if (cut)
                text.Append('\uFFFD');
            else if (Charsets.Windows1252.GetChars(bytes[..1], one) == 1)
                text.Append(one[0] is >= '\u0080' and < '\u00A0' ? '\uFFFD' : one[0]);
            bytes = bytes[length..];
        }

        return text.ToString();
    }

    /// <summary>The two bytes that begin most sequences of UTF-8 are letters of Windows-1252 only among capitals ("NÃO").</summary>
    private static bool IsSingle(ReadOnlySpan<byte> bytes, StringBuilder before)
        => bytes[0] is not (0xC2 or 0xC3) || (before.Length > 0 && char.IsAsciiLetterUpper(before[^1]));

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length)
        {
            var ascii = bytes[length..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
                return bytes.Length;
            length += ascii;
            if (Rune.DecodeFromUtf8(bytes[length..], out _, out var consumed) != OperationStatus.Done)
                return length;
            length += consumed;
        }

        return length;
    }
}

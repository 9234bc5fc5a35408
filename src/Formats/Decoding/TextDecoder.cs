using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Newswire.Contracts;

namespace Newswire.Formats.Decoding;

/// <summary>
/// Bytes to characters, in this order: byte order mark; the shape of UTF-16; ISO-2022-JP when declared; valid UTF-8 whatever is declared;
/// the declared name; for undeclared text the candidate most like a language; Windows-1252 when no multi-byte sequence is valid; else
/// UTF-8 with replacements. Declarations are wrong too often to come first.
/// </summary>
internal static class TextDecoder
{
    /// <exception cref="UnreadableDispatchException">The document has more characters than the limit.</exception>
    public static DispatchText Decode(ReadOnlyMemory<byte> content, string? httpCharset, SourceSettings settings, FormatLimits limits)
    {
        // No encoding here makes more than one UTF-16 unit of a byte.
        if (content.Length > limits.Characters && Utf8Length(content.Span) > limits.Characters)
            throw new UnreadableDispatchException(ReasonCodes.TooLarge, $"more than {limits.Characters:N0} characters (Formats:Limits:Characters)");
        var warnings = new List<RecordWarning>();
        return Decode(content.Span, httpCharset, settings, warnings) is var (text, charset)
            ? new DispatchText(text.TrimStart('\uFEFF'), content, charset, warnings)
            : DispatchText.OfUtf8(content, warnings);
    }

    private static int Utf8Length(ReadOnlySpan<byte> bytes) => bytes.Length - bytes.CountAny(ContinuationBytes);

    private static readonly SearchValues<byte> ContinuationBytes =
        SearchValues.Create([.. Enumerable.Range(0x80, 0x40).Select(b => (byte)b)]);

    /// <summary>Null when the bytes are UTF-8 as they stand.</summary>
    private static (string Text, string Charset)? Decode(ReadOnlySpan<byte> bytes, string? httpCharset, SourceSettings settings, List<RecordWarning> warnings)
    {
        if (ByMark(bytes) is { } marked)
        {
            if (marked.CodePage == Encoding.UTF8.CodePage) NoteConflict(DeclaredCharset.Of(bytes), null, bytes, warnings);
            return (marked.GetString(bytes), Name(marked));
        }

        if (ByShape(bytes) is { } shaped) return (shaped.GetString(bytes), Name(shaped));
        var declared = DeclaredCharset.Of(bytes);
        if (IsIso2022(bytes, declared ?? httpCharset)) return (Charsets.Find("iso-2022-jp")!.GetString(bytes), "iso-2022-jp");
        if (settings.Charset is { } configured && Charsets.Find(configured) is { } set && !IsMarkup(bytes)) return (set.GetString(bytes), configured);
        if (!Utf8.IsValid(bytes)) return DecodeLegacy(bytes, httpCharset ?? declared ?? (IsMarkup(bytes) ? null : ""), warnings);
        NoteConflict(declared, httpCharset, bytes, warnings);
        return null;
    }

    private static (string Text, string Charset) DecodeLegacy(ReadOnlySpan<byte> bytes, string? name, List<RecordWarning> warnings)
    {
        if (Charsets.FindStrict(name) is { } declared && declared.CodePage != Encoding.UTF8.CodePage && declared.GetMaxByteCount(1) < 16
            && declared is not (UnicodeEncoding or UTF32Encoding) && TryDecode(declared, bytes, out var text))
        {
            if (declared.CodePage == 1252 && !name!.Contains("1252", StringComparison.Ordinal) && bytes.ContainsAnyInRange((byte)0x80, (byte)0x9F))
                Warn(warnings, WarningCodes.CharsetConflict, $"declared {Shown(name)}; read as windows-1252");
            return (text, declared.WebName);
        }

        // More whole sequences than bytes in none: text cut or joined wrongly, not another set. A few are whole by chance in other sets: where nothing
        // is declared, twice as many.
        var (whole, broken) = Sequences(bytes);
        if (whole <= broken * (name is "" ? 2 : 1) && LegacyText.Guess(AfterMarkup(bytes)) is { } guess)
        {
            if (name is null or "") Warn(warnings, WarningCodes.CharsetGuessed, $"undeclared; most like a language as {guess.WebName}");
            else Warn(warnings, WarningCodes.CharsetConflict, $"declared {Shown(name)}; most like a language as {guess.WebName}");
            return (guess.GetString(bytes), guess.WebName);
        }

        if (whole == 0)
        {
            Warn(warnings, WarningCodes.CharsetConflict, $"declared {Shown(name)}; read as windows-1252");
            return (Charsets.Windows1252.GetString(bytes), "windows-1252");
        }

        Warn(warnings, WarningCodes.BytesReplaced, "bytes that are not UTF-8 were read as windows-1252 or, where a sequence is cut, became U+FFFD; the raw bytes keep them");
        return (MixedText.Decode(bytes), "utf-8");
    }

    private static string Shown(string? name) => string.IsNullOrEmpty(name) ? "nothing" : name.Length > 40 ? name[..40] : name;

    private static Encoding? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xEF, 0xBB, 0xBF, ..] when Utf8.IsValid(bytes) => Encoding.UTF8,
        _ => null,
    };

    private static Encoding? ByShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, (byte)'<' or (byte)'{', 0, not 0, ..] => Encoding.BigEndianUnicode,
        [(byte)'<' or (byte)'{', 0, not 0, 0, ..] => Encoding.Unicode,
        _ => ByZeros(bytes[..Math.Min(bytes.Length, 512)]),
    };

    /// <summary>Text of an ASCII-like script in UTF-16 without a mark: nearly every second byte is zero.</summary>
    private static Encoding? ByZeros(ReadOnlySpan<byte> head)
    {
        if (head.Length < 8 || head.IndexOf((byte)0) is < 0 or > 16) return null;
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }

        var most = head.Length / 2 * 7 / 10;
        if (odd > most && even * 20 < odd) return Encoding.Unicode;
        return even > most && odd * 20 < even ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsIso2022(ReadOnlySpan<byte> bytes, string? name) =>
        name is not null && (name.StartsWith("iso-2022-jp", StringComparison.OrdinalIgnoreCase) || name.Equals("csISO2022JP", StringComparison.OrdinalIgnoreCase)) && Ascii.IsValid(bytes) && bytes.Contains((byte)0x1B);

    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        return start >= 0 && bytes[start] is (byte)'<' or (byte)'{' or (byte)'[' && (bytes[start] != (byte)'[' || bytes[(start + 1)..].IndexOf((byte)'{') is >= 0 and < 8);
    }

    private static void NoteConflict(string? declared, string? http, ReadOnlySpan<byte> bytes, List<RecordWarning> warnings)
    {
        if ((declared ?? http) is not { } name) return;
        var found = Charsets.Find(name);
        if (found is null ? name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) : found.CodePage == Encoding.UTF8.CodePage || Ascii.IsValid(bytes)) return;
        Warn(warnings, WarningCodes.CharsetConflict, $"declared {Shown(name)}; the bytes are UTF-8");
    }

    private static bool TryDecode(Encoding strict, ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>Sequences of UTF-8 of two bytes or more, and bytes that are in none.</summary>
    private static (int Whole, int Broken) Sequences(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, broken = 0;
        for (var rest = bytes; rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var at and >= 0;)
        {
            rest = rest[at..];
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            if (status == OperationStatus.Done) whole++;
            else broken++;
            rest = rest[Math.Max(1, length)..];
        }

        return (whole, broken);
    }

    /// <summary>From the text that holds the first byte beyond ASCII: the head of a feed may be longer than what is examined.</summary>
    private static ReadOnlySpan<byte> AfterMarkup(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        return first < 0 ? bytes : bytes[(bytes[..first].LastIndexOf((byte)'>') + 1)..];
    }

    private static string Name(Encoding encoding) => encoding.WebName;

    private static void Warn(List<RecordWarning> warnings, string code, string detail) => warnings.Add(new RecordWarning { Code = code, Detail = detail });
}

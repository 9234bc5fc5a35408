using Newswire.Contracts;
using Newswire.Formats.Markup;

namespace Newswire.Formats;

/// <summary>How surely a document is in a format (0 to 1), and the evidence. <see cref="Variant"/> replaces the format's name where it reads several.</summary>
public sealed record FormatMatch(double Score, string Why, string? Variant = null);

/// <summary>The start of a document for detection: bytes as they came and the first characters decoded, byte order mark and leading blanks removed.</summary>
public sealed record DispatchHead(ReadOnlyMemory<byte> Bytes, string Text)
{
    /// <summary>Characters examined.</summary>
    public const int Length = 4_096;

    private (bool Looked, RootElement? Found) _root;

    /// <summary>The root element, if the document is markup. Found once for all formats.</summary>
    public RootElement? Root => (_root = _root.Looked ? _root : (true, RootElement.Find(Text))).Found;

    /// <summary>True when the document begins as JSON does.</summary>
    public bool IsJson => Text is ['{', ..] || (Text is ['[', ..] && Text.AsSpan(1).TrimStart() is ['{', ..] or ['[', ..] or [']', ..]);

    public static DispatchHead Of(DispatchText document)
    {
        var start = 0;
        while (start < document.Text.Length && (char.IsWhiteSpace(document.Text[start]) || document.Text[start] is '\0' or '\uFEFF')) start++;
        return new DispatchHead(document.Bytes, document.Text.Substring(start, Math.Min(Length, document.Text.Length - start)));
    }
}

/// <summary>A document as characters, with how it was decoded.</summary>
/// <param name="isUtf8">The bytes are valid UTF-8 and say exactly this text: a parser of UTF-8 may read them instead.</param>
public sealed class DispatchText(string text, ReadOnlyMemory<byte> bytes, string charset, IReadOnlyList<RecordWarning> warnings, bool isUtf8 = false)
{
    private DispatchHead? _head;

    public string Text => text;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public string Charset => charset;

    public bool IsUtf8 => isUtf8;

    public IReadOnlyList<RecordWarning> Warnings => warnings;

    /// <summary>The start of it. Taken once, for detection and for the reader that is chosen.</summary>
    public DispatchHead Head => _head ??= DispatchHead.Of(this);

    /// <summary>Other characters, decoded from the same bytes.</summary>
    public DispatchText WithText(string other) => new(other, bytes, charset, warnings);
}

/// <summary>What a reader may need to know beside the text.</summary>
public sealed record ReadContext(RawDispatch Dispatch, FormatLimits Limits, CancellationToken Deadline)
{
    public SourceSettings Settings => Dispatch.Settings;
}

using System.Text;
using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>How surely a document is in a format (0 to 1), and the evidence. <see cref="Variant"/> replaces the format's name where it reads several.</summary>
public sealed record FormatMatch(double Score, string Why, string? Variant = null);

/// <summary>A document as characters, with how it was decoded.</summary>
public sealed class DispatchText(string? text, ReadOnlyMemory<byte> bytes, string charset, IReadOnlyList<RecordWarning> warnings)
{
    private string? _text = text;
    private DispatchHead? _head;

    /// <summary>A document whose bytes are valid UTF-8, without a byte order mark: it is decoded when its characters are asked for.</summary>
    public static DispatchText OfUtf8(ReadOnlyMemory<byte> bytes, IReadOnlyList<RecordWarning> warnings) => new(null, bytes, "utf-8", warnings) { IsUtf8 = true };

    public string Text => _text ??= Encoding.UTF8.GetString(bytes.Span);

    public ReadOnlyMemory<byte> Bytes => bytes;

    public string Charset => charset;

    /// <summary>The bytes are valid UTF-8 and say exactly this text: a parser of UTF-8 may read them instead.</summary>
    public bool IsUtf8 { get; private init; }

    public IReadOnlyList<RecordWarning> Warnings => warnings;

    /// <summary>The start of it. Taken once, for detection and for the reader that is chosen.</summary>
    public DispatchHead Head => _head ??= new DispatchHead(this);

    /// <summary>Other characters, decoded from the same bytes.</summary>
    public DispatchText WithText(string other) => new(other, bytes, charset, warnings);
}

/// <summary>What a reader may need to know beside the text.</summary>
public sealed record ReadContext(RawDispatch Dispatch, FormatLimits Limits, CancellationToken Deadline)
{
    public SourceSettings Settings => Dispatch.Settings;
}

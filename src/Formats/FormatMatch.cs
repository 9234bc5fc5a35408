using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>How surely a document is in a format (0 to 1), and the evidence.</summary>
public sealed record FormatMatch(double Score, string Why);

/// <summary>The start of a document for detection: bytes as they came and the first characters decoded, byte order mark and leading blanks removed.</summary>
public sealed record DispatchHead(ReadOnlyMemory<byte> Bytes, string Text);

/// <summary>A document as characters, with how it was decoded.</summary>
public sealed record DispatchText(string Text, ReadOnlyMemory<byte> Bytes, string Charset, IReadOnlyList<RecordWarning> Warnings);

/// <summary>What a reader may need to know beside the text.</summary>
public sealed record ReadContext(RawDispatch Dispatch, FormatLimits Limits, CancellationToken Deadline);

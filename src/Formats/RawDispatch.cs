using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>What the reader is given: the bytes of one delivery and what the transport said about them.</summary>
public sealed record RawDispatch
{
    public required Guid DispatchId { get; init; }

    public required string Source { get; init; }

    public string? File { get; init; }

    public required DateTimeOffset Received { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>SHA-256 of the content, when it is known already.</summary>
    public string? Sha256 { get; init; }

    public SourceSettings Settings { get; init; } = new();

    /// <summary>The dispatch that these bytes of a source are, by whatever way they came.</summary>
    public static RawDispatch Of(string source, ReadOnlyMemory<byte> content, DateTimeOffset received) => new()
    {
        DispatchId = DispatchIdentity.ForDispatch(source, content.Span),
        Source = source,
        Received = received,
        Content = content,
    };

    /// <summary>The dispatch in a bus message whose bytes are in <paramref name="content"/>.</summary>
    public static RawDispatch From(DispatchReceived message, ReadOnlyMemory<byte> content, SourceSettings settings) => new()
    {
        DispatchId = message.DispatchId,
        Source = message.Source,
        File = message.File,
        Received = message.Received,
        MediaType = message.MediaType,
        Charset = message.Charset,
        Content = content,
        Sha256 = message.Sha256,
        Settings = settings,
    };
}

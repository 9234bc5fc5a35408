namespace Newswire.Contracts;

/// <summary>
/// One delivery as the collector received it: raw bytes and where they came from, nothing interpreted. Published once for every
/// accepted dispatch; consumed by the archiver (which keeps the bytes) and by the enricher (which reads them).
/// </summary>
public sealed record DispatchReceived
{
    /// <summary>The dispatch: <see cref="DispatchIdentity.ForDispatch"/> of source and bytes, so a redelivery is the same dispatch.</summary>
    public required Guid DispatchId { get; init; }

    /// <summary>This delivery of it. A second copy of the same bytes is another delivery of the same dispatch.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>The feed it came by, as configured.</summary>
    public required string Source { get; init; }

    /// <summary>Path, URL or message id at the source; for people, never used to find anything.</summary>
    public string? File { get; init; }

    /// <summary>When the collector had the last byte. A replay keeps the original time.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>Media type the transport declared, without parameters; the reader trusts the bytes first.</summary>
    public string? MediaType { get; init; }

    /// <summary>Charset the transport declared.</summary>
    public string? Charset { get; init; }

    /// <summary>SHA-256 of the raw bytes, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Length of the raw bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>The raw bytes (base64 on the wire); absent when they travel by claim check: <see cref="ClaimCheck"/> tells where.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Name of the stored bytes when they are too large for a message; the archive's raw store has them under their SHA-256.</summary>
    public string? ClaimCheck { get; init; }

    /// <summary>The replay run that sent it again; absent for a first delivery.</summary>
    public Guid? ReplayId { get; init; }
}

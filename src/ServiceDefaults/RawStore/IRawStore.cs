namespace Newswire.ServiceDefaults.RawStore;

/// <summary>
/// Where bytes wait that are too large for a message (claim check), content-addressed. Storing twice is once; may be called concurrently.
/// Throws <see cref="Contracts.OutageException"/> when it cannot be reached.
/// </summary>
public interface IRawStore
{
    /// <returns>The SHA-256 under which the bytes are found again.</returns>
    Task<string> StoreAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Null when they are not there.</summary>
    Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken);
}

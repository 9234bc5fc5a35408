using Newswire.ServiceDefaults.RawStore;

namespace Newswire.Archiver;

/// <summary>Claim checks in the archive's own raw store: large bytes are then kept before the message is even published.</summary>
public sealed class ArchiveRawStore(IArchive archive) : IRawStore
{
    public Task<string> StoreAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => archive.StoreRawAsync(content, cancellationToken);

    public Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken) => archive.ReadRawAsync(sha256, cancellationToken);
}

using Newswire.Contracts;

namespace Newswire.ServiceDefaults.RawStore;

/// <summary>Claim checks in a folder that collector, enricher and archiver share, for roles that run without access to the archive.</summary>
public sealed class FolderRawStore(string folder) : IRawStore
{
    public async Task<string> StoreAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var sha256 = DispatchIdentity.Sha256(content.Span);
        var path = PathOf(sha256);
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(folder);
                var unfinished = $"{path}.{Guid.CreateVersion7():N}";
                await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                {
                    await file.WriteAsync(content, cancellationToken);
                    file.Flush(flushToDisk: true);
                }

                File.Move(unfinished, path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutageException($"cannot write to the claim-check folder '{folder}': {e.Message}", e);
        }

        return sha256;
    }

    public async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var path = PathOf(sha256);
        try
        {
            return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutageException($"cannot read from the claim-check folder '{folder}': {e.Message}", e);
        }
    }

    // The name comes from a message: only a hash is a name here.
    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, sha256)
        : throw new UncurableException("poison", "the claim check is no SHA-256");
}

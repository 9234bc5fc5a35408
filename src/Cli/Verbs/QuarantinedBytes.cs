using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Cli.Verbs;

/// <summary>The bytes of a quarantine entry, wherever they were kept.</summary>
internal static class QuarantinedBytes
{
    /// <summary>The message as it failed; null when it was not kept, because its dispatch is in the raw store.</summary>
    public static async Task<byte[]?> MessageAsync(IArchive archive, DispatchQuarantined failure, CancellationToken cancellationToken)
        => failure.MessageBody ?? (failure.MessageClaimCheck is { } sha256 ? await archive.ReadRawAsync(sha256, cancellationToken) : null);

    /// <summary>The message, or the raw bytes of its dispatch; null when neither was kept.</summary>
    public static async Task<byte[]?> AnyAsync(IArchive archive, QuarantineEntry entry, CancellationToken cancellationToken)
        => await MessageAsync(archive, entry.Failure, cancellationToken)
            ?? (entry.Sha256 is null ? null : await archive.ReadRawAsync(entry.Sha256, cancellationToken));
}

using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.RawStore;

/// <summary>The raw bytes of a received dispatch, wherever they travelled.</summary>
public static class RawContent
{
    /// <summary>From the message, or from the raw store when it holds a claim check; proven to be the bytes that the message states.</summary>
    /// <exception cref="PoisonMessageException">It has neither, or their SHA-256 is another.</exception>
    /// <exception cref="UncurableException">claim-check-lost: the raw store does not have them.</exception>
    public static async Task<byte[]> ContentOfAsync(this IRawStore store, DispatchReceived dispatch, CancellationToken cancellationToken)
    {
        var content = dispatch.Content
            ?? await store.ReadAsync(dispatch.ClaimCheck ?? throw new PoisonMessageException("the message has neither content nor claim check"), cancellationToken)
            ?? throw new UncurableException("claim-check-lost", $"the bytes of dispatch {dispatch.DispatchId} are not in the raw store");
        return DispatchIdentity.Sha256(content) == dispatch.Sha256
            ? content
            : throw new PoisonMessageException($"the bytes of dispatch {dispatch.DispatchId} do not have the SHA-256 that the message states");
    }
}

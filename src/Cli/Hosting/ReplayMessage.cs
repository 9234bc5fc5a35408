using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Cli.Hosting;

/// <summary>A stored dispatch as a message again: the same ids and the original time of arrival.</summary>
internal static class ReplayMessage
{
    public static DispatchReceived Of(StoredDispatch stored, byte[] content, Guid deliveryId, Guid replayId, int claimCheckBytes) => new()
    {
        DispatchId = stored.DispatchId,
        DeliveryId = deliveryId,
        Source = stored.Source,
        File = stored.File,
        Received = stored.Received,
        MediaType = stored.MediaType,
        Charset = stored.Charset,
        Sha256 = stored.Sha256,
        Bytes = stored.Bytes,
        // Large bytes are in the raw store already: the same claim check serves again.
        Content = content.Length > claimCheckBytes ? null : content,
        ClaimCheck = content.Length > claimCheckBytes ? stored.Sha256 : null,
        ReplayId = replayId,
    };
}

using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>Describes a failed message for quarantine.</summary>
public static class Failure
{
    public static DispatchQuarantined Of(FailedMessage message, PipelineQueue queue, string code, string reason, bool keepBody, DateTimeOffset at)
    {
        // Two queues carry a copy of the same poison: without a dispatch id its body names it, and it is one row.
        var stage = message.DispatchId is null ? "receive" : queue.Stage;
        return new DispatchQuarantined
        {
            QuarantineId = DispatchIdentity.ForQuarantine(stage, message.DispatchId, message.ItemIndex, message.DispatchId is null ? message.Body : []),
            DispatchId = message.DispatchId,
            DeliveryId = message.DeliveryId,
            ItemIndex = message.ItemIndex,
            ItemCount = message.ItemCount,
            Source = message.Source,
            File = message.File,
            Stage = stage,
            Code = code,
            Reason = reason.Length <= 1_000 ? reason : reason[..1_000],
            At = at,
            Queue = queue.Name,
            MessageBody = keepBody ? message.Body : null,
            MessageContentType = keepBody ? message.ContentType : null,
            ReplayId = message.ReplayId,
        };
    }
}

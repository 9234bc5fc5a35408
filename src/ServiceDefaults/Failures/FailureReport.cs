using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.RawStore;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>Describes a failed message for quarantine. May be called concurrently.</summary>
public sealed class FailureReport(PipelineTopology topology, IOptions<BusOptions> options, IServiceProvider services, TimeProvider time)
{
    /// <summary>Code of a message that is not what its queue carries.</summary>
    public const string Poison = "poison";

    /// <summary>Code of a message that says it is something else than its queue carries.</summary>
    public const string WrongType = "wrong-type";

    /// <param name="keepBody">Whether the message itself must be kept: nothing else has what is in it, or a retry must send exactly it.</param>
    public async Task<DispatchQuarantined> OfAsync(FailedMessage message, PipelineQueue queue, string code, string reason, bool keepBody)
    {
        // Nobody has read it: what looks like an id in it names no dispatch, and all queues of its exchange have a copy of the same poison. Its bytes name it.
        var unread = code is Poison or WrongType;
        var dispatchId = unread ? null : message.DispatchId;
        var stage = unread ? "receive" : queue.Stage;
        var failure = new DispatchQuarantined
        {
            QuarantineId = DispatchIdentity.ForQuarantine(stage, dispatchId, unread ? null : message.ItemIndex, dispatchId is null ? message.Body : []),
            DispatchId = dispatchId,
            DeliveryId = unread ? null : message.DeliveryId,
            ItemIndex = unread ? null : message.ItemIndex,
            ItemCount = unread ? null : message.ItemCount,
            Source = message.Source,
            File = message.File,
            Stage = stage,
            Code = code,
            Reason = reason.Length <= 1_000 ? reason : reason[..1_000],
            At = time.GetUtcNow(),
            Queue = unread ? topology.Exchange(queue.Contract) : queue.Name,
            ReplayId = unread ? null : message.ReplayId,
        };
        return keepBody ? await WithBodyAsync(failure, message) : failure;
    }

    // Base64 in JSON is a third larger than the body: what was just small enough for the broker would no longer be.
    private async Task<DispatchQuarantined> WithBodyAsync(DispatchQuarantined failure, FailedMessage message)
        => message.Body.Length <= options.Value.ClaimCheckBytes
            ? failure with { MessageBody = message.Body, MessageContentType = message.ContentType }
            : failure with
            {
                MessageClaimCheck = await services.GetRequiredService<IRawStore>().StoreAsync(message.Body, CancellationToken.None),
                MessageContentType = message.ContentType,
            };
}

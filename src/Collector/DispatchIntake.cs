using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.Collector.Sources;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.RawStore;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Collector;

/// <summary>Takes one dispatch in: names it, publishes it, waits until it is safe, and only then tells its source.</summary>
public sealed class DispatchIntake(
    DispatchPublisher publisher,
    IDeliveryGuarantee guarantee,
    IRawStore rawStore,
    IOptions<BusOptions> bus,
    TimeProvider time,
    ILogger<DispatchIntake> log)
{
    /// <returns>The message that was published; null when the dispatch could not be taken (its reason is logged and quarantined).</returns>
    public async Task<DispatchReceived?> TakeAsync(string source, CollectedDispatch collected, CancellationToken cancellationToken)
    {
        if (collected.Content is not { } content)
        {
            await RefuseAsync(source, collected, collected.Failure!, cancellationToken);
            return null;
        }

        using var activity = PipelineMetrics.Activities.StartActivity("collect");
        var dispatch = new DispatchReceived
        {
            DispatchId = DispatchIdentity.ForDispatch(source, content.Span),
            // Random on purpose: a second copy of the same bytes is another delivery of the same dispatch.
            DeliveryId = Guid.CreateVersion7(time.GetUtcNow()),
            Source = source,
            File = collected.File,
            Received = collected.Received,
            MediaType = collected.MediaType,
            Charset = collected.Charset,
            Sha256 = DispatchIdentity.Sha256(content.Span),
            Bytes = content.Length,
        };
        activity?.SetTag("newswire.dispatch_id", dispatch.DispatchId);

        dispatch = content.Length > bus.Value.ClaimCheckBytes
            ? dispatch with { ClaimCheck = await rawStore.StoreAsync(content, cancellationToken) }
            : dispatch with { Content = content.ToArray() };

        await publisher.PublishAsync(dispatch, cancellationToken);
        await guarantee.WaitUntilSafeAsync(dispatch, cancellationToken);
        await collected.Settle(null);
        PipelineMetrics.Disposed("collect", "accepted");
        Log.Accepted(log, source, collected.File, dispatch.DispatchId, dispatch.Bytes);
        return dispatch;
    }

    private async Task RefuseAsync(string source, CollectedDispatch collected, CollectFailure failure, CancellationToken cancellationToken)
    {
        Log.Refused(log, source, collected.File, failure.Code, failure.Reason);
        if (failure.Lasting)
        {
            await publisher.PublishAsync(
                new DispatchQuarantined
                {
                    QuarantineId = DispatchIdentity.ForQuarantine("collect", null, null, System.Text.Encoding.UTF8.GetBytes($"{source}\0{collected.File}\0{failure.Code}")),
                    Source = source,
                    File = collected.File,
                    Stage = "collect",
                    Code = failure.Code,
                    Reason = failure.Reason,
                    At = time.GetUtcNow(),
                },
                cancellationToken);
        }

        await collected.Settle(failure);
        PipelineMetrics.Disposed("collect", "refused");
    }
}

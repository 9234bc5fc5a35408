using MassTransit;
using Newswire.Contracts;
using Newswire.Formats;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.RawStore;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Enricher;

/// <summary>Reads a dispatch, enriches each of its items, and publishes them; nothing is acknowledged before all of that is confirmed.</summary>
public sealed class EnrichConsumer(
    FormatReader reader, Enrichment enrichment, IRawStore rawStore, SourceCatalog sources, TranslationBacklog backlog, PublishWatchdog watchdog,
    TimeProvider time, ILogger<EnrichConsumer> log)
    : IConsumer<DispatchReceived>
{
    /// <summary>Items of one document whose publishes wait for their confirms at once.</summary>
    private const int ItemsAtOnce = 64;

    public async Task Consume(ConsumeContext<DispatchReceived> context)
    {
        using var activity = PipelineMetrics.Activities.StartActivity("enrich");
        activity?.SetTag("newswire.dispatch_id", context.Message.DispatchId);
        var started = time.GetTimestamp();

        var dispatch = context.Message;
        var content = await rawStore.ContentOfAsync(dispatch, context.CancellationToken);
        var settings = sources.For(dispatch.Source);
        var items = reader.Read(RawDispatch.From(dispatch, content, settings)).Items;
        if (items.Count == 0)
            throw new UncurableException("no-content", "the document holds no item");

        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = ItemsAtOnce }, async (item, _) =>
        {
            if (item.Record is { } record)
                await PublishAsync(context, enrichment.Enrich(record, settings), item.Index, items.Count);
            else
                await QuarantineAsync(context, item.Refusal!, item.Index, items.Count);
        });
        PipelineMetrics.Worked("enrich", time.GetElapsedTime(started));
        Log.Enriched(log, dispatch.DispatchId, items.Count);
    }

    private async Task PublishAsync(ConsumeContext<DispatchReceived> context, EnrichedItem item, int index, int count)
    {
        // A replay translates again only what has changed: the archive sees that and has its sweeper ask for it.
        foreach (var command in context.Message.ReplayId is null ? item.Translate : [])
        {
            backlog.Asked();
            await watchdog.ConfirmedAsync(context.Publish(command));
        }

        await watchdog.ConfirmedAsync(context.Publish(new DispatchEnriched
        {
            DispatchId = context.Message.DispatchId,
            DeliveryId = context.Message.DeliveryId,
            ItemIndex = index,
            ItemCount = count,
            Record = item.Record,
            ReplayId = context.Message.ReplayId,
        }));
        PipelineMetrics.Disposed("enrich", "enriched");
    }

    private async Task QuarantineAsync(ConsumeContext<DispatchReceived> context, Refusal refusal, int index, int count)
    {
        var dispatch = context.Message;
        await watchdog.ConfirmedAsync(context.Publish(new DispatchQuarantined
        {
            QuarantineId = DispatchIdentity.ForQuarantine("enrich", dispatch.DispatchId, index, []),
            DispatchId = dispatch.DispatchId,
            DeliveryId = dispatch.DeliveryId,
            ItemIndex = index,
            ItemCount = count,
            Source = dispatch.Source,
            File = dispatch.File,
            Stage = "enrich",
            Code = refusal.Code,
            Reason = refusal.Reason,
            At = time.GetUtcNow(),
            ReplayId = dispatch.ReplayId,
        }));
        PipelineMetrics.Disposed("enrich", "quarantined");
    }
}

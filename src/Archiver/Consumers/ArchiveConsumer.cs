using MassTransit;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Archiver.Consumers;

/// <summary>Writes records in batches and announces what became of each.</summary>
public sealed class ArchiveConsumer : IConsumer<DispatchEnriched>, IAsyncDisposable
{
    private readonly BatchWriter<DispatchEnriched, ArchivedItem> _writer;
    private readonly TimeProvider _time;

    public ArchiveConsumer(IArchive archive, IOptions<BusOptions> options, TimeProvider time)
    {
        _time = time;
        _writer = new BatchWriter<DispatchEnriched, ArchivedItem>(
            options.Value.ArchiveBatch, TimeSpan.FromMilliseconds(options.Value.ArchiveBatchMilliseconds), time,
            async batch =>
            {
                PipelineMetrics.Batch(batch.Count);
                return await archive.WriteAsync(batch, CancellationToken.None);
            });
    }

    public async Task Consume(ConsumeContext<DispatchEnriched> context)
    {
        using var activity = PipelineMetrics.Activities.StartActivity("archive");
        activity?.SetTag("newswire.dispatch_id", context.Message.DispatchId);

        var archived = await _writer.WriteAsync(context.Message);
        if (!archived.Changed)
            return;

        var record = archived.Record;
        var now = _time.GetUtcNow();
        PipelineMetrics.Disposed("archive", archived.Disposition.ToString().ToLowerInvariant());
        if (context.Message.ReplayId is null)
            PipelineMetrics.Archived(now - record.Received);
        await context.Publish(new DispatchArchived
        {
            DispatchId = archived.DispatchId,
            ItemIndex = archived.ItemIndex,
            Uri = record.Uri,
            Source = record.Source,
            Disposition = archived.Disposition,
            Version = record.Version.Label,
            Status = record.Status,
            Signal = record.Signal,
            Headline = record.Item.Headlines is [var headline, ..] ? headline.Value : null,
            Language = record.Language?.Tag,
            Received = record.Received,
            Archived = now,
        });
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

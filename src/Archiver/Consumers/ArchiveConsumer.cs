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
    private readonly KilledText _killed;
    private readonly SettledItems _settled;
    private readonly PublishWatchdog _watchdog;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public ArchiveConsumer(
        IArchive archive, KilledText killed, SettledItems settled, PublishWatchdog watchdog, IOptions<BusOptions> options, TimeProvider time, ILogger<ArchiveConsumer> log)
    {
        (_killed, _settled, _watchdog, _time, _log) = (killed, settled, watchdog, time, log);
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
        Log.Archived(_log, archived.DispatchId, archived.ItemIndex, archived.Disposition);
        if ((archived.Changed || context.ReceiveContext.Redelivered) && archived.Record.Status == Statuses.Canceled)
            await _killed.ForgetAsync(archived.Record, CancellationToken.None);
        if (archived.Changed)
            Count(context.Message, archived);
        // A redelivery may come from a crash after the commit and before the announcement: rather twice than never.
        if (archived.Changed || context.ReceiveContext.Redelivered)
            await AnnounceAsync(context, archived);
        _settled.Settled(context.Message);
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void Count(DispatchEnriched message, ArchivedItem archived)
    {
        PipelineMetrics.Disposed("archive", archived.Disposition.ToString().ToLowerInvariant());
        if (message.ReplayId is null)
            PipelineMetrics.Archived(_time.GetUtcNow() - archived.Record.Received);
    }

    private Task AnnounceAsync(ConsumeContext<DispatchEnriched> context, ArchivedItem archived)
    {
        var record = archived.Record;
        return _watchdog.ConfirmedAsync(context.Publish(new DispatchArchived
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
            Archived = _time.GetUtcNow(),
        }));
    }
}

using MassTransit;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.RawStore;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Archiver.Consumers;

/// <summary>Keeps the raw bytes of every dispatch, before anybody has understood them.</summary>
public sealed class KeepRawConsumer : IConsumer<DispatchReceived>, IAsyncDisposable
{
    private readonly IRawStore _claimChecks;
    private readonly BatchWriter<DispatchReceived, bool> _writer;

    public KeepRawConsumer(IArchive archive, IRawStore claimChecks, IOptions<BusOptions> options, TimeProvider time)
    {
        _claimChecks = claimChecks;
        _writer = new BatchWriter<DispatchReceived, bool>(
            options.Value.ArchiveBatch, TimeSpan.FromMilliseconds(options.Value.ArchiveBatchMilliseconds), time,
            async batch =>
            {
                await archive.KeepRawAsync(batch, CancellationToken.None);
                return [.. batch.Select(_ => true)];
            });
    }

    public async Task Consume(ConsumeContext<DispatchReceived> context)
    {
        var dispatch = context.Message;
        // A replay sends bytes that came from the raw store, under a delivery that is in the books.
        if (dispatch.ReplayId is not null)
            return;

        await _writer.WriteAsync(dispatch with { Content = await _claimChecks.ContentOfAsync(dispatch, context.CancellationToken) });
        PipelineMetrics.Disposed("keep-raw", "kept");
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

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

        if (dispatch.Content is null && dispatch.ClaimCheck is { } claimCheck)
        {
            var content = await _claimChecks.ReadAsync(claimCheck, context.CancellationToken)
                ?? throw new UncurableException("claim-check-lost", $"the bytes of dispatch {dispatch.DispatchId} are not in the raw store");
            dispatch = dispatch with { Content = content };
        }

        if (dispatch.Content is null || DispatchIdentity.Sha256(dispatch.Content) != dispatch.Sha256)
            throw new UncurableException("poison", $"the bytes of dispatch {dispatch.DispatchId} do not have the SHA-256 that the message states");

        await _writer.WriteAsync(dispatch);
        PipelineMetrics.Disposed("keep-raw", "kept");
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

using System.Text.Json;
using Newswire.Archiver;
using Newswire.Contracts;
using Newswire.Formats;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.PipelineBench.Raw;

/// <summary>
/// The same three stages on the bare client: the same topology, contracts, reader and archive calls, a connection for each stage, nothing
/// acknowledged before its result is confirmed or committed. It has no retries, no failure policy, no quarantine and no metrics.
/// </summary>
internal sealed class RawFlow : IFlow
{
    private readonly Installation _installation;
    private readonly List<IAsyncDisposable> _parts = [];
    private readonly FormatReader _reader = FormatRegistry.CreateReader();
    private RawPublisher? _collector;

    private RawFlow(Installation installation, Announcements announced, IArchive archive)
        => (_installation, Announced, Archive) = (installation, announced, archive);

    public IArchive Archive { get; }

    public Announcements Announced { get; }

    public static async Task<RawFlow> StartAsync(string url, string folder, int concurrency)
    {
        var installation = await Installation.CreateAsync(url, "raw");
        var archive = ArchiveFactory.Create($"sqlite:{Path.Combine(folder, "raw.db")}", TimeProvider.System);
        await archive.InitializeAsync(CancellationToken.None);
        var flow = new RawFlow(installation, await Announcements.OpenAsync(installation), archive);
        await flow.ArchiveAsync();
        await flow.EnrichAsync(concurrency);
        flow._collector = flow.Keep(await RawPublisher.OpenAsync(await flow.ConnectAsync("collector")));
        return flow;
    }

    public Task TakeAsync(string source, byte[] content)
        => _collector!.PublishAsync(_installation.Topology.Exchange(typeof(DispatchReceived)), Stories.Message(source, content, TimeProvider.System)).AsTask();

    public async ValueTask DisposeAsync()
    {
        // Consumers and channels before the connections they are on.
        _parts.Reverse();
        foreach (var part in _parts)
            await part.DisposeAsync();
        await Announced.DisposeAsync();
        await Archive.DisposeAsync();
        await _installation.DisposeAsync();
    }

    private async Task ArchiveAsync()
    {
        var connection = await ConnectAsync("archiver");
        var publisher = Keep(await RawPublisher.OpenAsync(connection));
        Keep(await RawBatches<DispatchReceived>.OpenAsync(
            _installation, connection, _installation.Topology.Name("keep-raw"), ackAtOnce: true, batch => Archive.KeepRawAsync(batch, CancellationToken.None)));
        Keep(await RawBatches<DispatchEnriched>.OpenAsync(_installation, connection, _installation.Topology.Name("archive"), ackAtOnce: true, async batch =>
        {
            var archived = await Archive.WriteAsync(batch, CancellationToken.None);
            await Task.WhenAll(archived.Where(a => a.Changed).Select(a => AnnounceAsync(publisher, a)));
        }));
    }

    private async Task EnrichAsync(int concurrency)
    {
        var connection = await ConnectAsync("enricher");
        var publisher = Keep(await RawPublisher.OpenAsync(connection));
        var exchange = _installation.Topology.Exchange(typeof(DispatchEnriched));
        var settings = new SourceSettings();
        Keep(await RawSubscription.OpenAsync(
            connection, _installation.Topology.Name("enrich"), _installation.Options.EnricherPrefetch, concurrency, autoAck: false, async (channel, delivery) =>
            {
                var dispatch = JsonSerializer.Deserialize(delivery.Body.Span, RawPublisher.Describe<DispatchReceived>())!;
                foreach (var item in Reading.Items(_reader, dispatch, settings))
                    await publisher.PublishAsync(exchange, item);
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            }));
    }

    private Task AnnounceAsync(RawPublisher publisher, ArchivedItem archived) => publisher.PublishAsync(
        _installation.Topology.Exchange(typeof(DispatchArchived)),
        new DispatchArchived
        {
            DispatchId = archived.DispatchId,
            ItemIndex = archived.ItemIndex,
            Uri = archived.Record.Uri,
            Source = archived.Record.Source,
            Disposition = archived.Disposition,
            Version = archived.Record.Version.Label,
            Status = archived.Record.Status,
            Signal = archived.Record.Signal,
            Headline = archived.Record.Item.Headlines is [var headline, ..] ? headline.Value : null,
            Language = archived.Record.Language?.Tag,
            Received = archived.Record.Received,
            Archived = TimeProvider.System.GetUtcNow(),
        }).AsTask();

    private async Task<IConnection> ConnectAsync(string stage)
        => Keep(await RabbitConnections.Factory(BusAddress.Parse(_installation.Url), $"bench {stage}").CreateConnectionAsync());

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Add(part);
        return part;
    }
}

using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Enters dispatches and deliveries in the books. Each message brings what it knows; they may come in any order, and twice.</summary>
internal sealed class BookWriter(SqlSession session)
{
    private const string EarliestArrival = "received = CASE WHEN excluded.received < dispatch.received THEN excluded.received ELSE dispatch.received END";

    private const string FromDelivery = $"""
        INSERT INTO dispatch (dispatch_id, source, file, received, media_type, charset, sha256, bytes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (dispatch_id) DO UPDATE SET source = excluded.source, file = COALESCE(dispatch.file, excluded.file), {EarliestArrival},
            media_type = excluded.media_type, charset = excluded.charset, sha256 = excluded.sha256, bytes = excluded.bytes
        """;

    private const string FromResult = $"""
        INSERT INTO dispatch (dispatch_id, source, file, received, sha256, bytes, item_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (dispatch_id) DO UPDATE SET item_count = COALESCE(excluded.item_count, dispatch.item_count), {EarliestArrival}
        """;

    private const string Delivery = """
        INSERT INTO delivery (delivery_id, dispatch_id, file, received) VALUES ($1, $2, $3, $4) ON CONFLICT (delivery_id) DO NOTHING
        """;

    // What a replay sends again was received long ago; only where the books have lost that does it count.
    private const string DeliveryOfReplay = """
        INSERT INTO delivery (delivery_id, dispatch_id, file, received)
        SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE dispatch_id = $2)
        ON CONFLICT (delivery_id) DO NOTHING
        """;

    public async Task EnterAsync(IReadOnlyList<DispatchReceived> deliveries)
    {
        await session.ExecuteManyAsync(FromDelivery, [.. deliveries.OrderBy(d => d.DispatchId.ToString(), StringComparer.Ordinal).Select(d => new object?[]
        {
            d.DispatchId.ToString(), DbText.Clean(d.Source), DbText.Clean(d.File), Instant.Text(d.Received), DbText.Clean(d.MediaType), DbText.Clean(d.Charset),
            d.Sha256, d.Bytes,
        })]);
        await DeliverAsync(deliveries.Select(d => (d.DeliveryId, d.DispatchId.ToString(), d.File, d.Received, d.ReplayId is not null)));
    }

    public async Task EnterAsync(IReadOnlyList<StagedItem> items)
    {
        var dispatches = items.GroupBy(i => i.DispatchId, StringComparer.Ordinal).Select(g => g.Last()).OrderBy(i => i.DispatchId, StringComparer.Ordinal);
        await session.ExecuteManyAsync(FromResult, [.. dispatches.Select(i => new object?[]
        {
            i.DispatchId, DbText.Clean(i.Record.Source), DbText.Clean(i.Record.File), Instant.Text(i.Record.Received), DbText.Clean(i.Record.Raw.Sha256),
            i.Record.Raw.Bytes, i.Message.ItemCount,
        })]);
        await DeliverAsync(items.Select(i => (i.Message.DeliveryId, i.DispatchId, i.Record.File, i.Record.Received, i.Message.ReplayId is not null)));
    }

    public async Task EnterAsync(IReadOnlyList<DispatchQuarantined> failures)
    {
        var known = failures.Where(f => f.DispatchId is not null).OrderBy(f => f.DispatchId.ToString(), StringComparer.Ordinal).ToList();
        await session.ExecuteManyAsync(FromResult, [.. known.Select(f => new object?[]
        {
            f.DispatchId.ToString(), DbText.Clean(f.Source ?? "unknown"), DbText.Clean(f.File), Instant.Text(f.At), null, null, f.ItemCount,
        })]);
        await DeliverAsync(known.Where(f => f.DeliveryId is not null)
            .Select(f => (f.DeliveryId!.Value, f.DispatchId!.Value.ToString(), f.File, f.At, f.ReplayId is not null)));
    }

    private async Task DeliverAsync(IEnumerable<(Guid Id, string DispatchId, string? File, DateTimeOffset Received, bool Replay)> deliveries)
    {
        foreach (var kind in deliveries.DistinctBy(d => d.Id).OrderBy(d => d.Id.ToString(), StringComparer.Ordinal).GroupBy(d => d.Replay))
        {
            await session.ExecuteManyAsync(
                kind.Key ? DeliveryOfReplay : Delivery,
                [.. kind.Select(d => new object?[] { d.Id.ToString(), d.DispatchId, DbText.Clean(d.File), Instant.Text(d.Received) })]);
        }
    }
}

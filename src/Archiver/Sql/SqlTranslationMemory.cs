using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Translation memory and budgets in the archive's database.</summary>
internal sealed class SqlTranslationMemory(SqlStore store, TimeProvider time, int limit = SqlTranslationMemory.DefaultLimit, bool ownsStore = false)
    : ITranslationMemory, ITranslationBudgets, IAsyncDisposable
{
    public const int DefaultLimit = 200_000;

    /// <summary>Old entries are thrown out this many at a time, so that a full memory does not pay for it with every store.</summary>
    private const int Slack = 1_000;

    private int _sinceTrim;

    public async Task<IReadOnlyDictionary<string, RememberedSegment>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return new Dictionary<string, RememberedSegment>(StringComparer.Ordinal);
        var rows = await store.ReadAsync(
            session => session.QueryAsync<Row>("SELECT memory_key, segment_hash, text, unknown_words FROM memory WHERE memory_key IN @keys", new { keys = session.List(keys) }), cancellationToken);
        if (rows.Count > 0)
        {
            var at = Instant.Text(time.GetUtcNow());
            await store.WriteAsync(
                session => session.ExecuteManyAsync(
                    "UPDATE memory SET hits = hits + 1, last_used_at = $2 WHERE memory_key = $1",
                    [.. rows.OrderBy(r => r.MemoryKey, StringComparer.Ordinal).Select(r => new object?[] { r.MemoryKey, at })]),
                cancellationToken);
        }
        return rows.ToDictionary(r => r.MemoryKey, r => r.Segment(), StringComparer.Ordinal);
    }

    public Task StoreAsync(IReadOnlyCollection<RememberedSegment> segments, CancellationToken cancellationToken) => store.WriteAsync(
        async session =>
        {
            var at = Instant.Text(time.GetUtcNow());
            await session.ExecuteManyAsync(
                """
                INSERT INTO memory (memory_key, segment_hash, text, chars, unknown_words, created_at, last_used_at, hits)
                VALUES ($1, $2, $3, $4, $5, $6, $6, 0) ON CONFLICT (memory_key) DO NOTHING
                """,
                [.. segments.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new object?[]
                {
                    DbText.Clean(s.Key), DbText.Clean(s.SegmentHash), DbText.Clean(s.Text), s.Text.Length, s.UnknownWords, at,
                })]);
            if (Interlocked.Add(ref _sinceTrim, segments.Count) < Math.Min(Slack, limit))
                return;
            Interlocked.Exchange(ref _sinceTrim, 0);
            await session.ExecuteAsync(
                "DELETE FROM memory WHERE memory_key IN (SELECT memory_key FROM memory ORDER BY last_used_at DESC, memory_key LIMIT @all OFFSET @limit)",
                new { all = int.MaxValue, limit });
        },
        cancellationToken);

    public Task ForgetAsync(IReadOnlyCollection<string> segmentHashes, CancellationToken cancellationToken) => segmentHashes.Count == 0
        ? Task.CompletedTask
        : store.WriteAsync(session => session.ExecuteAsync("DELETE FROM memory WHERE segment_hash IN @segmentHashes", new { segmentHashes = session.List(segmentHashes) }), cancellationToken);

    public Task<long> SpentAsync(string account, string month, CancellationToken cancellationToken) => store.ReadAsync(
        session => session.ScalarAsync<long>(
            "SELECT COALESCE(SUM(characters), 0) FROM translation_budget WHERE account = @account AND month = @month", new { account, month }),
        cancellationToken);

    public Task AddAsync(string account, string month, long characters, CancellationToken cancellationToken) => store.WriteAsync(
        session => session.ExecuteAsync(
            """
            INSERT INTO translation_budget (account, month, characters) VALUES (@account, @month, @characters)
            ON CONFLICT (account, month) DO UPDATE SET characters = translation_budget.characters + excluded.characters
            """,
            new { account, month, characters }),
        cancellationToken);

    public ValueTask DisposeAsync() => ownsStore ? store.DisposeAsync() : ValueTask.CompletedTask;

    private sealed class Row
    {
        public required string MemoryKey { get; set; }

        public required string SegmentHash { get; set; }

        public required string Text { get; set; }

        public int UnknownWords { get; set; }

        public RememberedSegment Segment() => new() { Key = MemoryKey, SegmentHash = SegmentHash, Text = Text, UnknownWords = UnknownWords };
    }
}

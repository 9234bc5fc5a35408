using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.Archiver.Sql;

/// <summary>Replay runs: what to send again and how far it got.</summary>
internal sealed class ReplayRows(SqlSession session, DateTimeOffset now)
{
    public Task StartAsync(Guid replayId, ArchiveQuery query) => session.ExecuteAsync(
        """
        INSERT INTO replay_run (replay_id, query, state, sent, failed, started_at, changed_at) VALUES (@id, @query, 'running', 0, 0, @at, @at)
        ON CONFLICT (replay_id) DO NOTHING
        """,
        new { id = replayId.ToString(), query = JsonSerializer.Serialize(query, ReplayJson.Default.ArchiveQuery), at = Instant.Text(now) });

    public async Task AdvanceAsync(Guid replayId, Guid? cursor, long sent, long failed, string state)
    {
        var changed = await session.ExecuteAsync(
            """
            UPDATE replay_run SET cursor_dispatch = COALESCE(@cursor, cursor_dispatch), sent = sent + @sent, failed = failed + @failed, state = @state, changed_at = @at
            WHERE replay_id = @id
            """,
            new { id = replayId.ToString(), cursor = cursor?.ToString(), sent, failed, state, at = Instant.Text(now) });
        if (changed == 0)
            throw new ArgumentException($"There is no replay {replayId}.", nameof(replayId));
    }

    public async Task<ReplayRun?> ReadAsync(Guid replayId)
        => (await session.QueryAsync<Row>(
            "SELECT query, cursor_dispatch, state, sent, failed, started_at, changed_at FROM replay_run WHERE replay_id = @id",
            new { id = replayId.ToString() })).SingleOrDefault()?.Run(replayId);

    private sealed class Row
    {
        public required string Query { get; set; }

        public string? CursorDispatch { get; set; }

        public required string State { get; set; }

        public long Sent { get; set; }

        public long Failed { get; set; }

        public required string StartedAt { get; set; }

        public required string ChangedAt { get; set; }

        public ReplayRun Run(Guid id) => new()
        {
            ReplayId = id,
            Query = JsonSerializer.Deserialize(Query, ReplayJson.Default.ArchiveQuery)!,
            Cursor = CursorDispatch is null ? null : Guid.Parse(CursorDispatch),
            State = State,
            Sent = Sent,
            Failed = Failed,
            StartedAt = Instant.Parse(StartedAt),
            ChangedAt = Instant.Parse(ChangedAt),
        };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ArchiveQuery))]
internal sealed partial class ReplayJson : JsonSerializerContext;

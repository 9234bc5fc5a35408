using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Newswire.Archiver.Sql;

namespace Newswire.Archiver.Sqlite;

/// <summary>One file. Writers of this process queue up for one connection; those of other processes wait on SQLite's lock. Readers never wait (WAL).</summary>
internal sealed class SqliteStore : SqlStore
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private SqliteConnection? _writer;

    public SqliteStore(string path)
    {
        _path = Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _path, Pooling = true, DefaultTimeout = 60 }.ToString();
    }

    public override string Place => _path;

    public override string Dialect => "sqlite";

    public override IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["text"] = "TEXT",
        ["id"] = "INTEGER",
        ["identity"] = "INTEGER PRIMARY KEY",
        ["blob"] = "BLOB",
        ["clustered"] = " WITHOUT ROWID",
    };

    public override string ForUpdate => string.Empty;

    public override string ForUpdateSkipLocked => string.Empty;

    public override string InsertWords => "INSERT INTO search (rowid, words) VALUES ($1, $2)";

    public override string DeleteWords => "DELETE FROM search WHERE rowid = $1";

    public override string Matching(string parameter) => $"(SELECT rowid FROM search WHERE search MATCH {parameter})";

    // Words are letters and digits (SearchText), so that quotes around them are all the escaping there is to do.
    public override string MatchExpression(IReadOnlyList<IReadOnlyList<string>> phrases, bool all)
        => string.Join(all ? " AND " : " OR ", phrases.Select(p => $"\"{string.Join(' ', p)}\""));

    public override string Words(IReadOnlyList<string> words) => string.Join(' ', words);

    public override async Task<IReadOnlyList<long>> NewItemIdsAsync(SqlSession session, int count)
    {
        var last = await session.ScalarAsync<long>("SELECT COALESCE(MAX(item_id), 0) FROM item");
        return [.. Enumerable.Range(1, count).Select(i => last + i)];
    }

    public override async Task<bool> HasTableAsync(SqlSession session, string table)
        => await session.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table }) > 0;

    /// <summary>BEGIN IMMEDIATE has done it.</summary>
    public override Task LockSchemaAsync(SqlSession session) => Task.CompletedTask;

    public override Task PrepareAsync(CancellationToken cancellationToken) => TranslatedAsync(async () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        var connection = await OpenAsync(write: true, cancellationToken);
        try
        {
            // WAL is a property of the file; the switch needs it alone for a moment, which the busy handler waits for.
            if (await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode = WAL") is not "wal")
                throw new ArchiveUnavailableException($"The archive {_path} cannot use a write-ahead log: its folder must be on a local disk and writable.");
        }
        finally
        {
            await CloseAsync(connection, write: true);
        }
        return 0;
    });

    public override async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync();
        if (_writer is not null)
            await _writer.DisposeAsync();
        _writer = null;
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        _writing.Dispose();
        await base.DisposeAsync();
    }

    protected override async Task<DbConnection> OpenAsync(bool write, CancellationToken cancellationToken)
    {
        if (!write)
            return await ConnectAsync(cancellationToken);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return _writer ??= await ConnectAsync(cancellationToken);
        }
        catch
        {
            _writing.Release();
            throw;
        }
    }

    protected override Task<DbTransaction> BeginAsync(DbConnection connection, bool write, CancellationToken cancellationToken)
        => Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: !write));

    protected override SqlSession Session(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
        => new SqliteSession(connection, transaction, cancellationToken);

    protected override async Task CloseAsync(DbConnection connection, bool write)
    {
        if (write)
            _writing.Release();
        else
            await connection.DisposeAsync();
    }

    protected override bool IsLostRace(Exception error) => error is SqliteException { SqliteErrorCode: SqliteErrors.Busy, SqliteExtendedErrorCode: SqliteErrors.BusySnapshot };

    protected override string? Unavailable(Exception error) => SqliteErrors.Explain(error, _path);

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            // FULL: a message is acknowledged after the commit, so the commit must survive a power cut. The log is written back every 32 MB.
            await connection.ExecuteAsync(
                "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

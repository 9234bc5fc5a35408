using System.Data.Common;

namespace Newswire.Archiver.Sql;

/// <summary>
/// The small differences between SQLite and PostgreSQL: connections, transactions, types, locks, full text, errors. Everything else is
/// written once, over this.
/// </summary>
internal abstract class SqlStore : IAsyncDisposable
{
    /// <summary>A lost race (deadlock, serialization) is repeated; more often than this it is no race.</summary>
    private const int Attempts = 4;

    /// <summary>File or server for messages, without secrets.</summary>
    public abstract string Place { get; }

    /// <summary>Type words of the schema files.</summary>
    public abstract IReadOnlyDictionary<string, string> Types { get; }

    /// <summary>Name of this store in the names of schema files.</summary>
    public abstract string Dialect { get; }

    /// <summary>Makes rows of a SELECT stay as they are until the end of the transaction; empty where a transaction locks everything.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>As <see cref="ForUpdate"/>, leaving out rows that another process holds.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>Condition on item ids whose words match the expression in the parameter.</summary>
    public abstract string Matching(string parameter);

    /// <summary>Phrases that must all (or any of them) occur, in the store's own query language.</summary>
    public abstract string MatchExpression(IReadOnlyList<IReadOnlyList<string>> phrases, bool all);

    /// <summary>INSERT of a search row ($1 item id, $2 words).</summary>
    public abstract string InsertWords { get; }

    public abstract string DeleteWords { get; }

    /// <summary>Words of a record in the form <see cref="InsertWords"/> takes.</summary>
    public abstract string Words(IReadOnlyList<string> words);

    /// <summary>The first of <paramref name="count"/> new item ids.</summary>
    public abstract Task<IReadOnlyList<long>> NewItemIdsAsync(SqlSession session, int count);

    /// <summary>Whether the schema's own table is there.</summary>
    public abstract Task<bool> HasTableAsync(SqlSession session, string table);

    /// <summary>Keeps other processes from migrating at the same time, until the end of the transaction.</summary>
    public abstract Task LockSchemaAsync(SqlSession session);

    /// <summary>Once before the first use: folders, journal modes.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    protected abstract Task<DbConnection> OpenAsync(bool write, CancellationToken cancellationToken);

    protected abstract Task<DbTransaction> BeginAsync(DbConnection connection, bool write, CancellationToken cancellationToken);

    protected abstract SqlSession Session(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Takes a connection back.</summary>
    protected abstract Task CloseAsync(DbConnection connection, bool write);

    protected abstract bool IsLostRace(Exception error);

    /// <summary>What the error means to an operator, when it is the database and not us; else null.</summary>
    protected abstract string? Unavailable(Exception error);

    public Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) => RunAsync(work, write: true, cancellationToken);

    public Task WriteAsync(Func<SqlSession, Task> work, CancellationToken cancellationToken)
        => RunAsync(
            async session =>
            {
                await work(session);
                return 0;
            },
            write: true,
            cancellationToken);

    /// <summary>Several SELECTs of one moment.</summary>
    public Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) => RunAsync(work, write: false, cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs something of this store outside a transaction, with its errors translated.</summary>
    protected async Task<T> TranslatedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (Unavailable(error) is { } message)
        {
            throw new ArchiveUnavailableException(message, error);
        }
    }

    private async Task<T> RunAsync<T>(Func<SqlSession, Task<T>> work, bool write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TranslatedAsync(() => OnceAsync(work, write, cancellationToken));
            }
            catch (Exception error) when (attempt < Attempts && IsLostRace(error))
            {
                // The transaction left nothing behind: the whole of it is done again.
            }
        }
    }

    private async Task<T> OnceAsync<T>(Func<SqlSession, Task<T>> work, bool write, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(write, cancellationToken);
        try
        {
            await using var transaction = await BeginAsync(connection, write, cancellationToken);
            await using var session = Session(connection, transaction, cancellationToken);
            var result = await work(session);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            await CloseAsync(connection, write);
        }
    }
}

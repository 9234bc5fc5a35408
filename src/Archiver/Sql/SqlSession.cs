using System.Data.Common;
using Dapper;

namespace Newswire.Archiver.Sql;

/// <summary>One transaction. Not for concurrent use.</summary>
internal abstract class SqlSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) : IAsyncDisposable
{
    protected DbConnection Connection { get; } = connection;

    protected DbTransaction Transaction { get; } = transaction;

    protected CancellationToken Cancellation { get; } = cancellationToken;

    /// <summary>Runs a statement for each row; parameters are $1, $2 … in the order of the row's values.</summary>
    public abstract Task ExecuteManyAsync(string sql, IReadOnlyList<object?[]> rows);

    public async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
        => (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    public Task<T?> ScalarAsync<T>(string sql, object? parameters = null) => Connection.ExecuteScalarAsync<T>(Command(sql, parameters));

    public Task<int> ExecuteAsync(string sql, object? parameters = null) => Connection.ExecuteAsync(Command(sql, parameters));

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, Transaction, cancellationToken: Cancellation);
}

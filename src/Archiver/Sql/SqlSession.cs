using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;

namespace Newswire.Archiver.Sql;

/// <summary>One transaction. Not for concurrent use.</summary>
internal abstract partial class SqlSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) : IAsyncDisposable
{
    protected DbConnection Connection { get; } = connection;

    protected DbTransaction Transaction { get; } = transaction;

    protected CancellationToken Cancellation { get; } = cancellationToken;

    /// <summary>Runs a statement for each row; parameters are $1, $2 … in the order of the row's values. Says how many rows that changed.</summary>
    public abstract Task<int> ExecuteManyAsync(string sql, IReadOnlyList<object?[]> rows);

    public async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
        => (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    public Task<T?> ScalarAsync<T>(string sql, object? parameters = null) => Connection.ExecuteScalarAsync<T>(Command(sql, parameters));

    public Task<int> ExecuteAsync(string sql, object? parameters = null) => Connection.ExecuteAsync(Command(sql, parameters));

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The value of a parameter in <c>IN @name</c>. One parameter however long the list, so that statements stay the same.</summary>
    public abstract object List<T>(IEnumerable<T> values);

    /// <summary>A statement with <c>IN @name</c> as the store writes it.</summary>
    protected abstract string Dialect(string sql);

    [GeneratedRegex(@"\bIN (?<list>@\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    protected static partial Regex ListParameter();

    private CommandDefinition Command(string sql, object? parameters) => new(Dialect(sql), parameters, Transaction, cancellationToken: Cancellation);
}

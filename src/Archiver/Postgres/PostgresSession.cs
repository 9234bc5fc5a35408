using System.Collections.Concurrent;
using System.Data.Common;
using Newswire.Archiver.Sql;
using Npgsql;

namespace Newswire.Archiver.Postgres;

internal sealed class PostgresSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    : SqlSession(connection, transaction, cancellationToken)
{
    private static readonly ConcurrentDictionary<string, string> Translated = new(StringComparer.Ordinal);

    /// <summary>One round trip for all rows.</summary>
    public override async Task<int> ExecuteManyAsync(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return 0;
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection, (NpgsqlTransaction)Transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in row)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        return await batch.ExecuteNonQueryAsync(Cancellation);
    }

    public override object List<T>(IEnumerable<T> values) => values.ToArray();

    protected override string Dialect(string sql) => Translated.GetOrAdd(sql, static text => ListParameter().Replace(text, "= ANY(${list})"));
}

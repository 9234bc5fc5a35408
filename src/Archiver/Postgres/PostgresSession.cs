using System.Data.Common;
using Newswire.Archiver.Sql;
using Npgsql;

namespace Newswire.Archiver.Postgres;

internal sealed class PostgresSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    : SqlSession(connection, transaction, cancellationToken)
{
    /// <summary>One round trip for all rows.</summary>
    public override async Task ExecuteManyAsync(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection, (NpgsqlTransaction)Transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in row)
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(Cancellation);
    }
}

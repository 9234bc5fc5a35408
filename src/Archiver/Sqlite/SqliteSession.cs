using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Newswire.Archiver.Sql;

namespace Newswire.Archiver.Sqlite;

internal sealed class SqliteSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    : SqlSession(connection, transaction, cancellationToken)
{
    public override Task ExecuteManyAsync(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return Task.CompletedTask;
        using var command = (SqliteCommand)Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction)Transaction;
        for (var i = 1; i <= rows[0].Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
        foreach (var row in rows)
        {
            Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
        return Task.CompletedTask;
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Newswire.Archiver.Sql;

namespace Newswire.Archiver.Sqlite;

internal sealed class SqliteSession(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    : SqlSession(connection, transaction, cancellationToken)
{
    private static readonly ConcurrentDictionary<string, string> Translated = new(StringComparer.Ordinal);

    public override Task<int> ExecuteManyAsync(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return Task.FromResult(0);
        using var command = (SqliteCommand)Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction)Transaction;
        for (var i = 1; i <= rows[0].Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
        var changed = 0;
        foreach (var row in rows)
        {
            Cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            changed += command.ExecuteNonQuery();
        }
        return Task.FromResult(changed);
    }

    public override object List<T>(IEnumerable<T> values) => JsonSerializer.Serialize(values);

    protected override string Dialect(string sql)
        => Translated.GetOrAdd(sql, static text => ListParameter().Replace(text, "IN (SELECT value FROM json_each(${list}))"));
}

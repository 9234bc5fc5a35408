using System.Globalization;
using System.Reflection;

namespace Newswire.Archiver.Sql;

/// <summary>
/// Brings a database to this program's schema. Migrations are the embedded files Schema/NNN-*.sql in order, each applied once, all in one
/// transaction under a lock: programs that start together wait for each other, and a failed migration leaves nothing.
/// </summary>
internal sealed class SchemaMigrator(SqlStore store, TimeProvider time)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        var migrations = Migrations();
        // Most starts find everything done: they should not wait for a writer.
        if (await store.ReadAsync(VersionAsync, cancellationToken) == migrations.Keys.Max())
            return;
        await store.WriteAsync(session => ApplyAsync(session, migrations), cancellationToken);
    }

    private async Task ApplyAsync(SqlSession session, SortedDictionary<int, List<string>> migrations)
    {
        await store.LockSchemaAsync(session);
        var version = await VersionAsync(session);
        if (version > migrations.Keys.Max())
        {
            throw new InvalidOperationException(
                $"The archive {store.Place} has schema {version}; this program knows {migrations.Keys.Max()}. Use the newer program, or another archive.");
        }
        foreach (var (number, scripts) in migrations.Where(m => m.Key > version))
        {
            foreach (var script in scripts)
                await session.ExecuteAsync(store.Types.Aggregate(script, (sql, type) => sql.Replace("{" + type.Key + "}", type.Value, StringComparison.Ordinal)));
            if (number == 1)
                await session.ExecuteAsync("CREATE TABLE archive_schema (version INTEGER PRIMARY KEY, applied_at " + store.Types["text"] + " NOT NULL)");
            await session.ExecuteAsync(
                "INSERT INTO archive_schema (version, applied_at) VALUES (@number, @at)", new { number, at = Instant.Text(time.GetUtcNow()) });
        }
    }

    private async Task<int> VersionAsync(SqlSession session)
        => await store.HasTableAsync(session, "archive_schema")
            ? await session.ScalarAsync<int>("SELECT COALESCE(MAX(version), 0) FROM archive_schema")
            : 0;

    private SortedDictionary<int, List<string>> Migrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var migrations = new SortedDictionary<int, List<string>>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            // NNN-name.sql is for every store, NNN-name.DIALECT.sql for one.
            var parts = Path.GetFileName(name).Split('.');
            if (parts.Length == 3 && parts[1] != store.Dialect)
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var number = int.Parse(parts[0].Split('-')[0], CultureInfo.InvariantCulture);
            if (!migrations.TryGetValue(number, out var scripts))
                migrations[number] = scripts = [];
            scripts.Add(reader.ReadToEnd());
        }
        return migrations;
    }
}

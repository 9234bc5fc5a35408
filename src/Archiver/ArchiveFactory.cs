using Newswire.Archiver.Postgres;
using Newswire.Archiver.Sql;
using Newswire.Archiver.Sqlite;
using Newswire.Contracts;
using Npgsql;

namespace Newswire.Archiver;

/// <summary>Opens an archive by its address. Nothing is connected or created before the first use.</summary>
public static class ArchiveFactory
{
    /// <summary>The archive of somebody who configured nothing.</summary>
    public const string DefaultAddress = "sqlite:./data/newswire.db";

    /// <param name="address"><c>sqlite:PATH</c> or <c>postgres://user:password@host:port/database</c>, with Npgsql's options as query.</param>
    /// <param name="time">The clock embargoes are held against.</param>
    /// <exception cref="ArgumentException">The address is none of these; the message says what one looks like.</exception>
    public static IArchive Create(string address, TimeProvider time) => new SqlArchive(Open(address), time);

    /// <summary>
    /// Translation memory in the same database; the archive creates its tables. The object also keeps the budgets (<see cref="ITranslationBudgets"/>) and
    /// wants to be disposed (<see cref="IAsyncDisposable"/>).
    /// </summary>
    /// <param name="address">As for <see cref="Create"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limit">Entries kept; what was used longest ago goes first.</param>
    public static ITranslationMemory CreateMemory(string address, TimeProvider time, int limit = SqlTranslationMemory.DefaultLimit)
        => new SqlTranslationMemory(Open(address), time, limit, ownsStore: true);

    internal static SqlStore Open(string address)
    {
        if (address.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase) && address["sqlite:".Length..] is { Length: > 0 } path)
            return new SqliteStore(path);
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "postgres" or "postgresql" && uri.AbsolutePath.Length > 1)
            return new PostgresStore(Settings(uri));
        throw new ArgumentException(
            $"'{Redacted(address)}' is no archive. Write sqlite:PATH or postgres://user:password@host:port/database, for example {DefaultAddress}.", nameof(address));
    }

    private static NpgsqlConnectionStringBuilder Settings(Uri uri)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            settings[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? string.Empty);
        }
        return settings;
    }

    /// <summary>Without the password: messages end up in logs.</summary>
    private static string Redacted(string address)
    {
        var at = address.LastIndexOf('@');
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return at > 0 && scheme > 0 && scheme < at ? $"{address[..(scheme + 3)]}…{address[at..]}" : address;
    }
}

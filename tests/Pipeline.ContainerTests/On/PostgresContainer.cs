using Newswire.Pipeline.ContainerTests;
using Npgsql;
using Testcontainers.PostgreSql;

[assembly: AssemblyFixture(typeof(PostgresContainer))]

namespace Newswire.Pipeline.ContainerTests;

/// <summary>PostgreSQL in a container, for all suites of the run; NEWSWIRE_TEST_POSTGRES_IMAGE names another version.</summary>
public sealed class PostgresContainer : IAsyncLifetime
{
    private readonly PostgreSqlContainer _container = new PostgreSqlBuilder(Environment.GetEnvironmentVariable("NEWSWIRE_TEST_POSTGRES_IMAGE") is { Length: > 0 } named ? named : "postgres:17").Build();
    private int _databases;

    public async ValueTask InitializeAsync() => await _container.StartAsync();

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    /// <summary>A new, empty database; its address as <c>--archive</c> takes it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"newswire_test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        var server = new NpgsqlConnectionStringBuilder(_container.GetConnectionString());
        return $"postgres://{Uri.EscapeDataString(server.Username!)}:{Uri.EscapeDataString(server.Password!)}@{server.Host}:{server.Port}/{name}";
    }

    public Task DropDatabaseAsync(string address) => ExecuteAsync($"DROP DATABASE {address[(address.LastIndexOf('/') + 1)..]} WITH (FORCE)");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_container.GetConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

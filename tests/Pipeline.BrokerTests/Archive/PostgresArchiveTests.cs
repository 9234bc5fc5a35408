using Newswire.Pipeline.Tests.Archive;

namespace Newswire.Pipeline.BrokerTests.Archive;

public sealed class When_the_archive_is_a_PostgreSQL_database(PostgresServer server) : ArchiveContract
{
    private string? _address;

    protected override string Address => _address!;

    protected override async Task CreateDatabaseAsync() => _address = await server.CreateDatabaseAsync();

    protected override Task DropDatabaseAsync() => server.DropDatabaseAsync(Address);
}

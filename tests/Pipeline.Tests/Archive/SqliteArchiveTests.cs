namespace Newswire.Pipeline.Tests.Archive;

public sealed class When_the_archive_is_an_SQLite_file : ArchiveContract
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"newswire-{Guid.CreateVersion7():N}");

    protected override string Address => $"sqlite:{Path.Combine(_folder, "data", "newswire.db")}";

    protected override Task CreateDatabaseAsync() => Task.CompletedTask;

    protected override Task DropDatabaseAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}

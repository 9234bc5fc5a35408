using Newswire.Archiver;

namespace Newswire.Pipeline.Tests.Archive;

public sealed class When_an_archive_is_addressed
{
    [Theory]
    [InlineData("sqlite:")]
    [InlineData("mysql://u:p@h/db")]
    [InlineData("postgres://host")]
    [InlineData("newswire.db")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused_with_an_example(string address)
        => Assert.Contains("sqlite:PATH", Assert.Throws<ArgumentException>(() => ArchiveFactory.Create(address, TimeProvider.System)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_password_is_never_in_a_message()
    {
        var error = Assert.Throws<ArgumentException>(() => ArchiveFactory.Create("mysql://user:secret@host/db", TimeProvider.System));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("p@ss", ArchiveFactory.Open("postgres://user:p%40ss@host:6543/db").Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/newswire/newswire.db")]
    [InlineData("/proc/newswire.db")]
    public async Task A_folder_that_cannot_be_written_is_named_with_what_to_do(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc, which even root cannot write");
        await using var archive = ArchiveFactory.Create("sqlite:" + path, TimeProvider.System);
        var error = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => archive.InitializeAsync(TestContext.Current.CancellationToken));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("This is no database. ", 100)), TestContext.Current.CancellationToken);
        await using (var archive = ArchiveFactory.Create("sqlite:" + path, TimeProvider.System))
            await Assert.ThrowsAsync<ArchiveUnavailableException>(() => archive.InitializeAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("This is no database.", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_outage()
    {
        await using var archive = ArchiveFactory.Create("postgres://user:secret@127.0.0.1:1/db?Timeout=2", TimeProvider.System);
        var error = await Assert.ThrowsAsync<ArchiveUnavailableException>(() => archive.InitializeAsync(TestContext.Current.CancellationToken));
        Assert.Contains("postgres://127.0.0.1:1/db", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }
}

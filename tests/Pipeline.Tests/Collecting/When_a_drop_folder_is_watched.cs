using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Collector.Sources;

namespace Newswire.Pipeline.Tests.Collecting;

public sealed class When_a_drop_folder_is_watched : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-drop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_complete_file_is_offered_and_moved_when_it_is_safe()
    {
        Write("a.txt", "one");
        var collected = await FirstAsync(Source());
        Assert.Equal("a.txt", collected.File);
        Assert.Equal("one"u8.ToArray(), collected.Content!.Value.ToArray());
        Assert.True(File.Exists(Path.Combine(_folder, "a.txt")), "it stays until it is safe");

        await collected.Settle(null);
        Assert.False(File.Exists(Path.Combine(_folder, "a.txt")));
        Assert.True(File.Exists(Path.Combine(_folder, ".accepted", "a.txt")));
    }

    [Fact]
    public async Task A_file_never_settled_is_offered_again_after_a_restart()
    {
        Write("a.txt", "one");
        var before = await FirstAsync(Source());
        var after = await FirstAsync(Source());
        Assert.Equal(before.Content!.Value.ToArray(), after.Content!.Value.ToArray());
    }

    [Fact]
    public async Task A_remembered_file_stays_and_is_not_offered_again_after_a_restart()
    {
        Write("a.txt", "one");
        await (await FirstAsync(Source(remember: true))).Settle(null);
        Write("b.txt", "two");
        Assert.Equal("b.txt", (await FirstAsync(Source(remember: true))).File);
        Assert.True(File.Exists(Path.Combine(_folder, "a.txt")));
    }

    [Fact]
    public async Task A_remembered_file_that_was_overwritten_is_offered_again()
    {
        Write("a.txt", "one");
        await (await FirstAsync(Source(remember: true))).Settle(null);
        Write("a.txt", "corrected");
        Assert.Equal("corrected"u8.ToArray(), (await FirstAsync(Source(remember: true))).Content!.Value.ToArray());
    }

    [Fact]
    public async Task A_file_that_somebody_still_writes_waits_although_it_looks_settled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells who has a file open");
        await using (var writer = new StreamWriter(Path.Combine(_folder, "slow.txt")))
        {
            await writer.WriteAsync("half");
            await writer.FlushAsync(TestContext.Current.CancellationToken);
            Write("done.txt", "whole");
            Assert.Equal("done.txt", (await FirstAsync(Source())).File);
            await writer.WriteAsync(" and half");
        }

        File.Delete(Path.Combine(_folder, "done.txt"));
        Assert.Equal("half and half"u8.ToArray(), (await FirstAsync(Source())).Content!.Value.ToArray());
    }

    [Theory]
    [InlineData("a.part")]
    [InlineData(".hidden")]
    [InlineData("a.txt~")]
    public async Task Unfinished_and_hidden_names_are_left_alone(string name)
    {
        Write(name, "not yet");
        Write("z.txt", "whole");
        Assert.Equal("z.txt", (await FirstAsync(Source())).File);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_put_aside_so_that_it_is_not_offered_for_ever()
    {
        Write("big.txt", new string('x', 2_000));
        var collected = await FirstAsync(Source(maxBytes: 1_000));
        Assert.Equal("too-large", collected.Failure!.Code);
        await collected.Settle(collected.Failure);
        Assert.True(File.Exists(Path.Combine(_folder, ".rejected", "big.txt")));
    }

    [Fact]
    public async Task Two_accepted_files_of_one_name_are_both_kept()
    {
        for (var i = 0; i < 2; i++)
        {
            Write("a.txt", $"take {i}");
            await (await FirstAsync(Source())).Settle(null);
        }

        Assert.Equal(["a.txt", "a.txt.2"], Directory.GetFiles(Path.Combine(_folder, ".accepted")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        var outside = Path.Combine(Directory.CreateTempSubdirectory("newswire-outside-").FullName, "secret.txt");
        await File.WriteAllTextAsync(outside, "secret", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(_folder, "a-link.txt"), outside);
        Write("z.txt", "whole");
        Assert.Equal("z.txt", (await FirstAsync(Source())).File);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private FolderSource Source(bool remember = false, long maxBytes = 1_000_000) => new(
        "drop",
        new FolderSourceOptions { Folder = _folder, PollSeconds = 0.05, SettleSeconds = 0.1, AfterAccept = remember ? "remember" : "move" },
        maxBytes, TimeProvider.System, NullLogger<FolderSource>.Instance);

    private static async Task<CollectedDispatch> FirstAsync(FolderSource source)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await foreach (var collected in source.CollectAsync(patience.Token))
            return collected;
        throw new InvalidOperationException("the source ended");
    }
}

using Newswire.Collector.Sources;

namespace Newswire.Pipeline.Tests.Collecting;

public sealed class When_paths_are_collected_once : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-once-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_vanished_file_is_a_failure_that_names_it_and_stops_nothing()
    {
        var present = Path.Combine(_folder, "a.txt");
        await File.WriteAllTextAsync(present, "one", TestContext.Current.CancellationToken);
        var collected = await AllAsync([Path.Combine(_folder, "gone.txt"), present]);
        Assert.Equal("vanished", collected[0].Failure!.Code);
        Assert.Contains("gone.txt", collected[0].Failure!.Reason, StringComparison.Ordinal);
        Assert.NotNull(collected[1].Content);
    }

    [Fact]
    public async Task A_folder_gives_its_files_in_order_of_path_without_hidden_ones_and_expectations()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        foreach (var name in new[] { "b.txt", "a.txt", "sub/c.txt", ".hidden", "a.txt.expected.json" })
            await File.WriteAllTextAsync(Path.Combine(_folder, name), name, TestContext.Current.CancellationToken);
        var files = (await AllAsync([_folder])).Select(c => Path.GetRelativePath(_folder, c.File));
        Assert.Equal(["a.txt", "b.txt", "sub/c.txt"], files);
    }

    [Fact]
    public async Task A_file_over_the_bound_is_refused_by_size_and_an_empty_one_is_collected()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "big"), new string('x', 101), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "empty"), "", TestContext.Current.CancellationToken);
        var collected = await AllAsync([_folder], maxBytes: 100);
        Assert.Equal("too-large", collected[0].Failure!.Code);
        Assert.Equal(0, collected[1].Content!.Value.Length);
    }

    private static Task<List<CollectedDispatch>> AllAsync(string[] paths, long maxBytes = 1_000)
        => new PathSource("once", paths, maxBytes, TimeProvider.System).CollectAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();
}

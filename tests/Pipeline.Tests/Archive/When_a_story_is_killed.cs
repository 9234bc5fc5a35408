using Newswire.Archiver;
using Newswire.Archiver.Consumers;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public sealed class When_a_story_is_killed : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Its_paragraphs_leave_the_translation_memory_and_others_stay()
    {
        var cancel = TestContext.Current.CancellationToken;
        var address = $"sqlite:{Path.Combine(_folder, "archive.db")}";
        await using var archive = ArchiveFactory.Create(address, TimeProvider.System);
        await archive.InitializeAsync(cancel);
        var memory = ArchiveFactory.CreateMemory(address, TimeProvider.System);
        var story = Dispatches.Received("first").Enriched("urn:story", "A paragraph that must go.");
        await archive.WriteAsync([story], cancel);
        await memory.StoreAsync([Remembered("a", "A paragraph that must go."), Remembered("b", "Another story's paragraph.")], cancel);

        var kill = Dispatches.Received("kill").Enriched("urn:story", "", r => r with { Status = Statuses.Canceled, Signal = Signals.Kill, Item = r.Item with { Bodies = null, Headlines = null, PubStatus = "canceled" } });
        var killed = Assert.Single(await archive.WriteAsync([kill], cancel));
        await new KilledText(archive, memory).ForgetAsync(killed.Record, cancel);

        Assert.Equal(["b"], (await memory.FindAsync(["a", "b"], cancel)).Keys);
    }

    private static RememberedSegment Remembered(string key, string source)
        => new() { Key = key, SegmentHash = TranslationHash.OfSegment(source), Text = "translated" };
}

using System.Text.Json.Nodes;

namespace Newswire.Pipeline.Tests.Cli;

/// <summary>What the table of the hostile set says of the archive afterwards, through collector, bus, enricher and archiver in one process.</summary>
public sealed class When_hostile_documents_are_ingested : IDisposable
{
    private static readonly string Cases = Path.Combine(AppContext.BaseDirectory, "Fixtures", "hostile", "cases");
    private readonly NewswireProcess _newswire = new();

    public void Dispose() => _newswire.Dispose();

    [Fact]
    public async Task The_same_guid_twice_in_a_document_is_one_story_and_another_guid_another()
    {
        // Live stories, and the versions and headline of the first.
        var expected = new Dictionary<string, (int Live, int Versions, string Headline)>(StringComparer.Ordinal)
        {
            ["id-same-guid-two-bodies"] = (1, 2, "Second"),
            ["id-same-guid-same-body"] = (1, 1, "Headline one"),
            ["id-same-guid-no-dates"] = (1, 2, "Second"),
            ["id-guid-case-and-slash"] = (3, 1, "Headline one"),
            ["xml-guid-empty"] = (2, 1, "Empty guid"),
            ["char-nfd-guid"] = (2, 1, "A"),
        };
        foreach (var source in expected.Keys)
            Assert.Equal((source, 0), (source, (await _newswire.RunAsync("ingest", Path.Combine(Cases, source + ".xml"), "--source", source, "--json")).ExitCode));

        var live = (await _newswire.RunAsync("export")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .GroupBy(record => (string)record["source"]!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.OrderBy(record => (int)record["itemIndex"]!).ToList(), StringComparer.Ordinal);
        Assert.Equal(
            expected.Select(e => (e.Key, e.Value)).OrderBy(e => e.Key, StringComparer.Ordinal),
            live.Select(e => (e.Key, (e.Value.Count, (int)e.Value[0]["version"]!["ordinal"]!, (string)e.Value[0]["item"]!["headlines"]![0]!["value"]!))).OrderBy(e => e.Key, StringComparer.Ordinal));
        // Nothing says which of two undated texts is newer: it is chosen, and said so.
        Assert.Contains(live["id-same-guid-no-dates"][0]["warnings"]!.AsArray(), warning => (string)warning!["code"]! == "version-reused");
        Assert.True((bool)JsonNode.Parse((await _newswire.RunAsync("audit", "--json")).Output)!["balanced"]!);
    }

    [Fact]
    public async Task The_whole_set_ends_in_the_archive_or_in_quarantine_and_nowhere_else()
    {
        var outcome = await _newswire.RunAsync("ingest", Cases, "--json");

        Assert.Equal(1, outcome.ExitCode);
        var ended = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        // The same bytes are the same dispatch, whatever the name of the file.
        Assert.Equal(Directory.GetFiles(Cases).DistinctBy(file => Convert.ToBase64String(File.ReadAllBytes(file))).Count(), ended.Count);
        Assert.All(ended, end => Assert.Contains((string)end["disposition"]!, (string[])["archived", "duplicate", "superseded", "held", "quarantined"]));
        Assert.True((bool)JsonNode.Parse((await _newswire.RunAsync("audit", "--json")).Output)!["balanced"]!);
        Assert.Equal(["data"], Directory.GetFileSystemEntries(_newswire.Folder).Select(Path.GetFileName));
        // A guid that says it is a line of a log is none.
        Assert.DoesNotContain(outcome.Error.Split('\n'), line => line.StartsWith("2024-", StringComparison.Ordinal) || line.StartsWith("INFO", StringComparison.Ordinal) || line.StartsWith("ERROR", StringComparison.Ordinal));
    }
}

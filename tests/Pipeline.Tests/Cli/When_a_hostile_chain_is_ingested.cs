using System.Text.Json.Nodes;

namespace Newswire.Pipeline.Tests.Cli;

/// <summary>The cases of the hostile set that only an archive can judge, through collector, enricher and archiver in one process.</summary>
public sealed class When_a_hostile_chain_is_ingested : IDisposable
{
    private readonly NewswireProcess _newswire = new();

    public void Dispose() => _newswire.Dispose();

    [Fact]
    public async Task Each_delivery_gets_the_verdict_of_the_table()
    {
        (string File, string Disposition)[] deliveries =
        [
            ("ver-1-first", "archived"),
            ("ver-2-update", "archived"),
            ("ver-3-late-older", "duplicate"),
            ("ver-4-same-version-other-body", "archived"),
            ("ver-5-kill", "archived"),
            ("ver-6-update-after-kill", "superseded"),
            ("ver-7-relaunch-after-kill", "held"),
        ];

        foreach (var (file, disposition) in deliveries)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "Fixtures", "hostile", "cases", file + ".ninjs.json");
            var outcome = await _newswire.RunAsync("ingest", path, "--source", "chain", "--json");
            Assert.Equal((file, disposition), (file, (string)JsonNode.Parse(outcome.Output)!["disposition"]!));
        }

        // Neither the killed story nor its relaunch, which awaits an editor, leaves the house.
        Assert.Equal("", (await _newswire.RunAsync("export", "--format", "ninjs")).Output);
        var last = JsonNode.Parse((await _newswire.RunAsync("show", "urn:newsml:nova.example:20240314:h1", "--json")).Output)!;
        Assert.Equal("newer-than-kill", (string)last["holdReason"]!);
    }
}

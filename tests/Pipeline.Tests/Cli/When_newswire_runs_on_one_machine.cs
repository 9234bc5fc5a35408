using System.Text.Json.Nodes;

namespace Newswire.Pipeline.Tests.Cli;

public sealed class When_newswire_runs_on_one_machine : IDisposable
{
    private const string Dispatch = "BRUSSELS, March 14, 2024 (Nova) - The council approved a plan for twelve schools on Thursday.\n\nWork will start in September, the mayor said.\n";
    private readonly NewswireProcess _newswire = new();

    public void Dispose() => _newswire.Dispose();

    [Fact]
    public async Task A_dispatch_is_ingested_found_shown_and_exported_and_a_second_run_archives_nothing_new()
    {
        _newswire.Write("in/one.txt", Dispatch);
        var first = await _newswire.RunAsync("ingest", "in", "--json");
        Assert.Equal((0, "archived"), (first.ExitCode, Disposition(first)));

        var second = await _newswire.RunAsync("ingest", "in", "--json");
        Assert.Equal((0, "duplicate"), (second.ExitCode, Disposition(second)));

        var found = await _newswire.RunAsync("search", "twelve schools", "--json");
        var uri = (string)JsonNode.Parse(found.Output)!["uri"]!;
        Assert.StartsWith("urn:newswire:text:", uri, StringComparison.Ordinal);
        Assert.Contains("Work will start in September", (await _newswire.RunAsync("show", uri)).Output, StringComparison.Ordinal);
        Assert.Equal(Dispatch, (await _newswire.RunAsync("show", uri, "--raw")).Output);

        var exported = JsonNode.Parse((await _newswire.RunAsync("export", "--format", "ninjs")).Output)!;
        Assert.Equal(uri, (string)exported["uri"]!);

        var audit = JsonNode.Parse((await _newswire.RunAsync("audit", "--json")).Output)!;
        Assert.Equal((2, 1, 1, true), ((int)audit["received"]!, (int)audit["archived"]!, (int)audit["duplicate"]!, (bool)audit["balanced"]!));
    }

    [Fact]
    public async Task Bad_files_are_quarantined_or_named_and_the_others_archived()
    {
        _newswire.Write("in/good.txt", Dispatch);
        _newswire.Write("in/empty.txt", "");
        await File.WriteAllBytesAsync(Path.Combine(_newswire.Folder, "in", "binary"), [0, 1, 2, 3, 0, 255, 254, 0, 9, 8, 7, 0, 1, 2], TestContext.Current.CancellationToken);
        var outcome = await _newswire.RunAsync("ingest", "in", "gone.txt", "--json");
        Assert.Equal(1, outcome.ExitCode);
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToDictionary(n => Path.GetFileName((string)n["file"]!), n => n);
        Assert.Equal("archived", (string)lines["good.txt"]["disposition"]!);
        Assert.Equal(("quarantined", "empty"), ((string)lines["empty.txt"]["disposition"]!, (string)lines["empty.txt"]["code"]!));
        Assert.Equal(("quarantined", "binary"), ((string)lines["binary"]["disposition"]!, (string)lines["binary"]["code"]!));
        Assert.Equal(("failed", "vanished"), ((string)lines["gone.txt"]["disposition"]!, (string)lines["gone.txt"]["code"]!));

        var listed = (await _newswire.RunAsync("quarantine", "list", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, listed.Length);
        var id = (string)JsonNode.Parse(listed[0])!["quarantineId"]!;
        Assert.Equal(1, (await _newswire.RunAsync("quarantine", "retry", id)).ExitCode);
        Assert.Equal(0, (await _newswire.RunAsync("quarantine", "drop", id, "--reason", "test")).ExitCode);
        Assert.Single((await _newswire.RunAsync("quarantine", "list", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Standard_input_is_a_dispatch_and_try_stores_nothing()
    {
        var tried = await _newswire.RunAsync(Dispatch, ["try", "-"]);
        Assert.Equal("newswire-record/1", (string)JsonNode.Parse(tried.Output)!["schema"]!);
        Assert.False(Directory.Exists(Path.Combine(_newswire.Folder, "data")));

        var ingested = await _newswire.RunAsync(Dispatch, ["ingest", "-", "--source", "pipe", "--json"]);
        Assert.Equal("archived", Disposition(ingested));
    }

    [Fact]
    public async Task A_replay_by_an_unchanged_reader_and_model_changes_nothing()
    {
        _newswire.Write("in/one.txt", Dispatch);
        await _newswire.RunAsync("ingest", "in");
        var before = (await _newswire.RunAsync("export")).Output;

        var preview = await _newswire.RunAsync("replay", "--dry-run");
        Assert.Equal("", preview.Output);
        Assert.Contains("1 unchanged, 0 would change", preview.Error, StringComparison.Ordinal);

        var replayed = await _newswire.RunAsync("replay", "--json");
        Assert.Equal((0, 1), (replayed.ExitCode, (int)JsonNode.Parse(replayed.Output)!["sent"]!));
        Assert.Equal(before, (await _newswire.RunAsync("export")).Output);
        var audit = JsonNode.Parse((await _newswire.RunAsync("audit", "--json")).Output)!;
        Assert.Equal((1, 1), ((int)audit["received"]!, (int)audit["archived"]!));
    }

    [Theory]
    [InlineData(2, "ingest")]
    [InlineData(2, "nosuchverb")]
    [InlineData(2, "search", "x", "--bus", "carrier-pigeon:")]
    [InlineData(2, "audit", "--archive", "clay-tablets:")]
    [InlineData(2, "search", "x", "--from", "yesterday-ish")]
    [InlineData(2, "run", "enricher")]
    [InlineData(3, "audit", "--archive", "postgres://nobody:secret@127.0.0.1:1/none")]
    [InlineData(3, "ingest", "in", "--bus", "rabbitmq://guest:secret@127.0.0.1:1/")]
    public async Task Wrong_usage_and_unreachable_systems_have_their_exit_codes_and_say_so_without_secrets(int exitCode, params string[] arguments)
    {
        _newswire.Write("in/one.txt", Dispatch);
        var outcome = await _newswire.RunAsync(arguments);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.StartsWith("newswire: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
    }

    private static string Disposition(Outcome outcome) => (string)JsonNode.Parse(outcome.Output)!["disposition"]!;
}

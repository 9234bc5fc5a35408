using System.Text.Json.Nodes;

namespace Newswire.Pipeline.Tests.Cli;

public sealed class When_a_feed_is_checked : IDisposable
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>T</title><item><guid isPermaLink=\"false\">tag:x.example,2020:abc:1234567</guid><title>Head</title><description>Body text.</description></item></channel></rss>";
    private readonly NewswireProcess _newswire = new();

    public void Dispose() => _newswire.Dispose();

    [Theory]
    [InlineData(@"^(?<id>.+):(?<version>[0-9]{6,})$", 0, "valid; sources agency")]
    [InlineData(@"^(?<id>.+", 2, "no regular expression")]
    [InlineData(@"^(?<id>.+)$", 2, "no groups named id and version")]
    [InlineData(@"^(?<id>.+)(?=:)(?<version>.+)$", 2, "needs backtracking")]
    public async Task The_pattern_of_its_versions_is_part_of_the_configuration(string pattern, int exitCode, string detail)
    {
        Configure(pattern);

        var outcome = await _newswire.RunAsync("check", "--json");

        Assert.Equal(exitCode, outcome.ExitCode);
        var configuration = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).First(finding => (string)finding["subject"]! == "configuration");
        Assert.Equal(exitCode == 0, (bool)configuration["ok"]!);
        Assert.Contains(detail, (string)configuration["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_pairs_of_input_and_expectation_are_compared_as_that_feed_reads_them()
    {
        Configure(@"^(?<id>.+):(?<version>[0-9]{6,})$");
        _newswire.Write("pairs/a.xml", Feed);
        _newswire.Write("pairs/a.xml.expected.json", "{\"uri\":\"tag:x.example,2020:abc\",\"version\":{\"label\":\"1234567\"},\"item\":{\"headlines\":[{\"value\":\"Head\"}]}}");

        var right = await _newswire.RunAsync("check", "--fixtures", "pairs", "--source", "agency");
        var wrong = await _newswire.RunAsync("check", "--fixtures", "pairs", "--source", "other");

        Assert.Equal((0, ""), (right.ExitCode, right.Output));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("uri: expected \"tag:x.example,2020:abc\", found \"tag:x.example,2020:abc:1234567\"", wrong.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await _newswire.RunAsync("check", "--fixtures", "nowhere")).ExitCode);
    }

    private void Configure(string pattern) =>
        _newswire.Write("newswire.json", new JsonObject { ["Sources"] = new JsonObject { ["agency"] = new JsonObject { ["VersionInId"] = pattern } } }.ToJsonString());
}

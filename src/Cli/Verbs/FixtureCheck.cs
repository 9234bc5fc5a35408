using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Archiver.Replay;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Formats;

namespace Newswire.Cli.Verbs;

/// <summary>
/// A feed owner's tests: every input file with a <c>NAME.expected.json</c> beside it is read and enriched, and each member that the expectation
/// names must be so in the record. What it does not name may be anything. An array expects that many items.
/// </summary>
public sealed class FixtureCheck(FormatReader reader, Enrichment enrichment, TimeProvider time)
{
    public const string Ending = ".expected.json";

    /// <returns>One result a pair, in order of path.</returns>
    public IEnumerable<FixtureResult> Run(string folder, Func<string, SourceSettings> settings, string source)
    {
        foreach (var expectation in Directory.EnumerateFiles(folder, "*" + Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var input = expectation[..^Ending.Length];
            yield return File.Exists(input)
                ? new FixtureResult(input, Compare(JsonNode.Parse(File.ReadAllBytes(expectation)), input, settings(source), source))
                : new FixtureResult(input, [new FieldDifference("(file)", "present", null)]);
        }
    }

    private List<FieldDifference> Compare(JsonNode? expected, string input, SourceSettings settings, string source)
    {
        var actual = Read(File.ReadAllBytes(input), input, settings, source);
        if (expected is not JsonArray list)
            list = [expected?.DeepClone()];

        var differences = new List<FieldDifference>();
        if (list.Count != actual.Count)
            differences.Add(new FieldDifference("(items)", Text(list.Count), Text(actual.Count)));
        for (var i = 0; i < Math.Min(list.Count, actual.Count); i++)
            Walk(list.Count == 1 ? "" : $"[{i}]", list[i], actual[i], differences);
        return differences;
    }

    private List<JsonNode> Read(byte[] content, string input, SourceSettings settings, string source)
    {
        try
        {
            var dispatch = RawDispatch.Of(source, content, time.GetUtcNow()) with { File = input, Settings = settings };
            return [.. reader.Read(dispatch).Items.Select(i => i.Record is { } record
                ? JsonSerializer.SerializeToNode(enrichment.Enrich(record, settings).Record, NewswireJson.Wire.NewsRecord)!
                : Rejected(i.Refusal!))];
        }
        catch (UnreadableDispatchException e)
        {
            return [Rejected(e.Refusal)];
        }
    }

    private static JsonObject Rejected(Refusal refusal) => new() { ["rejected"] = new JsonObject { ["code"] = refusal.Code, ["reason"] = refusal.Reason } };

    private static void Walk(string path, JsonNode? expected, JsonNode? actual, List<FieldDifference> differences)
    {
        if (expected is JsonObject members && actual is JsonObject found)
        {
            foreach (var (name, value) in members)
                Walk(path.Length == 0 ? name : $"{path}.{name}", value, found[name], differences);
        }
        else if (expected is JsonArray items && actual is JsonArray others && items.Count == others.Count)
        {
            for (var i = 0; i < items.Count; i++)
                Walk($"{path}[{i}]", items[i], others[i], differences);
        }
        else if (!JsonNode.DeepEquals(expected, actual))
        {
            differences.Add(new FieldDifference(path, expected?.ToJsonString(), actual?.ToJsonString()));
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One pair: its input, and where the record differs from what was expected (before = expected, after = found).</summary>
public sealed record FixtureResult(string Input, IReadOnlyList<FieldDifference> Differences);

using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>The wire cases of the hostile set, each with the verdict its table states.</summary>
public sealed class When_hostile_wire_input_is_read
{
    private static readonly string[] Formats = ["iptc7901", "anpa1312", "wire"];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Reading.Fixtures, "hostile", "cases.jsonl")))
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (Formats.Contains(row.GetProperty("format").GetString()) && row.GetProperty("file").ValueKind == JsonValueKind.String)
                cases.Add(row.GetProperty("file").GetString()!, line);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_gets_its_verdict(string file, string line)
    {
        var row = JsonDocument.Parse(line).RootElement;
        var must = row.GetProperty("must");
        string?[] verdicts = [row.GetProperty("verdict").GetString(), row.TryGetProperty("alt_verdict", out var other) ? other.GetString() : null];
        var (records, refused) = Read(file);

        if (refused)
            Assert.Contains("quarantine", verdicts);
        else
            Assert.NotEqual("quarantine", verdicts.Single(verdict => verdict is not (null or "quarantine")) ?? "quarantine");
        if (verdicts[0] == "hold")
            Assert.All(records, record => Assert.Equal(Statuses.Withheld, record.Status));
        if (verdicts[0] == "recover")
            Assert.All(records.Take(1), record => Assert.NotEmpty(record.Warnings!));
        if (must.TryGetProperty("items", out var items))
            Assert.Equal(items.GetInt32(), records.Count);
        if (must.TryGetProperty("headline", out var headline))
            Assert.Equal(headline.GetString(), records[0].Headline());
        if (must.TryGetProperty("versioncreated", out var instant))
            Assert.Equal(DateTimeOffset.Parse(instant.GetString()!, System.Globalization.CultureInfo.InvariantCulture), records[0].Item.VersionCreated);
        if (must.TryGetProperty("warn", out var warn))
            Assert.Contains(records, record => record.Warnings?.Any(warning => warning.Detail == warn.GetString()) == true);
        if (must.TryGetProperty("lines", out var lines))
            Assert.Equal(lines.GetInt32(), records[0].Text()!.Split('\n').Length);
        if (must.TryGetProperty("must_not_contain", out _))
            Assert.All(records, record => Assert.DoesNotContain('\0', JsonSerializer.Serialize(record, NewswireJson.Wire.NewsRecord)));
    }

    /// <summary>A safety limit only: a backtracking or quadratic reader needs minutes for these.</summary>
    [Theory]
    [InlineData("PARIS, ", 30_000)]
    [InlineData("PARIS, 14 mars 2024 (", 10_000)]
    [InlineData("(((((", 40_000)]
    [InlineData("KILL ", 40_000)]
    [InlineData("EMBARGO 14 mars 18h00 ", 10_000)]
    [InlineData("AFP AP Reuters ", 15_000)]
    [InlineData("a\n", 100_000)]
    [InlineData("\n", 200_000)]
    [InlineData("新华社北京3月", 30_000)]
    [InlineData("ZCZC\n", 40_000)]
    [InlineData("ZCZC\n$x\nNNNN\n", 5_000)]
    [InlineData("nov0001 4 pl 53  nova r01\n", 8_000)]
    [InlineData("URGENT\n", 30_000)]
    [InlineData("Par Jean Dupont\n", 15_000)]
    [InlineData("(note\n", 40_000)]
    public void Repeating_anything_costs_no_more_than_its_length(string part, int times)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, times)));
        var clock = Stopwatch.StartNew();

        try
        {
            Reading.Of(content);
        }
        catch (UnreadableDispatchException)
        {
            // Refusing it is as good as reading it.
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    private static (List<NewsRecord> Records, bool Refused) Read(string file)
    {
        try
        {
            var items = Reading.Of(File.ReadAllBytes(Path.Combine(Reading.Fixtures, "hostile", file))).Items;
            return ([.. items.Where(item => item.Record is not null).Select(item => item.Record!)], items.Any(item => item.Refusal is not null));
        }
        catch (UnreadableDispatchException)
        {
            return ([], true);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats;
using Newswire.Formats.Ninjs;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>
/// Malformed, malicious and awkward inputs, each with the verdict it must get. What an archive makes of several deliveries (chains,
/// duplicates) is asserted there; here as far as reading goes.
/// </summary>
public sealed class When_hostile_input_is_read
{
    // All files of the set are small: what needs more of memory than this was blown up by what it says.
    private const long MostMemory = 64_000_000;

    // The wire formats are checked where they are read.
    private static readonly string[] Wire = ["iptc7901", "anpa1312", "wire"];

    // What only the archive can see: an earlier delivery.
    private static readonly string[] NeedHistory = ["ver-4-same-version-other-body.ninjs", "ver-7-relaunch-after-kill.ninjs"];

    // Read as it should be, and so usual that a note on every record would only hide others: a DOCTYPE that is not loaded, entities of
    // its own, items beside the channel, a wrong weekday, a stray comma, a second date, deep HTML, an odd guid.
    private static readonly string[] NotWorthANote =
    [
        "xml-external-dtd", "xml-internal-dtd-harmless", "xml-rss-no-channel", "date-wrongweekday", "date-extra-comma", "date-twodates",
        "html-deep-nesting", "id-guid-crlf-log", "enc-utf32le-bom", "enc-double-bom",
    ];

    [Fact]
    public void Declarations_cut_short_by_the_thousand_are_refused_long_before_the_deadline()
    {
        var cut = string.Concat(Enumerable.Repeat("<!ENTITY % a ", 320_000));
        var document = $"<?xml version=\"1.0\"?><!DOCTYPE rss [ <!ENTITY a \"x\"> ]><rss version=\"2.0\"><channel><item><guid>urn:a:1</guid><title>Titel</title><description>{cut}\"x.dtd\"></description></item></channel></rss>";

        Assert.Equal(ReasonCodes.Entities, Assert.Throws<UnreadableDispatchException>(() => Reading.Of(document)).Code);
    }

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Reading.Fixtures, "hostile", "cases.jsonl")))
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (row.GetProperty("file").ValueKind == JsonValueKind.String && !Wire.Contains(row.GetProperty("format").GetString()))
                cases.Add(row.GetProperty("id").GetString()!, line);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_gets_the_verdict_it_must(string id, string row)
    {
        var c = JsonDocument.Parse(row).RootElement;
        var content = File.ReadAllBytes(Path.Combine(Reading.Fixtures, "hostile", c.GetProperty("file").GetString()!));
        if (id == "date-future10min")
            content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("{{NOW+10min}}", Reading.Received.AddMinutes(10).ToString("r", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        // Dates ahead are judged against the time of receipt; the embargoes of the set end in March 2024.
        var received = c.GetProperty("verdict").GetString() == "hold" && !id.StartsWith("date-", StringComparison.Ordinal) ? new DateTimeOffset(2024, 3, 15, 12, 0, 0, TimeSpan.Zero) : Reading.Received;

        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var records = Read(content, received);
        clock.Stop();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);

        var verdicts = new[] { c.GetProperty("verdict").GetString(), c.TryGetProperty("alt_verdict", out var other) ? other.GetString() : null };
        if (!NeedHistory.Contains(id)) CheckVerdict(id, verdicts, records, received);
        if (records.Count > 0) CheckMusts(c, records);
        Assert.All(records, r => Assert.Null(NinjsItemChecker.FirstFault(r.Item)));
        if (c.GetProperty("must").TryGetProperty("time_s", out var seconds)) Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5 * seconds.GetDouble());
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Files))]
    public void Reading_it_takes_less_than_five_seconds(string file)
    {
        var clock = Stopwatch.StartNew();
        Read(File.ReadAllBytes(file), Reading.Received);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "hostile", "cases")).Order(StringComparer.Ordinal)];

    private static List<NewsRecord> Read(byte[] content, DateTimeOffset received)
    {
        try
        {
            return [.. Reading.Of(content, received: received).Items.Select(i => i.Record).OfType<NewsRecord>()];
        }
        catch (UnreadableDispatchException)
        {
            return [];
        }
    }

    private static void CheckVerdict(string id, string?[] verdicts, List<NewsRecord> records, DateTimeOffset received)
    {
        if (records.Count == 0)
        {
            Assert.Contains("quarantine", verdicts);
            return;
        }

        Assert.NotEqual(["quarantine", null], verdicts);
        var held = records.Exists(r => r.HoldReason is not null || r.Status == Statuses.Withheld || r.Item.EmbargoedUntil > received);
        Assert.Equal(verdicts.Contains("hold"), held);
        if (verdicts[0] == "recover" && !NotWorthANote.Contains(id)) Assert.Contains(records, r => r.Warnings is not null);
    }

    private static void CheckMusts(JsonElement c, List<NewsRecord> records)
    {
        var first = records[0];
        var all = Everything(records);
        foreach (var must in c.GetProperty("must").EnumerateObject())
        {
            switch (must.Name)
            {
                case "items": Assert.Equal(must.Value.GetInt32(), records.Count); break;
                case "items_min": Assert.True(records.Count >= must.Value.GetInt32()); break;
                case "body_contains": Assert.Contains(must.Value.GetString()!, first.Text(), StringComparison.Ordinal); break;
                case "must_not_contain": Assert.All(must.Value.EnumerateArray(), text => Assert.DoesNotContain(text.GetString()!, Everything(records), StringComparison.Ordinal)); break;
                case "html_must_not_contain": Assert.All(must.Value.EnumerateArray(), text => Assert.DoesNotContain(text.GetString()!, first.Html() ?? "", StringComparison.OrdinalIgnoreCase)); break;
                case "headline" or "guid" or "link" or "firstcreated" or "versioncreated" or "embargoed":
                    Assert.Empty(ExpectedValues.Faults(first, JsonDocument.Parse($"{{\"{must.Name}\":{must.Value.GetRawText()}}}").RootElement));
                    break;
                case "status" when !c.TryGetProperty("chain", out _): Assert.Equal(must.Value.GetString(), first.Status); break;
                default: break;
            }
        }

        Assert.DoesNotContain('\0', all);
    }

    private static string Everything(List<NewsRecord> records) => string.Join('\n', records.Select(r => JsonSerializer.Serialize(r, NewswireJson.Wire.NewsRecord)));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Contracts;
using Newswire.Formats.Ninjs;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Plain dispatches of 31 languages and many shapes, and the twelve stories in the three wire formats; expected.jsonl says what each holds.</summary>
public sealed class When_wire_fixtures_are_read
{
    private static readonly string[] Formats = ["iptc7901", "anpa1312", "wire", "wiretext"];

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var set in new[] { "rosetta", "wiretext" })
        {
            foreach (var line in File.ReadLines(Path.Combine(Reading.Fixtures, set, "expected.jsonl")))
            {
                var row = JsonDocument.Parse(line).RootElement;
                if (Formats.Contains(row.GetProperty("format").GetString()))
                    rows.Add(set + "/" + row.GetProperty("file").GetString(), line);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_value_the_file_holds_is_read(string file, string line)
    {
        var row = JsonNode.Parse(line)!;
        var expected = row["expected"]!.AsObject();
        var record = Read(file);

        // Trailers of 7901 and ANPA state the minute; the fixture's seconds are those of the story's other formats.
        if (expected["versioncreated"] is { } instant)
        {
            Assert.Equal(instant.GetValue<string>()[..16], record.Item.VersionCreated!.Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            expected.Remove("versioncreated");
        }

        using var rest = JsonDocument.Parse(expected.ToJsonString());
        Assert.Null(NinjsItemChecker.FirstFault(record.Item));
        Assert.Empty(ExpectedValues.Faults(record, rest.RootElement));
        if (row["expected_absent"] is { } absent)
        {
            Assert.Equal("dateline", Assert.Single(absent.AsArray())!.GetValue<string>());
            Assert.Null(record.Description("dateline"));
        }
    }

    [Fact]
    public void A_story_is_one_record_in_all_wire_formats()
    {
        foreach (var story in Directory.EnumerateDirectories(Path.Combine(Reading.Fixtures, "rosetta"), "r*"))
        {
            var files = new[] { "wire.txt", "iptc7901.txt", "anpa.txt" }.Select(name => Path.Combine(story, name)).Where(File.Exists);
            Assert.Single(files.Select(name => Reading.Of(File.ReadAllBytes(name)).Items[0].Record!.Uri).Distinct(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("wire.txt")]
    [InlineData("iptc7901.txt")]
    [InlineData("anpa.txt")]
    public void A_kill_names_its_target_waits_for_an_editor_and_is_no_copy_of_the_story(string file)
    {
        var third = Read("rosetta/chain/3/" + file);
        var kill = Read("rosetta/chain/4/" + file);

        Assert.Equal("kill", kill.Signal);
        Assert.Equal(third.Headline(), kill.SignalTarget!.Headline);
        Assert.NotNull(kill.HoldReason);
        Assert.Equal(Statuses.Withheld, kill.Status);
        Assert.NotEqual(third.Uri, kill.Uri);
    }

    private static NewsRecord Read(string file)
    {
        // The text states no zone; the fixture's own note names the setting it needs.
        var settings = new SourceSettings { TimeZone = file.EndsWith("embargo-de.txt", StringComparison.Ordinal) ? "Europe/Berlin" : null };
        var only = Assert.Single(Reading.Of(File.ReadAllBytes(Path.Combine(Reading.Fixtures, file)), settings, file: file).Items);
        return only.Record!;
    }
}

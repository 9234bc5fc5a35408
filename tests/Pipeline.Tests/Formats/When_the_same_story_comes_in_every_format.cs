using System.Text.Json;
using Newswire.Formats;
using Newswire.Formats.Ninjs;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Twelve stories and a version chain in each format; expected.jsonl says what each file carries.</summary>
public sealed class When_the_same_story_comes_in_every_format
{
    // The wire formats are checked where they are read.
    private static readonly string[] Wire = ["iptc7901", "anpa1312", "wire"];

    public static TheoryData<string, int, string> Rows()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var line in File.ReadLines(Path.Combine(Reading.Fixtures, "rosetta", "expected.jsonl")))
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (!Wire.Contains(row.GetProperty("format").GetString())) rows.Add(row.GetProperty("file").GetString()!, row.GetProperty("item_index").GetInt32(), line);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_value_is_where_it_belongs(string file, int index, string row)
    {
        var reading = Reading.Of(File.ReadAllBytes(Path.Combine(Reading.Fixtures, "rosetta", file)), file: file);

        var record = reading.Items[index].Record;

        Assert.NotNull(record);
        Assert.Null(NinjsItemChecker.FirstFault(record.Item));
        Assert.Equal(index, record.ItemIndex);
        Assert.Empty(ExpectedValues.Faults(record, JsonDocument.Parse(row).RootElement.GetProperty("expected")));
    }

    [Theory]
    [InlineData("rss20.xml", "rss20")]
    [InlineData("rss10.xml", "rss10")]
    [InlineData("rss091.xml", "rss091")]
    [InlineData("atom.xml", "atom10")]
    [InlineData("feed.json", "jsonfeed")]
    [InlineData("ninjs1.json", "ninjs1")]
    [InlineData("ninjs21.json", "ninjs2")]
    [InlineData("ninjs3.json", "ninjs3")]
    [InlineData("newsmlg2.xml", "newsml-g2")]
    [InlineData("newsml12.xml", "newsml-1")]
    [InlineData("nitf.xml", "nitf")]
    public void The_format_is_told_by_content_alone(string file, string format)
    {
        foreach (var story in Directory.EnumerateDirectories(Path.Combine(Reading.Fixtures, "rosetta"), "r*"))
        {
            var record = Reading.Of(File.ReadAllBytes(Path.Combine(story, file))).Items[0].Record!;

            Assert.Equal(format, record.Reader.Format);
            Assert.NotNull(record.Reader.Why);
        }
    }

    [Fact]
    public void A_story_has_one_uri_in_every_format_that_has_identifiers()
    {
        string[] files = ["rss20.xml", "rss10.xml", "atom.xml", "feed.json", "ninjs1.json", "ninjs21.json", "ninjs3.json", "newsmlg2.xml", "newsml12.xml", "nitf.xml"];
        foreach (var story in Directory.EnumerateDirectories(Path.Combine(Reading.Fixtures, "rosetta"), "r*"))
            Assert.Single(files.Select(f => Reading.Of(File.ReadAllBytes(Path.Combine(story, f))).Items[0].Record!.Uri).Distinct(StringComparer.Ordinal));
    }
}

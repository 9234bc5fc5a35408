using System.Text.Json;
using Newswire.Formats.Ninjs;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Formats that are one agency's or archive's alone, and feeds as well-known systems write them; expected.jsonl says what each file carries.</summary>
public sealed class When_dialects_and_feeds_are_read_from_files
{
    private static readonly string[] Sets = ["dialects", "feeds"];

    public static TheoryData<string, int, string> Rows()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var set in Sets)
        {
            foreach (var line in File.ReadLines(Path.Combine(Reading.Fixtures, set, "expected.jsonl")))
            {
                var row = JsonDocument.Parse(line).RootElement;
                rows.Add(Path.Combine(set, row.GetProperty("file").GetString()!), row.GetProperty("item_index").GetInt32(), line);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_value_is_where_it_belongs(string file, int index, string row)
    {
        var (record, expected) = (Reading.Of(File.ReadAllBytes(Path.Combine(Reading.Fixtures, file)), file: file).Items[index].Record, JsonDocument.Parse(row).RootElement);

        Assert.NotNull(record);
        Assert.Null(NinjsItemChecker.FirstFault(record.Item));
        Assert.Equal(expected.GetProperty("format").GetString(), record.Reader.Format);
        Assert.Empty(ExpectedValues.Faults(record, expected.GetProperty("expected")));
    }

    [Fact]
    public void Every_file_has_its_rows_and_every_item_its_row()
    {
        var expected = Rows().Select(row => (row.Data.Item1, row.Data.Item2)).Order();
        var read = Sets.SelectMany(set => Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, set))).Where(file => !file.EndsWith(".jsonl", StringComparison.Ordinal))
            .SelectMany(file => Reading.Of(File.ReadAllBytes(file)).Items.Select((_, index) => (Path.GetRelativePath(Reading.Fixtures, file), index))).Order();

        Assert.Equal(expected, read);
    }
}

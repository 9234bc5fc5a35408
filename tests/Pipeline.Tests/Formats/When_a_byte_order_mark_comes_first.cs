using System.Text;
using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>The mark says how the bytes are read and is no part of what they say, in every format and in every encoding that has one.</summary>
public sealed class When_a_byte_order_mark_comes_first
{
    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "rosetta", "r01")).Concat(Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "rosetta", "r10")))
            .Concat(Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "wiretext"), "lang-*.txt")).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Reading.Fixtures, file)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_records_are_those_of_the_bare_text(string file)
    {
        // ANPA is Latin-1: its characters, not its bytes, are written in another encoding.
        var bytes = File.ReadAllBytes(Path.Combine(Reading.Fixtures, file));
        var text = (file.EndsWith("anpa.txt", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8).GetString(bytes);
        var expected = Records(Encoding.UTF8.GetBytes(text));

        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true)])
            Assert.Equal(expected, Records([.. encoding.Preamble, .. encoding.GetBytes(text)]));
    }

    private static List<string> Records(byte[] content) => [.. Reading.Of(content).Items.Select(item => Said(item.Record!))];

    /// <summary>Everything but the bytes, and the remark that an XML declaration says utf-8 in a document of another encoding.</summary>
    private static string Said(NewsRecord record) => JsonSerializer.Serialize(
        record with
        {
            DispatchId = Guid.Empty,
            Raw = record.Raw with { Sha256 = "", Bytes = 0, Charset = null },
            Warnings = record.Warnings?.Where(w => w.Code != "charset-conflict").ToList() is { Count: > 0 } warnings ? warnings : null,
        },
        NewswireJson.Wire.NewsRecord);
}

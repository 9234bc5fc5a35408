using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Inputs made here, because nobody wants them in a repository. Every one ends within the limits, as a record or as a refusal.</summary>
public sealed class When_inputs_are_huge
{
    private const string Paragraph = "Le conseil a adopté le plan pour les écoles de la commune, et les travaux commenceront en septembre. Le conseil a adopté le plan.\n\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Filled(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, length / piece.Length).ToString();

    [Fact]
    public void A_gzip_bomb_is_stopped_at_the_limit()
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            var zeros = new byte[1_048_576];
            for (var i = 0; i < 256; i++) gzip.Write(zeros);
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(ReasonCodes.TooLarge, Refused(buffer.ToArray()));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    [Fact]
    public void Two_hundred_thousand_items_are_cut_to_the_limit()
    {
        var items = new StringBuilder();
        for (var i = 0; i < 200_000; i++) items.Append("<item><guid>g").Append(i).Append("</guid><title>Headline ").Append(i).Append("</title></item>");

        // A generous time: other tests run at the same time.
        var reading = Of(Rss(items.ToString()), limits: new FormatLimits { Seconds = 60 });

        Assert.Equal(10_000, reading.Items.Count);
        Assert.True(reading.Items[^1].Record!.Warns(WarningCodes.ItemsCapped));
    }

    [Fact]
    public void A_hundred_thousand_attributes_are_refused()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"x\""));

        Assert.Equal(ReasonCodes.TooLarge, Refused($"<rss version=\"2.0\" {attributes}><channel><item><guid>g</guid><title>t</title></item></channel></rss>"));
    }

    [Fact]
    public void A_million_open_elements_are_refused_for_their_depth() =>
        Assert.Equal(ReasonCodes.Depth, Refused("<rss version=\"2.0\"><channel>" + Filled("<a>", 3_000_000)));

    [Fact]
    public void A_million_open_brackets_are_refused() => Assert.Contains(Refused(Filled("[", 1_000_000)), (string?[])[ReasonCodes.UnknownFormat, ReasonCodes.Depth]);

    [Fact]
    public void A_value_of_twenty_megabytes_is_read()
    {
        var json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"title\":\"x\",\"content_text\":\"" + Filled("a", 20_000_000) + "\"}]}";

        Assert.Equal(20_000_000, Of(Bytes(json), limits: new FormatLimits { Seconds = 60 }).Items[0].Record!.Text()!.Length);
    }

    [Fact]
    public void More_characters_than_the_limit_are_refused() =>
        Assert.Equal(ReasonCodes.TooLarge, Refused(Rss(RssItem("<title>" + Filled("a", 200_000) + "</title>")), new FormatLimits { Characters = 100_000 }));

    /// <summary>Texts of fifty megabytes, a value, an attribute: read once, kept once, and copied no more often than each step must.</summary>
    [Theory(Explicit = true)]
    [InlineData("text")]
    [InlineData("line")]
    [InlineData("rss")]
    [InlineData("json")]
    [InlineData("attribute")]
    [InlineData("items")]
    public void Fifty_megabytes_are_read_in_five_seconds_and_ten_times_their_memory(string kind)
    {
        var content = Bytes(kind switch
        {
            "text" => "BRUXELLES, 14 mars 2024 (Nova) - " + Filled(Paragraph, 50_000_000),
            "line" => "PARIS (Nova) - " + Filled("mot ", 50_000_000),
            "rss" => $"<rss version=\"2.0\"><channel>{RssItem("<title>t</title><description>" + Filled(Paragraph, 50_000_000) + "</description>")}</channel></rss>",
            "json" => "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"title\":\"x\",\"content_text\":\"" + Filled("a", 50_000_000) + "\"}]}",
            "attribute" => $"<rss version=\"2.0\"><item><guid a=\"{Filled("x", 20_000_000)}\">g</guid><title>t</title></item></rss>",
            _ => $"<rss version=\"2.0\"><channel>{string.Concat(Enumerable.Range(0, 200_000).Select(i => RssItem($"<title>Headline {i}</title><description>Body {i}</description>", $"g{i}")))}</channel></rss>",
        });

        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var reading = Of(content);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 550_000_000);
        Assert.NotEmpty(reading.Items);
    }

    [Fact]
    public void Reading_ends_when_its_time_is_up()
    {
        var clock = Stopwatch.StartNew();
        var code = Refused(Rss(string.Concat(Enumerable.Repeat("<item><title>" + Filled("<b>x</b>", 800) + "</title></item>", 40_000))), new FormatLimits { Seconds = 1, Items = 1_000_000 });

        // Fast machines may finish; slow ones must stop.
        Assert.True(code is ReasonCodes.TooLarge || clock.Elapsed < TimeSpan.FromSeconds(30));
    }
}

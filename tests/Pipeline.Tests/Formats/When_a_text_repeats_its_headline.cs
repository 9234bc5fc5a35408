using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Release wires and content systems print the headline once more above the HTML of the text.</summary>
public sealed class When_a_text_repeats_its_headline
{
    private const string Rest = "<p>ALTON, March 14, 2024 (GLOBE NEWSWIRE) -- The bridge opened.</p><p>Many came.</p>";

    private static NewswireRecord Read(string html, string title = "Nova Opens a Bridge") => new(One(Rss(RssItem($"<title>{title}</title><description><![CDATA[{html}]]></description>"))));

    [Theory]
    [InlineData("<h1>Nova Opens a Bridge</h1>")]
    [InlineData("<p align=\"center\"><strong>NOVA OPENS A BRIDGE</strong></p>")]
    [InlineData("<div><h3>Nova  Opens&nbsp;a Bridge</h3></div>")]
    public void The_first_block_is_taken_off_text_and_html(string repeated)
    {
        var record = Read(repeated + Rest);

        Assert.Equal("ALTON, March 14, 2024 (GLOBE NEWSWIRE) -- The bridge opened.\n\nMany came.", record.Text);
        Assert.Equal(Rest, record.Html);
        Assert.Equal("Nova Opens a Bridge", record.Headline);
    }

    [Theory]
    [InlineData("“Nova Opens” a Bridge – Twice", "\"Nova Opens\" a Bridge - Twice")]
    public void Quotes_and_dashes_may_differ(string title, string repeated) => Assert.Equal(Rest, Read($"<h2>{repeated}</h2>{Rest}", title).Html);

    [Theory]
    [InlineData("<h1>Nova Opens a Bridge Today</h1>")]
    [InlineData("<h1>Nova Opens the Bridge</h1>")]
    [InlineData("<ul><li>Nova Opens a Bridge</li></ul>")]
    public void What_says_more_or_is_no_heading_stays(string first) => Assert.Contains("Nova Opens", Read(first + Rest).Text, StringComparison.Ordinal);

    [Fact]
    public void Only_the_first_block_is_taken_off() =>
        Assert.Equal("Nova Opens a Bridge\n\nMany came.", Read("<h1>Nova Opens a Bridge</h1><p>Nova Opens a Bridge</p><p>Many came.</p>").Text);

    [Fact]
    public void A_text_that_is_nothing_but_its_headline_stays() => Assert.Equal("Nova Opens a Bridge", Read("<p>Nova Opens a Bridge</p>").Text);

    /// <summary>What these tests look at.</summary>
    private sealed class NewswireRecord(Newswire.Contracts.NewsRecord record)
    {
        public string Text => record.Text()!;

        public string Html => record.Html()!;

        public string Headline => record.Headline()!;
    }
}

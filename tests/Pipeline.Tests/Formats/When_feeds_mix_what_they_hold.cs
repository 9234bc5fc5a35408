using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Feeds in which escaped and naked markup, comments, code and elements of other formats stand side by side.</summary>
public sealed class When_feeds_mix_what_they_hold
{
    [Theory]
    [InlineData("Der Hafen ruht.&lt;!--more--&gt;")]
    [InlineData("<![CDATA[Der Hafen<!-- seit gestern --> ruht.]]>")]
    public void A_comment_is_no_text(string description) =>
        Assert.Equal("Der Hafen ruht.", One(Rss(RssItem($"<title>T</title><description>{description}</description>"))).Text());

    [Theory]
    [InlineData("<![CDATA[<p>Der <a href=\"https://news.example/hafen\">Hafen</a> ruht.</p>]]>")]
    [InlineData("&lt;p&gt;Der &lt;a href=\"https://news.example/hafen\"&gt;Hafen&lt;/a&gt; ruht.&lt;/p&gt;")]
    public void Escaped_markup_beside_naked_markup_is_markup(string escaped)
    {
        var record = One(Rss(RssItem($"<title>T</title><description><img src=\"https://news.example/1.jpg\" alt=\"Kai\"/>{escaped}</description>")));

        Assert.Equal("Der Hafen ruht.", record.Text()!.Trim());
        Assert.Contains("<a href=\"https://news.example/hafen\">Hafen</a>", record.Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_of_naked_markup_stay_text() =>
        Assert.Equal("Kai & Kran: 1 < 2", One(Rss(RssItem("<title>T</title><description>Kai &amp; <b>Kran</b>: 1 &lt; 2</description>"))).Text());

    [Theory]
    [InlineData("Der Hafen&lt;script type=\"text/javascript\"&gt;location.href='https://news.example/';&lt;/script&gt; ruht", "Der Hafen ruht")]
    [InlineData("&lt;style&gt;b{color:red}&lt;/style&gt;Der Hafen ruht", "Der Hafen ruht")]
    [InlineData("Was &lt;style&gt; am Hafen heißt", "Was am Hafen heißt")]
    public void Code_is_no_headline(string title, string headline) => Assert.Equal(headline, One(Rss(RssItem($"<title>{title}</title>"))).Headline());

    [Theory]
    [InlineData("<a:id>urn:example:17</a:id>", "urn:example:17")]
    [InlineData("<dc:identifier>urn:example:17</dc:identifier>", "urn:example:17")]
    [InlineData("<dc:identifier>doi:10.1/17</dc:identifier><link>https://news.example/17</link>", "https://news.example/17")]
    [InlineData("<dc:identifier>doi:10.1/17</dc:identifier><guid>urn:example:18</guid>", "urn:example:18")]
    public void An_identifier_of_another_module_counts_where_RSS_has_none(string identifier, string uri) =>
        Assert.Equal(uri, One(Rss($"<item xmlns:a=\"http://www.w3.org/2005/Atom\"><title>Der Hafen</title>{identifier}</item>")).Uri);

    [Theory]
    [InlineData("issued")]
    [InlineData("created")]
    public void A_date_of_old_Atom_counts_in_RSS(string name) =>
        Assert.Equal(new DateTimeOffset(2007, 1, 11, 16, 0, 0, TimeSpan.Zero), One(Rss(RssItem($"<title>T</title><a:{name} xmlns:a=\"http://purl.org/atom/ns#\">2007-01-11T16:00:00Z</a:{name}>"))).Item.FirstCreated);

    [Fact]
    public void The_label_of_a_category_of_Media_RSS_is_a_keyword()
    {
        var record = One(Rss(RssItem("<title>T</title><m:category xmlns:m=\"http://search.yahoo.com/mrss/\" scheme=\"urn:example\" label=\"Häfen\">verkehr/haefen</m:category>")));

        Assert.Equal("Häfen", Assert.Single(record.Item.Subjects!).Name);
    }

    [Fact]
    public void A_deleted_entry_may_be_a_document_of_its_own()
    {
        var record = One("<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"tag:news.example,2024:17\" when=\"2024-03-14T19:41:07Z\"><at:comment>Irrtum</at:comment></at:deleted-entry>");

        Assert.Equal(("tag:news.example,2024:17", "canceled", "kill", "atom10"), (record.Uri, record.Item.PubStatus, record.Signal, record.Reader.Format));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), record.Item.VersionCreated);
    }
}

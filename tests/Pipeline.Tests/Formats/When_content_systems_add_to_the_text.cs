using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>What WordPress, Drupal, aggregators and services that count readers put into every item of a feed: shapes of real feeds, content invented.</summary>
public sealed class When_content_systems_add_to_the_text
{
    private const string Link = "https://post.example/bridge";
    private const string Text = "<p>The bridge opened.</p><p>Many came.</p>";

    private static string Item(string html) => Rss(RssItem($"<title>Bridge opens</title><link>{Link}</link><content:encoded><![CDATA[{html}]]></content:encoded>"));

    [Theory]
    [InlineData(Text + "\n<p>The post <a href=\"https://post.example/bridge\">Bridge opens</a> appeared first on <a href=\"https://post.example\">Alton Post</a>.</p>\n<img src=\"http://c.example/b.gif\" width=\"1\" height=\"1\">")]
    [InlineData(Text + "<p>L’article <a href=\"https://post.example/bridge\">Bridge opens</a> est apparu en premier sur <a href=\"https://post.example\">Alton Post</a>.</p>")]
    [InlineData(Text + "<p>Der Beitrag <a href=\"https://post.example/bridge\">Bridge opens</a> erschien zuerst auf <a href=\"https://post.example\">Alton Post</a>.</p>")]
    [InlineData(Text + "<a href=\"https://post.example/bridge\">Continue reading...</a>")]
    [InlineData(Text + "<p><a href=\"https://post.example/bridge\">Read full topic</a></p>")]
    [InlineData(Text + "<p><a href=\"https://post.example/bridge\" class=\"more-link\">Continue reading <span class=\"screen-reader-text\">Bridge opens in Alton after three long years of work and of delay</span></a></p>")]
    [InlineData(Text + "<hr><p><a href=\"https://post.example/bridge\">Bridge opens</a> was originally published in <a href=\"https://post.example\">Alton</a> on Medium, where people are continuing the conversation by highlighting and responding to this story.</p>")]
    [InlineData("<p>The bridge opened.</p><p>Many came. [<a href=\"https://post.example/bridge\">more</a>]</p>")]
    [InlineData("<span>Bridge opens</span>\n<span><span>admin</span></span>\n<span><time datetime=\"2026-03-12\">12 March</time></span>\n<div>" + Text + "</div>")]
    public void It_is_taken_off(string html)
    {
        var record = One(Item(html));

        Assert.Equal(("The bridge opened.\n\nMany came.", Text), (record.Text(), record.Html()));
    }

    [Theory]
    [InlineData("<p>The post was empty.</p><p>The post office appeared to be closed.</p>")]
    [InlineData("<p>All of it stands <a href=\"https://post.example/bridge\">here</a>.</p>")]
    [InlineData("<p>The plan:</p><p><a href=\"https://post.example/plan\">Plan</a></p>")]
    [InlineData("<p><a href=\"https://post.example/bridge\">Bridge</a></p>")]
    [InlineData("<span>Bridge</span> <span>in Alton</span><p>It opened.</p>")]
    [InlineData("<p>The post Bridge opens appeared first on Alton Post.</p>")]
    public void Text_like_it_stays(string html)
    {
        var words = Newswire.Formats.Markup.HtmlSanitizer.Clean(html, cancellation: TestContext.Current.CancellationToken).Text;

        Assert.Equal(words, One(Item(html)).Text());
    }

    [Fact]
    public void Summaries_Atom_and_JSON_Feed_are_freed_of_it_too()
    {
        const string notice = "&lt;p&gt;The post Bridge opens appeared first on Alton Post.&lt;/p&gt;";
        var rss = One(Rss(RssItem($"<title>Bridge</title><description>&lt;p&gt;It opened.&lt;/p&gt;\n{notice}</description><content:encoded>&lt;p&gt;It opened.&lt;/p&gt;{notice}</content:encoded>")));
        var atom = One($"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>urn:x:1</id><title>Bridge</title><content type=\"html\">&lt;p&gt;It opened.&lt;/p&gt;{notice}</content></entry></feed>");
        var json = One("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"urn:x:1\",\"content_html\":\"<p>It opened.</p><p>The post Bridge opens appeared first on Alton Post.</p>\"}]}");

        Assert.All([rss.Item.Descriptions!.Single(text => text.Role == "summary").Value, rss.Text(), atom.Text(), json.Text()], text => Assert.Equal("It opened.", text));
    }

    [Fact]
    public void The_name_of_the_source_is_no_part_of_the_headline()
    {
        static string? Headline(string title) => One(Rss(RssItem($"<title>{title}</title><description>x</description><source url=\"https://post.example\">Alton Post</source>"))).Headline();

        Assert.Equal(("Bridge opens - at last", "Alton Post"), (Headline("Bridge opens - at last - Alton Post"), Headline("Alton Post")));
    }

    [Fact]
    public void A_thread_that_names_itself_as_its_source_has_no_credit() =>
        Assert.Null(One(Rss(RssItem("<title>Bridge opens</title><description>x</description><source url=\"https://post.example/t.rss\">Bridge opens</source>"))).Credit);

    [Theory]
    [InlineData("https://post.example/?tx_news[id]=5&amp;x[]=a|b", "https://post.example/?tx_news%5Bid%5D=5&x%5B%5D=a%7Cb")]
    [InlineData("/a[1]#[2]", "http://example.org/a%5B1%5D#%5B2%5D")]
    public void Square_brackets_in_an_address_are_escaped(string link, string expected) =>
        Assert.Equal(expected, One(Rss(RssItem($"<title>Bridge</title><link>{link}</link>"))).Item.Renditions!.Single().Href);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("DATA:text/html,x")]
    public void No_uri_of_a_record_is_code(string address)
    {
        var record = One(Rss($"<item><title>Bridge</title><guid>{address}</guid><link>{address}</link><enclosure url=\"{address}\"/></item>"));

        Assert.StartsWith("urn:newswire:", record.Uri, StringComparison.Ordinal);
        Assert.Contains(record.Item.AltIds!, id => id == new NinjsAltId { Role = "guid", Value = address });
        Assert.Null(record.Item.Renditions);
    }

    [Fact]
    public void A_link_that_counts_readers_gives_way_to_the_page()
    {
        var record = One("<rss version=\"2.0\" xmlns:feedburner=\"http://rssnamespace.org/feedburner/ext/1.0\"><channel><item><title>Bridge</title><guid isPermaLink=\"false\">g</guid><link>http://count.example/~r/1</link>"
            + "<feedburner:origLink>https://post.example/bridge</feedburner:origLink></item></channel></rss>");

        Assert.Equal(Link, record.Item.Renditions!.Single(rendition => rendition.Name == "web").Href);
    }

    [Fact]
    public void An_address_without_its_scheme_is_one_of_the_web() =>
        Assert.Equal("http://www.post.example/bridge", One(Rss(RssItem("<title>Bridge</title><link>www.post.example/bridge</link>"))).Item.Renditions!.Single().Href);
}

using Newswire.Contracts;
using Newswire.Formats.Markup;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>What is said of a picture stands beside the story, not in its running text.</summary>
public sealed class When_pictures_have_captions
{
    private static readonly string Sentence = string.Concat(Enumerable.Repeat("The bridge over the Alt opened on Thursday after three years of work. ", 5)).Trim();

    [Theory]
    [InlineData("<figure><img src=http://a.example/b.jpg><figcaption>The <b>mill</b>.</figcaption></figure><p>a</p><p>b</p>")]
    [InlineData("<p>a</p><figure><figcaption><p>The mill.</p><div>Photo: J. Roe<br>2019</div></figcaption></figure><p>b</p>")]
    [InlineData("<p>a</p><figure><figcaption>The mill.</figure><p>b</p>")]
    [InlineData("<p>a</p><figure><figcaption><ul><li>The mill.</ul></figcaption></figure><p>b</p>")]
    [InlineData("<p>a</p><div class=\"wp-caption alignleft\"><img src=http://a.example/b.jpg><p class=\"wp-caption-text\">The mill.</p></div><p>b</p>")]
    [InlineData("<p>a</p><p class=wp-caption-text>The mill.<p>b</p>")]
    public void They_are_no_part_of_the_plain_text(string html)
    {
        var cleaned = HtmlSanitizer.Clean(html, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("a\n\nb", cleaned.Text);
        Assert.Contains("mill", cleaned.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<figure><figcaption>The mill.</figcaption></figure>", "The mill.")]
    [InlineData("<p>a</p><figcaption>b<p>c</p>", "a\n\nb c")]
    [InlineData("<figure><table><tr><td>a</td><td>b</td></tr></table></figure><p class=caption>c</p>", "a\tb\n\nc")]
    public void What_is_all_there_is_or_never_ends_is_kept(string html, string expected) => Assert.Equal(expected, HtmlSanitizer.Clean(html, cancellation: TestContext.Current.CancellationToken).Text);

    [Theory]
    [InlineData("itemscope itemtype=\"http://iptc.org/std/rNews/2011-10-07#NewsArticle\"", "itemprop", "")]
    [InlineData("vocab=\"http://iptc.org/std/rNews/2011-10-07#\" typeof=\"NewsArticle\"", "property", "")]
    [InlineData("prefix=\"rnews: http://iptc.org/std/rNews/2011-10-07#\" typeof=\"rnews:NewsArticle\"", "property", "rnews:")]
    public void A_story_marked_by_rNews_is_read_without_them(string article, string attribute, string prefix)
    {
        var record = One($"<!doctype html><html><head><title>Nova | News</title></head><body><div {article}><h2 {attribute}=\"{prefix}headline\">Bridge opens</h2>"
            + $"<span {attribute}=\"{prefix}datePublished\" content=\"2024-03-14T20:41:07Z\">14 March</span><a rel=\"author\" href=\"/v\">Anna Veld</a><div {attribute}=\"{prefix}articleBody\">"
            + $"<div {attribute}=\"{prefix}associatedMedia\"><img src=\"a.jpg\"><p {attribute}=\"{prefix}caption\">The mill.</p></div><p>{Sentence}</p><div class=\"wp-caption\"><p>The town.</p></div></div></div></body></html>");

        Assert.Equal(("Bridge opens", Sentence, "Anna Veld"), (record.Headline(), record.Text(), record.Item.By));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 20, 41, 7, TimeSpan.Zero), record.Item.VersionCreated);
    }

    [Fact]
    public void A_feed_has_its_story_without_them()
    {
        var record = One(Rss(RssItem("<title>Bridge opens</title><content:encoded><![CDATA[<figure><img src=\"http://a.example/b.jpg\"><figcaption>The mill. Photo: J. Roe</figcaption></figure><p>It opened.</p>]]></content:encoded>")));

        Assert.Equal("It opened.", record.Text());
        Assert.Contains("Photo: J. Roe", record.Html(), StringComparison.Ordinal);
    }
}

using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

public sealed class When_a_feed_is_damaged
{
    private static readonly string Three = Rss(RssItem("<title>One</title>", "1") + RssItem("<title>Two</title>", "2") + RssItem("<title>Three</title>", "3"));

    [Fact]
    public void Whole_items_before_the_cut_are_kept_and_the_cut_one_is_not()
    {
        var reading = Of(Three[..(Three.IndexOf("Three", StringComparison.Ordinal) + 2)]);

        Assert.Equal(["One", "Two"], reading.Items.Select(i => i.Record!.Headline()));
        Assert.All(reading.Items, i => Assert.True(i.Record!.Warns(WarningCodes.TruncatedFeed)));
    }

    [Fact]
    public void A_cut_before_the_first_whole_item_is_refused() => Assert.Equal(ReasonCodes.Truncated, Refused(Three[..(Three.IndexOf("One", StringComparison.Ordinal) + 2)]));

    [Fact]
    public void A_json_feed_that_is_cut_keeps_its_whole_items()
    {
        var reading = Of("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"title\":\"One\",\"content_text\":\"B {\"},{\"id\":\"2\",\"ti");

        Assert.Equal("One", Assert.Single(reading.Items).Record!.Headline());
        Assert.True(reading.Items[0].Record!.Warns(WarningCodes.TruncatedFeed));
    }

    [Fact]
    public void Unclosed_markup_in_one_item_costs_its_neighbours_nothing()
    {
        var reading = Of(Rss(RssItem("<title>One</title><description><p>a<br>b & c</description>", "1") + RssItem("<title>Two</title><description>d</description>", "2")));

        Assert.Equal(["One", "Two"], reading.Items.Select(i => i.Record!.Headline()));
        Assert.Equal("a\nb & c", reading.Items[0].Record!.Text());
        Assert.True(reading.Items[0].Record!.Warns(WarningCodes.MarkupRepaired));
    }

    [Fact]
    public void Two_documents_in_one_give_the_items_of_both() => Assert.Equal(2, Of(Rss(RssItem("<title>A</title>", "1")) + Rss(RssItem("<title>B</title>", "2"))).Items.Count);

    [Fact]
    public void A_capped_feed_says_so()
    {
        var reading = Of(Three, limits: new FormatLimits { Items = 2 });

        Assert.Equal(2, reading.Items.Count);
        Assert.True(reading.Items[1].Record!.Warns(WarningCodes.ItemsCapped));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "external-entity")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p.dtd\"> %p;]>", "external-entity")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>", "entities")]
    public void Hostile_entities_are_refused(string doctype, string code)
    {
        var content = Rss(RssItem("<title>&a;</title>")).Replace("<rss ", doctype + "<rss ", StringComparison.Ordinal);

        Assert.Equal(code, Refused(content));
    }

    [Fact]
    public void An_empty_feed_is_no_news_and_kills_nothing() => Assert.Equal(ReasonCodes.NoContent, Refused(Rss("")));
}

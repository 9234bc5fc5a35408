using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Pages describe their story in JSON-LD, in the shapes of the large publishing systems.</summary>
public sealed class When_a_page_describes_its_story
{
    private static readonly string Sentence = string.Concat(Enumerable.Repeat("The bridge over the Alt opened on Thursday after three years of work. ", 5));

    private static NewsRecord Page(string json, string body = "") => One($"<!doctype html><html><head><script type=\"application/ld+json\">{json}</script></head><body>{body}</body></html>");

    private static string Article(string members) => $"{{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Bridge opens\",\"datePublished\":\"2024-03-14T20:41:07Z\",\"articleBody\":\"{Sentence}\",{members}}}";

    [Fact]
    public void Authors_that_are_nodes_of_the_graph_are_found_by_their_identifiers()
    {
        var record = Page("{\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"Nova\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Bridge opens\",\"author\":[{\"@id\":\"#p1\"},{\"@id\":\"#p2\"},{\"@id\":\"#none\"}],\"publisher\":{\"@id\":\"#o\"}},"
            + "{\"@id\":\"#p1\",\"@type\":\"Person\",\"name\":\"Anna Veld\"},{\"@id\":\"#p2\",\"@type\":\"Person\",\"name\":\"Bram Oost\"},{\"@id\":\"#o\",\"name\":\"Nova\"}]}", $"<article><p>{Sentence}</p></article>");

        Assert.Equal("Anna Veld, Bram Oost", record.Item.By);
        Assert.Equal("Nova", Assert.Single(record.Credit!).Name);
    }

    [Theory]
    [InlineData("\"nl\"", "nl")]
    [InlineData("[\"nl-BE\",\"fr\"]", "nl-BE")]
    [InlineData("{\"@type\":\"Language\",\"name\":\"Dutch\",\"alternateName\":\"nl\"}", "nl")]
    public void The_language_may_be_a_text_a_list_or_an_object(string stated, string expected) => Assert.Equal(expected, Page(Article($"\"inLanguage\":{stated}")).Item.Language);

    [Fact]
    public void What_the_page_has_no_place_for_is_taken_from_the_description()
    {
        var record = Page(Article("\"alternativeHeadline\":\"Alton crosses the Alt\",\"copyrightHolder\":{\"name\":\"Nova\"},\"copyrightNotice\":\"(c) Nova\",\"image\":[{\"@type\":\"ImageObject\",\"url\":\"https://nova.example/a.jpg\"}]"));

        Assert.Equal(("Nova", "(c) Nova"), (record.Item.CopyrightHolder, record.Item.CopyrightNotice));
        Assert.Contains(record.Item.Headlines!, headline => headline is { Role: "alternative", Value: "Alton crosses the Alt" });
        Assert.Contains(record.Item.Renditions!, rendition => rendition is { Name: "image", Href: "https://nova.example/a.jpg" });
    }

    [Fact]
    public void A_body_in_paragraphs_stands_in_for_a_page_that_loads_its_text_later()
    {
        var record = Page(Article("\"x\":1").Replace($"\"{Sentence}\"", $"[\"{Sentence}\",\"Many came.\"]", StringComparison.Ordinal));

        Assert.Equal(Sentence.Trim() + "\n\nMany came.", record.Text()!.Replace(" \n", "\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"author\":[[],5,null,{\"name\":{\"x\":1}},{\"@id\":5}],\"publisher\":{\"@id\":\"#\"},\"inLanguage\":{\"name\":7},\"image\":[null,[],5,{\"url\":[]}],\"keywords\":[{},1,\"bridge\"]")]
    [InlineData("\"author\":{\"@id\":\"#p\"},\"copyrightNotice\":{\"a\":[{}]},\"alternativeHeadline\":[],\"dateModified\":{}")]
    public void Values_of_any_shape_cost_the_page_nothing(string members) => Assert.Equal("Bridge opens", Page(Article(members)).Headline());

    [Fact]
    public void A_graph_of_references_without_end_is_read_in_time()
    {
        var nodes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $",{{\"@id\":\"#p{i}\",\"author\":{{\"@id\":\"#p{i + 1}\"}}}}"));

        Assert.Equal("Bridge opens", Page("{\"@graph\":[" + Article("\"author\":[" + string.Join(',', Enumerable.Repeat("{\"@id\":\"#p19999\"}", 5_000)) + "]") + nodes + "]}").Headline());
    }
}

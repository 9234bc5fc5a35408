using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

public sealed class When_a_web_page_is_read
{
    private static readonly string Paragraphs = string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>Paragraphe {i}: le conseil communal a adopté jeudi soir un plan de rénovation de douze écoles.</p>"));

    [Fact]
    public void A_page_marked_as_a_news_article_is_read()
    {
        var record = One("<!DOCTYPE html><html lang=\"fr\"><head><link rel=\"canonical\" href=\"https://nova.example/a1\"><script type=\"application/ld+json\">"
            + "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Douze écoles\",\"datePublished\":\"2024-03-14T20:41:07+01:00\",\"author\":{\"name\":\"Camille Roux\"},\"publisher\":{\"name\":\"Nova\"}}"
            + $"</script></head><body><nav><p>Menu</p></nav><article><h1>Douze écoles</h1>{Paragraphs}<aside><p>À lire aussi</p></aside></article><footer><p>Contact</p></footer></body></html>");

        Assert.Equal("https://nova.example/a1", record.Uri);
        Assert.Equal("Douze écoles", record.Headline());
        Assert.Equal("Camille Roux", record.Item.By);
        Assert.Equal("Nova", Assert.Single(record.Credit!).Name);
        Assert.StartsWith("Paragraphe 1", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("À lire", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Contact", record.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_graph_is_mark_enough() =>
        Assert.Equal("Titre", One($"<html><head><meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"Titre\"></head><body><div>{Paragraphs}</div></body></html>").Headline());

    [Theory]
    [InlineData("<html><head><title>404</title></head><body><h1>Not found</h1><p>The page you asked for is not here.</p></body></html>")]
    [InlineData("<html><head><meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"T\"></head><body><p>Too short.</p></body></html>")]
    [InlineData("<html><body><article><h1>Login</h1><p>Please log in.</p></article></body></html>")]
    public void Anything_else_is_refused(string page) => Assert.Equal(ReasonCodes.HtmlPage, Refused(page));

    [Fact]
    public void A_long_page_that_nothing_marks_is_refused() => Assert.Equal(ReasonCodes.HtmlPage, Refused($"<html><body><h1>Home</h1>{Paragraphs}</body></html>"));
}

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

    private const string Story = "{\"@type\":\"NewsArticle\",\"headline\":\"Douze écoles\",\"datePublished\":\"2024-03-14T20:41:07+01:00\",\"author\":{\"name\":[\"Camille Roux\",\"Al Be\"]}}";

    private static string Page(string head, string body, string html = "<html lang=\"fr\">") =>
        $"<!DOCTYPE html>{html}<head><meta property=\"og:type\" content=\"article\"><meta property=\"og:url\" content=\"https://nova.example/a1\">{head}</head><body>{body}</body></html>";

    [Theory]
    [InlineData("//<![CDATA[\n" + Story + "\n//]]>")]
    [InlineData("<!--\n" + Story + "\n-->")]
    [InlineData("[" + Story + ",]")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Douze écoles\",\"description\":\"Une\nligne\",\"datePublished\":\"2024-03-14T20:41:07+01:00\",\"author\":[\"Camille Roux\",\"Al Be\"]}")]
    public void Its_description_for_machines_is_read_though_it_is_no_clean_json(string script)
    {
        var record = One(Page($"<script type=\"application/ld+json\">{script}</script>", $"<article>{Paragraphs}</article>"));

        Assert.Equal(("Douze écoles", "Camille Roux, Al Be"), (record.Headline(), record.Item.By));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), record.Item.FirstCreated?.ToUniversalTime());
    }

    [Theory]
    [InlineData("<meta property=\"og:title\" content=\"Douze écoles - Nova\"><meta property=\"og:site_name\" content=\"Nova\">", "<article>", "</article>")]
    [InlineData("<meta property=\"og:title\" content=\"Douze écoles | Nova, le journal\">", "<article><h1>Douze écoles</h1>", "</article>")]
    [InlineData("", "<header><h1>Nova</h1></header><article><h1>Douze écoles</h1>", "</article>")]
    [InlineData("<title>Douze écoles – Nova</title>", "<header><h1>Nova</h1></header><article><h2>Douze écoles</h2>", "</article>")]
    [InlineData("", "<article><h3>Promotion</h3><p>Courte.</p></article><article><h1>Douze écoles</h1>", "<article><p>Un commentaire.</p></article></article>")]
    [InlineData("", "<main><h1>Douze écoles</h1>", "</main><div><p>Abonnez-vous.</p></div>")]
    [InlineData("", "<h1>Douze écoles</h1><div itemprop=\"articleBody\">", "</div><p>Abonnez-vous.</p>")]
    public void Its_headline_and_text_are_those_of_the_story(string head, string before, string after)
    {
        var record = One(Page(head, before + Paragraphs + after));

        Assert.Equal("Douze écoles", record.Headline());
        Assert.EndsWith("Paragraphe 5: le conseil communal a adopté jeudi soir un plan de rénovation de douze écoles.", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Abonnez", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Courte", record.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_without_paragraphs_is_the_block_with_most_text()
    {
        var record = One(Page("<meta property=\"og:title\" content=\"Douze écoles\">", $"<div>Accueil</div><div class=\"t\">{Paragraphs.Replace("</p>", "<br><br>", StringComparison.Ordinal).Replace("<p>", "", StringComparison.Ordinal)}</div><div>Contact</div>"));

        Assert.StartsWith("Paragraphe 1", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Contact", record.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_around_the_whole_page_hides_nothing() =>
        Assert.StartsWith("Paragraphe 1", One(Page("", $"<form id=\"aspnetForm\" method=\"post\"><input type=\"hidden\" name=\"__VIEWSTATE\" value=\"x\"><div><h1>Douze écoles</h1>{Paragraphs}</div></form>")).Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta name=\"pubdate\" content=\"2024-03-14T20:41:07+01:00\">", "")]
    [InlineData("<meta name=\"DC.date.issued\" content=\"2024-03-14T20:41:07+01:00\">", "")]
    [InlineData("", "<meta itemprop=\"datePublished\" content=\"2024-03-14T20:41:07+01:00\">")]
    [InlineData("", "<time pubdate datetime=\"2024-03-14T20:41:07+01:00\">jeudi</time>")]
    public void Its_date_is_found_where_pages_put_it(string head, string body)
    {
        var record = One(Page(head, $"{body}<article><h1>Douze écoles</h1><time datetime=\"2024-03-14T20:41:07+01:00\">jeudi</time>{Paragraphs}</article>"));

        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), record.Item.FirstCreated?.ToUniversalTime());
        Assert.StartsWith("Paragraphe 1", record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta name=\"author\" content=\"Camille Roux\"><meta name=\"author\" content=\"Al Be\">", "", "Camille Roux, Al Be")]
    [InlineData("<meta property=\"article:author\" content=\"https://social.example/camille\">", "<a rel=\"author\" href=\"/camille\">Camille Roux</a>", "Camille Roux")]
    [InlineData("", "<span itemprop=\"author\" itemscope>Par <b itemprop=\"name\">Camille Roux</b></span>", "Camille Roux")]
    public void Its_authors_are_names(string head, string body, string author) =>
        Assert.Equal(author, One(Page(head, $"<article><h1>Douze écoles</h1>{body}{Paragraphs}</article>")).Item.By);

    [Fact]
    public void Its_addresses_and_language_are_taken_from_the_head()
    {
        var record = One(Page("<base href=\"https://nova.example/ville/\"><link rel=\"canonical shortlink\" href=\"a2\"><meta http-equiv=\"Content-Language\" content=\"fr\">", $"<article><h1>Douze écoles</h1>{Paragraphs}<p><a href=\"plan\">Plan</a></p></article>", "<html>"));

        Assert.Equal(("https://nova.example/ville/a2", "fr"), (record.Uri, record.Item.Language));
        Assert.Contains("https://nova.example/ville/plan", record.Html(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("../ville/")]
    public void A_base_that_is_relative_starts_at_the_page(string start)
    {
        var record = One(Page($"<base href=\"{start}\"><link rel=\"canonical\" href=\"https://nova.example/ville/a2\">", $"<article><h1>Douze écoles</h1>{Paragraphs}<p><a href=\"/ville/plan\">Plan</a></p></article>"));

        Assert.Equal("https://nova.example/ville/a2", record.Uri);
        Assert.Contains("https://nova.example/ville/plan", record.Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_menu_is_no_story() =>
        Assert.Equal(ReasonCodes.HtmlPage, Refused(Page("<meta property=\"og:title\" content=\"Écoles\">", $"<div><ul>{string.Concat(Enumerable.Range(1, 60).Select(i => $"<li><a href=\"/{i}\">Dépêche {i}</a></li>"))}</ul></div>")));

    [Fact]
    public void A_page_of_several_whole_articles_that_nothing_marks_is_no_story() =>
        Assert.Equal(ReasonCodes.HtmlPage, Refused($"<html><body><h1>Nova</h1>{string.Concat(Enumerable.Repeat($"<article><h2>Douze écoles</h2>{Paragraphs}</article>", 3))}</body></html>"));

    [Fact]
    public void A_list_of_teasers_is_no_story() =>
        Assert.Equal(ReasonCodes.HtmlPage, Refused($"<html><body><h1>Nova</h1>{string.Concat(Enumerable.Repeat($"<div itemscope itemtype=\"https://schema.org/NewsArticle\">{Paragraphs}</div>", 3))}</body></html>"));
}

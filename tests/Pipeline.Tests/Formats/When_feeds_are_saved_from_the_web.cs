using System.Text;
using Newswire.Contracts;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>What publishers' software really sends as a feed.</summary>
public sealed class When_feeds_are_saved_from_the_web
{
    private const string Namespaces = "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
        + "xmlns:georss=\"http://www.georss.org/georss\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\" xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\"";

    private static string Feed(string item, string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>") =>
        $"{declaration}<rss version=\"2.0\" {Namespaces}><channel><title>Chaîne</title><link>https://news.example/</link><atom:link href=\"https://news.example/feed\" rel=\"self\"/><language>fr-FR</language><lastBuildDate>Fri, 15 Mar 2024 08:00:00 +0000</lastBuildDate><item>{item}</item></channel></rss>";

    [Fact]
    public void A_blog_engines_item_has_its_text_author_date_and_keywords()
    {
        var record = One(Feed("""
            <title>Gr&#232;ve &#8211; les trains &#224; l&#8217;arr&#234;t</title><link>https://news.example/greve/</link><comments>https://news.example/greve/#respond</comments>
            <dc:creator><![CDATA[Camille Roux]]></dc:creator><pubDate>Thu, 14 Mar 2024 19:41:07 +0000</pubDate><category><![CDATA[Social]]></category><category><![CDATA[Transports & mobilité]]></category>
            <guid isPermaLink="false">https://news.example/?p=1234</guid><description><![CDATA[<p>Chapeau de l&#8217;article [&#8230;]</p><p>The post <a href="https://news.example/greve/">Grève</a> appeared first.</p>]]></description>
            <content:encoded><![CDATA[<p>Premier paragraphe.</p><script>evil()</script><p>Second <em>paragraphe</em> &amp; fin.</p><img src="/images/a.jpg" alt="Gare" width="600" height="400">]]></content:encoded>
            <slash:comments>0</slash:comments><media:thumbnail url="https://news.example/t.jpg"/><georss:point>50.85 4.35</georss:point>
            """));

        Assert.Equal("Grève – les trains à l’arrêt", record.Headline());
        Assert.Equal("Premier paragraphe.\n\nSecond paragraphe & fin.", record.Text());
        Assert.Equal("https://news.example/?p=1234", record.Uri);
        Assert.Equal("Camille Roux", record.Item.By);
        Assert.Equal("fr-FR", record.Item.Language);
        Assert.Equal(["Social", "Transports & mobilité"], record.Item.Subjects!.Select(s => s.Name));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), record.Item.FirstCreated);
        Assert.Contains("https://news.example/images/a.jpg", record.Html(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", record.Html() + record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thu, 14 Mar 2024 19:41:07 GMT", "2024-03-14T19:41:07Z")]
    [InlineData("Thu, 14 Mar 24 19:41:07 +0000", "2024-03-14T19:41:07Z")]
    [InlineData("14 Mar 2024 19:41 EST", "2024-03-15T00:41:00Z")]
    [InlineData("Thursday, 14 March 2024 19:41:07 +0100", "2024-03-14T18:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 19:41:07 CEST", "2024-03-14T17:41:07Z")]
    [InlineData("jeu., 14 mars 2024 19:41:07 +0100", "2024-03-14T18:41:07Z")]
    [InlineData("Do, 14 Mär 2024 19:41:07 +0100", "2024-03-14T18:41:07Z")]
    [InlineData("2024-03-14T19:41:07.123+01:00", "2024-03-14T18:41:07.123Z")]
    [InlineData("2024-03-14 19:41:07 +0100", "2024-03-14T18:41:07Z")]
    [InlineData("Thu Mar 14 19:41:07 2024", "2024-03-14T19:41:07Z")]
    [InlineData("Thu Mar 14 19:41:07 UTC 2024", "2024-03-14T19:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 19:41:07 -0000", "2024-03-14T19:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 19:41:07 GMT+1", "2024-03-14T18:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 19:41:07 GMT+0100 (CET)", "2024-03-14T18:41:07Z")]
    [InlineData("Thu,14 Mar 2024 19:41:07 +0000", "2024-03-14T19:41:07Z")]
    [InlineData("Thu, 14-Mar-2024 19:41:07 GMT", "2024-03-14T19:41:07Z")]
    [InlineData("March 14, 2024 7:41 PM GMT", "2024-03-14T19:41:00Z")]
    [InlineData("Thu, 14 Mar 2024 7:41:07 PM +0000", "2024-03-14T19:41:07Z")]
    [InlineData("Thu, 14 Mar 2024 19:41:07 +01:00", "2024-03-14T18:41:07Z")]
    [InlineData("2024-03-14T19:41Z", "2024-03-14T19:41:00Z")]
    public void A_date_is_read_as_it_is_written(string written, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), One(Feed($"<title>T</title><guid>g</guid><pubDate>{written}</pubDate><description>Corps.</description>")).Item.FirstCreated);

    [Fact]
    public void Entities_of_html_without_a_doctype_are_their_characters()
    {
        var record = One(Feed("<title>D&eacute;c&egrave;s&nbsp;: l&rsquo;ancien &laquo; maire &raquo; &amp; co</title><guid>g</guid><description>Corps &mdash; fin&hellip;</description>"));

        Assert.Equal("Décès\u00a0: l’ancien « maire » & co", record.Headline());
        Assert.Equal("Corps — fin…", record.Text());
    }

    [Theory]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("shift_jis", "Shift_JIS")]
    [InlineData("gb18030", "GB2312")]
    [InlineData("euc-kr", "ks_c_5601-1987")]
    [InlineData("iso-8859-2", "ISO-8859-2")]
    [InlineData("utf-16", "utf-8")]
    public void Bytes_are_read_in_the_charset_they_are_in(string real, string declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = real switch { "windows-1251" => "Президент прибыл в Москву", "shift_jis" => "東京で会談が行われた", "gb18030" => "北京举行会谈", "euc-kr" => "서울에서 회담이 열렸다", "iso-8859-2" => "Průmysl roste, říká ministr", _ => "Décès à l'hôpital" };
        var encoding = Encoding.GetEncoding(real);

        var record = Assert.Single(Of([.. encoding.GetPreamble(), .. encoding.GetBytes(Feed($"<title>{text}</title><guid>g</guid><description>{text}.</description>", $"<?xml version=\"1.0\" encoding=\"{declared}\"?>"))]).Items).Record!;

        Assert.Equal(text, record.Headline());
    }

    [Fact]
    public void A_podcast_and_a_gallery_give_their_texts()
    {
        var podcast = One(Feed("<title>Épisode 3</title><itunes:summary>Le résumé de l'épisode.</itunes:summary><itunes:author>La rédaction</itunes:author><enclosure url=\"https://news.example/e3.mp3\" length=\"123\" type=\"audio/mpeg\"/><guid>e3</guid>"));
        var gallery = One(Feed("<title>Galerie</title><guid>g9</guid><media:group><media:content url=\"https://news.example/1.jpg\" medium=\"image\"><media:credit role=\"photographer\">A. B.</media:credit></media:content></media:group><media:description type=\"plain\">Les images du jour.</media:description>"));

        Assert.Equal(("Le résumé de l'épisode.", "La rédaction"), (podcast.Text(), podcast.Item.By));
        Assert.Contains(podcast.Item.Renditions!, r => r is { Name: "enclosure", ContentType: "audio/mpeg" });
        Assert.Equal("Les images du jour.", gallery.Text());
        Assert.Contains(gallery.Item.Renditions!, r => r.Href == "https://news.example/1.jpg");
    }

    [Theory]
    [InlineData("EMBARGO jusqu'au 16 mars 2024 à 18h00 (heure de Bruxelles)", "2024-03-16T17:00:00Z")]
    [InlineData("Sperrfrist: 16. März 2024, 18.00 Uhr MEZ", "2024-03-16T17:00:00Z")]
    [InlineData("Embargo tot 16 maart 2024 om 18.00 uur (Brusselse tijd)", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGOED UNTIL 1700 GMT, March 16, 2024", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO hasta las 06:00 (hora de Madrid) del 27 de noviembre de 2026", "2026-11-27T05:00:00Z")]
    [InlineData("EMBARGO hasta las 06:00 del 27 de noviembre de 2026", "2026-11-27T18:00:00Z")]
    [InlineData("Embargado hasta el viernes 27 de noviembre de 2026, 06.00 horas (hora peninsular)", "2026-11-27T05:00:00Z")]
    [InlineData("SPERRFRIST bis Freitag, 27. November 2026, 6 Uhr (Ortszeit Berlin)", "2026-11-27T05:00:00Z")]
    [InlineData("ONDER EMBARGO tot vrijdag 27 november 2026 om 6 uur (Nederlandse tijd)", "2026-11-27T05:00:00Z")]
    [InlineData("EMBARGO fino alle 6 del 27 novembre 2026 (ora di Roma)", "2026-11-27T05:00:00Z")]
    [InlineData("Sob embargo até às 6h00 de 27 de novembro de 2026 (hora de Lisboa)", "2026-11-27T06:00:00Z")]
    [InlineData("EMBARGO : ne pas diffuser avant la fin de la conférence", null)]
    public void An_embargo_in_the_words_of_an_item_holds_it_in_every_kind_of_feed(string words, string? until)
    {
        var instant = until is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture);
        var json = System.Text.Json.JsonSerializer.Serialize(words);
        string[] documents =
        [
            Feed($"<title>Accord</title><guid>g</guid><pubDate>Thu, 14 Mar 2024 19:41:07 +0000</pubDate><description><![CDATA[<p><strong>{words}</strong></p><p>Le texte.</p>]]></description>"),
            Feed($"<title>{words}</title><guid>g</guid><pubDate>Thu, 14 Mar 2024 19:41:07 +0000</pubDate><description>Le texte.</description>"),
            Feed($"<title>Accord</title><guid>g</guid><pubDate>Thu, 14 Mar 2024 19:41:07 +0000</pubDate><description>{words}</description><content:encoded><![CDATA[<p>Le texte.</p>]]></content:encoded>"),
            $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><id>urn:a:1</id><title>Accord</title><updated>2024-03-14T19:41:07Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{words}</p><p>Le texte.</p></div></content></entry></feed>",
            $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\",\"items\":[{{\"id\":\"1\",\"date_published\":\"2024-03-14T19:41:07Z\",\"title\":\"Accord\",\"content_text\":{json[..^1]}\\n\\nLe texte.\"}}]}}",
        ];

        foreach (var document in documents)
        {
            var record = One(document);
            Assert.Equal(instant, record.Item.EmbargoedUntil?.ToUniversalTime());
            Assert.Equal((Statuses.Withheld, Statuses.Withheld), (record.Status, record.Item.PubStatus));
            Assert.NotNull(record.HoldReason);
        }

        // A wire with the same words is held in the same way.
        var wire = One($"{words}\n\nBruxelles, 14 mars 2024 (Nova) - Le texte de la dépêche, assez long pour une ligne.\n");
        Assert.Equal((instant, Statuses.Withheld), (wire.Item.EmbargoedUntil?.ToUniversalTime(), wire.Status));
        Assert.NotNull(wire.HoldReason);
    }

    [Theory]
    [InlineData("2024-03-16T18:00:00+01:00", false)]
    [InlineData("2024-03-16T17:00:00+01:00", true)]
    public void Words_that_repeat_the_embargo_of_a_field_hold_nothing_more_than_it(string field, bool held)
    {
        var record = One($"{{\"uri\":\"urn:a:1\",\"versionCreated\":\"2024-03-15T09:00:00Z\",\"pubStatus\":\"usable\",\"embargoedUntil\":\"{field}\",\"headlines\":[{{\"value\":\"Prix\"}}],\"edNote\":\"Sous embargo jusqu'au samedi 16 mars 18h00 (heure de Paris).\"}}");

        Assert.Equal((Statuses.Usable, held), (record.Status, record.HoldReason is not null));
        Assert.Equal(DateTimeOffset.Parse(field, System.Globalization.CultureInfo.InvariantCulture), record.Item.EmbargoedUntil);
    }

    [Fact]
    public void News_about_an_embargo_is_no_embargo()
    {
        var record = One(Feed("<title>Embargo sur les armes : l'UE prolonge jusqu'au 16 mars 2025</title><guid>g</guid><description>L'embargo reste en vigueur.</description>"));

        Assert.Equal((Statuses.Usable, null), (record.Status, record.HoldReason));
    }

    [Theory]
    [InlineData("% HTMLlat1 PUBLIC \"-//W3C//ENTITIES Latin 1 for XHTML//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent\"", "%HTMLlat1;", "Le conseil a voté")]
    [InlineData("% other PUBLIC \"-//OTHER//ENTITIES//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent\"", "%other;", null)]
    [InlineData("eacute PUBLIC \"-//W3C//ENTITIES Latin 1 for XHTML//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent\"", "", null)]
    public void A_feed_may_name_the_characters_of_html_by_their_address_which_is_not_visited(string entity, string reference, string? headline)
    {
        var feed = $"<!DOCTYPE rss [\n<!ENTITY {entity}>\n{reference}\n]>\n" + Feed("<title>Le conseil a vot&eacute;</title><guid>g</guid><description>d</description>");

        if (headline is null) Assert.Equal(ReasonCodes.ExternalEntity, Refused(feed));
        else Assert.Equal(headline, One(feed).Headline());
    }
}

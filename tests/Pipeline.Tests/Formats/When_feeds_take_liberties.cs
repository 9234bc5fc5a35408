using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>What feeds do that the standards do not say, or say in a corner few read.</summary>
public sealed class When_feeds_take_liberties
{
    private const string Namespaces = "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
        + "xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:googleplay=\"http://www.google.com/schemas/play-podcasts/1.0\"";

    private static string Feed(string item, string namespaces = Namespaces) =>
        $"<rss version=\"2.0\" {namespaces}><channel><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\"https://news.example/feed.xml\"/><title>Kanal</title><link>https://news.example/</link><item>{item}</item></channel></rss>";

    private static string Atom(string entry, string feed = "", string attributes = "") =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\" {Namespaces} {attributes}><title>Kanal</title>{feed}<entry><id>urn:example:1</id>{entry}</entry></feed>";

    [Theory]
    [InlineData("<author><name>Mara Lind</name><title>Korrespondent</title></author>", "Mara Lind")]
    [InlineData("<dc:creator>Mara Lind (mara@news.example)</dc:creator>", "Mara Lind")]
    [InlineData("<dc:creator>Mara Lind (mailto:mara@news.example)</dc:creator>", "Mara Lind")]
    [InlineData("<author>&lt;mara@news.example&gt; Mara Lind</author>", "Mara Lind")]
    [InlineData("<author>mara@news.example ()</author>", "mara@news.example")]
    [InlineData("<author>mailto:mara@news.example</author>", "mara@news.example")]
    [InlineData("<author>Mara Lind mara@news.example</author>", "Mara Lind")]
    [InlineData("<author>Mara Lind, mara@news.example</author>", "Mara Lind")]
    [InlineData("<author>mara@news.example - Mara Lind</author>", "Mara Lind")]
    [InlineData("<author>Mara Lind [mara@news.example]</author>", "Mara Lind")]
    [InlineData("<author>\"Lind, Mara\" &lt;mara@news.example&gt;</author>", "Lind, Mara")]
    [InlineData("<author>Mara Lind (Redaktion) &lt;mara@news.example&gt;</author>", "Mara Lind (Redaktion)")]
    [InlineData("<author>mara@news.example (Mara Lind), jon@news.example (Jon Ek)</author>", "Mara Lind, Jon Ek")]
    [InlineData("<author>Mara Lind &lt;mara@news.example&gt;, Jon Ek &lt;jon@news.example&gt;</author>", "Mara Lind, Jon Ek")]
    [InlineData("<author>Mara Lind (https://mara.example/)</author>", "Mara Lind")]
    [InlineData("<author>Mara Lind @maralind</author>", "Mara Lind @maralind")]
    [InlineData("<author>mara@news.example, jon@news.example</author>", "mara@news.example, jon@news.example")]
    [InlineData("<author>Mara Lind</author><author>Jon Ek</author>", "Mara Lind, Jon Ek")]
    [InlineData("<dc:creator>Mara Lind</dc:creator><dc:creator>Mara Lind</dc:creator>", "Mara Lind")]
    [InlineData("<author/><dc:creator/><googleplay:author>Mara Lind</googleplay:author>", "Mara Lind")]
    public void An_author_is_a_name_however_it_is_written(string author, string name) =>
        Assert.Equal(name, One(Feed("<title>T</title>" + author)).Item.By);

    [Theory]
    [InlineData("<link>2024/hafen.html</link>", "https://news.example/2024/hafen.html")]
    [InlineData("<link xml:base=\"https://other.example/a/\">hafen.html</link>", "https://other.example/a/hafen.html")]
    [InlineData("<link/><link>https://news.example/hafen</link>", "https://news.example/hafen")]
    [InlineData("<link>https://news.example/hafen?a=1&b=2&copy=3</link>", "https://news.example/hafen?a=1&b=2&copy=3")]
    [InlineData("<guid isPermaLink=\"TRUE\">https://news.example/hafen</guid>", "https://news.example/hafen")]
    [InlineData("<guid ispermalink=\"False\">https://news.example/hafen</guid>", null)]
    public void A_link_is_found_and_made_absolute(string link, string? address) =>
        Assert.Equal(address, One(Feed("<title>T</title>" + link)).Item.Renditions?.FirstOrDefault(r => r.Name == "web")?.Href);

    [Fact]
    public void Links_of_the_text_and_enclosures_start_at_the_site_too()
    {
        var record = One(Feed("<title>T</title><description>&lt;p&gt;Der &lt;a href=\"/plan\"&gt;Plan&lt;/a&gt;.&lt;/p&gt;</description><enclosure url=\"/ton.mp3\" type=\"audio/mpeg\"/>"));

        Assert.Contains("https://news.example/plan", record.Html(), StringComparison.Ordinal);
        Assert.Equal("https://news.example/ton.mp3", Assert.Single(record.Item.Renditions!).Href);
    }

    [Fact]
    public void A_base_of_the_text_itself_is_the_nearest() =>
        Assert.Contains("https://other.example/b/plan", One(Feed("<title>T</title><link>https://news.example/1</link><description xml:base=\"https://other.example/b/\">&lt;p&gt;Der &lt;a href=\"plan\"&gt;Plan&lt;/a&gt;.&lt;/p&gt;</description>")).Html(), StringComparison.Ordinal);

    [Theory]
    [InlineData("<title/><media:title>Der Hafen</media:title><description>Text.</description>")]
    [InlineData("<Title>Der Hafen</Title><Description>Text.</Description>")]
    [InlineData("<title>Der Hafen</title><description/><description>Text.</description>")]
    [InlineData("<title>Der Hafen</title><description>Text.</description><content:encoded><![CDATA[<p>&nbsp;</p>]]></content:encoded>")]
    [InlineData("<title>Der Hafen</title><itunes:subtitle>Text.</itunes:subtitle>")]
    [InlineData("<title>Der Hafen</title><itunes:subtitle>Kurz.</itunes:subtitle><googleplay:description>Text.</googleplay:description>")]
    [InlineData("<media:group><media:title>Der Hafen</media:title><media:description>Text.</media:description></media:group>")]
    [InlineData("<title>Der Hafen</title><description>Text.</description><media:content url=\"https://news.example/1.jpg\"><media:title>Bild</media:title><media:description>Kräne.</media:description></media:content>")]
    public void Headline_and_text_are_the_first_that_say_something(string item)
    {
        var record = One(Feed(item));

        Assert.Equal(("Der Hafen", "Text."), (record.Headline(), record.Text()));
    }

    [Theory]
    [InlineData("xmlns:content=\"http://purl.org/rss/modules/content/\" xmlns:dc=\"http://dublincore.example/\"")]
    [InlineData("xmlns:content=\"https://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"https://purl.org/dc/elements/1.1/\"")]
    public void A_usual_prefix_counts_where_the_namespace_is_misspelt(string namespaces)
    {
        var record = One(Feed("<title>T</title><description>Kurz.</description><content:encoded>&lt;p&gt;Lang.&lt;/p&gt;</content:encoded><dc:creator>Mara Lind</dc:creator>", namespaces));

        Assert.Equal(("Lang.", "Mara Lind"), (record.Text(), record.Item.By));
    }

    [Fact]
    public void The_credit_of_a_picture_is_not_the_storys()
    {
        Assert.Null(One(Feed("<title>T</title><media:content url=\"https://news.example/1.jpg\"/><media:credit>Foto: Jon Ek/Nova</media:credit>")).Credit);
        Assert.Null(One(Feed("<title>T</title><media:content url=\"https://news.example/1.jpg\"><media:credit>Foto: Jon Ek/Nova</media:credit></media:content>")).Credit);
        Assert.Equal("Nova", Assert.Single(One(Feed("<title>T</title><media:credit>Nova</media:credit>")).Credit!).Name);
    }

    [Fact]
    public void A_picture_is_named_once_and_its_thumbnail_too()
    {
        var record = One(Feed("<title>T</title><enclosure url=\"https://news.example/1.jpg\" type=\"image/jpeg\"/><media:content url=\"https://news.example/1.jpg\"><media:thumbnail url=\"https://news.example/klein.jpg\"/></media:content>"));

        Assert.Equal(["https://news.example/1.jpg", "https://news.example/klein.jpg"], record.Item.Renditions!.Select(r => r.Href));
    }

    [Fact]
    public void A_date_that_cannot_be_read_does_not_hide_one_that_can() =>
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), One(Feed("<title>T</title><pubDate>gestern</pubDate><dc:date>2024-03-14T19:41:07Z</dc:date>")).Item.FirstCreated);

    [Fact]
    public void The_date_of_Dublin_Core_comes_before_those_of_other_modules() =>
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), One(Feed("<title>T</title><dcterms:created>2024-01-01T00:00:00Z</dcterms:created><dc:date>2024-03-14T19:41:07Z</dc:date>", Namespaces + " xmlns:dcterms=\"http://purl.org/dc/terms/\"")).Item.FirstCreated);

    [Theory]
    [InlineData("<item><title>Eins</title><link>https://news.example/1</link><item><title>Zwei</title></item>")]
    [InlineData("<item><title>Eins<link>https://news.example/1</link></item><item><title>Zwei</title></item>")]
    [InlineData("<item><title><![CDATA[Eins</title><link>https://news.example/1</link></item><item><title>Zwei</title></item>")]
    [InlineData("<item><title><![CDATA[Eins</title><link>https://news.example/1</link></item><item><title><![CDATA[Zwei]]></title><description>A & B</description></item>")]
    [InlineData("<rss:item><rss:title>Eins</rss:title><rss:link>https://news.example/1</rss:link></rss:item><rss:item><rss:title>Zwei</rss:title></rss:item>")]
    [InlineData("<Item><title>Eins</title><link>https://news.example/1</link></Item><Item><title>Zwei</title></Item>")]
    public void A_forgotten_end_tag_costs_no_item(string items)
    {
        var records = Of($"<rss version=\"2.0\"><channel>{items}</channel></rss>").Items.Select(i => i.Record!).ToList();

        Assert.Equal(["Eins", "Zwei"], records.Select(r => r.Headline()));
        Assert.Equal("https://news.example/1", Assert.Single(records[0].Item.Renditions!).Href);
    }

    [Fact]
    public void A_link_of_Atom_needs_no_end()
    {
        var records = Of("<feed xmlns=\"http://www.w3.org/2005/Atom\"><link href=\"https://news.example/\"><author><name>Mara Lind</name></author><entry><id>urn:a:1</id><title>Eins</title><link href=\"https://news.example/1\"><summary>Text.</summary></entry><entry><id>urn:a:2</id><title>Zwei</title></entry></feed>").Items.Select(i => i.Record!).ToList();

        Assert.Equal([("Eins", "Mara Lind"), ("Zwei", "Mara Lind")], records.Select(r => (r.Headline()!, r.Item.By!)));
        Assert.Equal("Text.", records[0].Text());
    }

    [Fact]
    public void Elements_of_modules_are_not_those_of_Atom()
    {
        var record = One(Atom("<media:title>Bild</media:title><media:content url=\"https://news.example/1.jpg\" type=\"image/jpeg\"/><itunes:author>Sendung</itunes:author><title>Der Hafen</title><author><name>Mara Lind</name></author><content type=\"html\">&lt;p&gt;Text.&lt;/p&gt;</content>"));

        Assert.Equal(("Der Hafen", "Text.", "Mara Lind"), (record.Headline(), record.Text(), record.Item.By));
        Assert.Contains(record.Item.Renditions!, r => r.Href == "https://news.example/1.jpg");
    }

    [Theory]
    [InlineData("<content type=\"HTML\">&lt;p&gt;Text.&lt;/p&gt;</content>")]
    [InlineData("<content type=\"markup\">&lt;p&gt;Text.&lt;/p&gt;</content>")]
    [InlineData("<content type=\"text/html\" src=\"https://news.example/1\"/><content type=\"html\">&lt;p&gt;Text.&lt;/p&gt;</content>")]
    [InlineData("<content type=\"html\">&amp;lt;p&amp;gt;Text.&amp;lt;/p&amp;gt;</content>")]
    [InlineData("<content type=\"text/html\" mode=\"base64\">PHA+VGV4dC48L3A+</content>")]
    [InlineData("<summary>Text.</summary><content type=\"image/svg+xml\"><svg xmlns=\"http://www.w3.org/2000/svg\"><title>Karte</title></svg></content>")]
    [InlineData("<summary>Text.</summary><content type=\"image/png\" mode=\"base64\">VGV4dA==</content>")]
    [InlineData("<summary>Text.</summary><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"/></content>")]
    [InlineData("<media:group><media:description>Text.</media:description></media:group>")]
    public void The_text_of_an_Atom_entry_is_what_can_be_read(string content) =>
        Assert.Equal("Text.", One(Atom("<title>T</title>" + content)).Text());

    [Theory]
    [InlineData("<link href=\"/hafen\"/>")]
    [InlineData("<link rel=\"alternate\" type=\"application/json\" href=\"/hafen.json\"/><link type=\"text/html\" href=\"hafen\"/>")]
    [InlineData("<link rel=\"http://www.iana.org/assignments/relation/alternate\" href=\"https://news.example/hafen\"/>")]
    [InlineData("<link>https://news.example/hafen</link>")]
    public void The_link_of_an_Atom_entry_is_its_page(string link) =>
        Assert.Equal("https://news.example/hafen", One(Atom("<title>T</title>" + link, "<link rel=\"self\" href=\"https://news.example/feed.xml\"/>")).Item.Renditions!.Single().Href);

    [Theory]
    [InlineData("<dc:creator>Mara Lind</dc:creator>", "", "Mara Lind")]
    [InlineData("<author><name>Lind &amp;amp; Ek</name></author>", "", "Lind & Ek")]
    [InlineData("<author><email>mara@news.example</email></author>", "", "mara@news.example")]
    [InlineData("", "<author><name>Mara Lind</name></author>", "Mara Lind")]
    public void The_author_of_an_Atom_entry_is_the_nearest(string entry, string feed, string name) =>
        Assert.Equal(name, One(Atom("<title>T</title>" + entry, feed)).Item.By);

    [Fact]
    public void An_Atom_title_in_base64_is_decoded() =>
        Assert.Equal("Der Hafen", One("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><id>tag:news.example,2003:1</id><title type=\"text/html\" mode=\"base64\">RGVyIDxiPkhhZmVuPC9iPg==</title></entry></feed>").Headline());

    [Theory]
    [InlineData("{\"version\":\"https://www.jsonfeed.org/version/1\",\"items\":[ITEM]}")]
    [InlineData("{\"title\":\"Kanal\",\"items\":[ITEM]}")]
    public void A_JSON_feed_is_known_by_its_names_too(string feed)
    {
        var record = One(feed.Replace("ITEM", "{\"id\":\"1\",\"title\":\"Der Hafen\",\"url\":\"\",\"external_url\":\"https://other.example/1\",\"authors\":[],\"author\":{\"name\":\"Mara Lind\"},\"content_text\":\"Text.\",\"image\":\"https://news.example/1.jpg\",\"attachments\":[{\"url\":\"https://news.example/1.mp3\",\"mime_type\":\"audio/mpeg\"},{\"url\":\"\"}]}", StringComparison.Ordinal));

        Assert.Equal(("Der Hafen", "Mara Lind", "jsonfeed"), (record.Headline(), record.Item.By, record.Reader.Format));
        Assert.Equal(["https://other.example/1", "https://news.example/1.mp3", "https://news.example/1.jpg"], record.Item.Renditions!.Select(r => r.Href));
    }

    [Theory]
    [InlineData("windows-1251", "", "Президент прибыл в Москву с визитом")]
    [InlineData("windows-1251", "utf-8", "Президент прибыл в Москву с визитом")]
    [InlineData("gb18030", "utf-8", "北京今天举行会谈讨论经济问题")]
    [InlineData("shift_jis", "", "首相は今日、東京で会談した")]
    [InlineData("windows-1250", "utf-8", "Průmysl roste, říká ministr Šťastný")]
    [InlineData("windows-1252", "utf-8", "Décès à l’hôpital de Liège")]
    public void Bytes_that_are_not_in_the_charset_of_the_feed_are_read_as_what_reads_like_a_language(string real, string declared, string title)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var declaration = declared.Length == 0 ? "<?xml version=\"1.0\"?>" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>";

        var record = Assert.Single(Of(System.Text.Encoding.GetEncoding(real).GetBytes(declaration + Feed($"<title>{title}</title>"))).Items).Record!;

        Assert.Equal(title, record.Headline());
    }

    [Fact]
    public void A_feed_that_a_browser_saved_in_a_page_is_still_a_feed() =>
        Assert.Equal("Der Hafen", One("<html><head></head><body><div id=\"viewer\">" + Feed("<title>Der Hafen</title>") + "</div></body></html>").Headline());

    [Fact]
    public void An_item_that_is_but_a_picture_has_the_words_of_the_picture()
    {
        var record = One(Feed("<guid>1</guid><media:group><media:content url=\"https://news.example/1.jpg\"><media:title>Der Hafen</media:title><media:description>Kräne am Abend.</media:description></media:content></media:group>"));

        Assert.Equal(("Der Hafen", "Kräne am Abend."), (record.Headline(), record.Text()));
    }

    [Theory]
    [InlineData("yandex:full-text", "http://news.yandex.ru")]
    [InlineData("portal:fulltext", "http://portal.example/ns")]
    [InlineData("turbo:content", "http://turbo.yandex.ru")]
    public void The_whole_text_stands_in_an_element_of_a_portal(string element, string ns)
    {
        var record = One(Feed($"<title>T</title><description>Kurz.</description><{element}>Der ganze Text.</{element}>", $"xmlns:{element.Split(':')[0]}=\"{ns}\""));

        Assert.Equal(("Der ganze Text.", "Kurz."), (record.Text(), record.Description("summary")));
    }

    [Theory]
    [InlineData("&lt;time datetime=\"2024-03-14T19:41:07Z\"&gt;Do, 14.03.&lt;/time&gt;")]
    [InlineData("&lt;span class=\"date\"&gt;Thu, 14 Mar 2024 19:41:07 +0000&lt;/span&gt;")]
    public void A_date_in_markup_is_a_date(string date) =>
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), One(Feed($"<title>T</title><pubDate>{date}</pubDate>")).Item.FirstCreated);

    [Fact]
    public void A_long_prolog_hides_no_root()
    {
        var entities = string.Concat(Enumerable.Range(0, 250).Select(i => $"<!ENTITY sign{i} \"&#{200 + i};\">\n"));

        Assert.Equal("Der Hafen", One($"<?xml version=\"1.0\"?><!-- {new string('x', 5_000)} -->" + Feed("<title>Der Hafen</title>")).Headline());
        Assert.Equal("Der Hafen É", One($"<!DOCTYPE rss [{entities}]>" + Feed("<title>Der Hafen &sign1;</title>")).Headline());
    }

    [Fact]
    public void Declared_characters_are_no_reason_to_refuse_what_is_not_well_formed() =>
        Assert.Equal("Häfen & Kräne", One("<!DOCTYPE rss [<!ENTITY auml \"&#228;\">]>" + Feed("<title>H&auml;fen & Kr&auml;ne</title>")).Headline());

    [Fact]
    public void A_declared_text_is_a_reason_to_refuse_it() =>
        Assert.Equal(ReasonCodes.Entities, Refused("<!DOCTYPE rss [<!ENTITY a \"xxxxxxxxxxxxxxxxxxxxxxxx\"><!ENTITY b \"&a;&a;\">]>" + Feed("<title>&b; & mehr</title>")));
}

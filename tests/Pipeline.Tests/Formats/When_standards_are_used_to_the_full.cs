using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>What the standards allow and few samples show.</summary>
public sealed class When_standards_are_used_to_the_full
{
    [Theory]
    [InlineData("<content type=\"xhtml\" xml:lang=\"fr\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Texte</p></div></content>", "fr")]
    [InlineData("<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"de\"><p>Text</p></div></content>", "de")]
    [InlineData("<content type=\"html\">&lt;p&gt;Tekst&lt;/p&gt;</content>", "nl")]
    [InlineData("<content src=\"http://example.org/x.mp4\" type=\"video/mp4\"/><summary xml:lang=\"es\">Texto</summary>", "es")]
    public void The_language_of_an_entry_is_stated_nearest_its_text(string text, string language)
    {
        var record = One($"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>F</title><entry xml:lang=\"nl\"><id>urn:a:1</id><title>Titel</title><updated>2024-03-14T19:41:07Z</updated>{text}</entry></feed>");

        Assert.Equal(language, record.Item.Language);
    }

    [Fact]
    public void Bases_nest_and_prefixed_xhtml_is_html()
    {
        var record = One("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://example.org/feed/\"><title>F</title><entry xml:base=\"2024/\"><id>urn:a:1</id><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Less: <em>&lt;</em></div></title><updated>2024-03-14T19:41:07Z</updated><link href=\"03/item\"/>"
            + "<content type=\"xhtml\" xml:base=\"03/\"><x:div xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:p>Un <x:a href=\"lien.html\">lien</x:a> &amp; un.</x:p></x:div></content></entry></feed>");

        Assert.Equal(("Less: <", "Un lien & un."), (record.Headline(), record.Text()));
        Assert.Contains("href=\"http://example.org/feed/2024/03/lien.html\"", record.Html(), StringComparison.Ordinal);
        Assert.Contains(record.Item.Renditions!, r => r is { Name: "web", Href: "http://example.org/feed/2024/03/item" });
    }

    [Fact]
    public void A_rich_item_keeps_text_pictures_and_credits_apart()
    {
        var record = One("<rss version=\"2.0\" xml:base=\"https://news.example/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>N</title><link>https://news.example</link><item><title><![CDATA[L&#8217;accord &amp; l&eacute;t&eacute; : &laquo; oui &raquo;]]></title><guid>g</guid><pubDate>Tue, 3 Jan 2023 4:05 EST</pubDate>"
            + "<description><![CDATA[R&eacute;sum&eacute;.]]></description><content:encoded><![CDATA[<!-- wp:paragraph --><p>Premier &#171;&nbsp;paragraphe&nbsp;&#187;.</p><figure><img src=\"/img/1.jpg\" alt=\"Une &quot;photo&quot;\"/><figcaption>L&eacute;gende</figcaption></figure><script async src=\"https://x.example/w.js\"></script><p>Fin.<br/>Ligne 2.</p>]]></content:encoded>"
            + "<media:content url=\"https://news.example/img/2.jpg\" type=\"image/jpeg\"><media:credit>Photographe</media:credit><media:description>Ailleurs</media:description></media:content><source url=\"https://other.example/rss\">Autre source</source></item></channel></rss>");

        Assert.Equal(("L’accord & lété : « oui »", "Premier «\u00A0paragraphe\u00A0».\n\nFin.\nLigne 2."), (record.Headline(), record.Text()));
        Assert.Equal(new DateTimeOffset(2023, 1, 3, 9, 5, 0, TimeSpan.Zero), record.Item.VersionCreated?.ToUniversalTime());
        Assert.Contains(record.Item.Renditions!, r => r.Href == "https://news.example/img/1.jpg");
        Assert.Contains(record.Item.Renditions!, r => r.Href == "https://news.example/img/2.jpg");
        Assert.Equal("Autre source", Assert.Single(record.Credit!).Name);
    }

    [Fact]
    public void Nitf_keeps_bylines_as_printed_parts_of_datelines_apart_and_notes_to_editors()
    {
        var record = One("<nitf><head><docdata><doc-id id-string=\"AB1\"/><date.issue norm=\"20240314T204107+0100\"/><ed-msg info=\"Une photo suit\"/></docdata></head><body><body.head><hedline><hl1>Titre</hl1></hedline><note noteclass=\"editorsnote\"><body.content><p>Corrige le titre</p></body.content></note>"
            + "<byline>Par <person>Anne Dupont</person> et <person>Jean Martin</person> <byttl>à Namur</byttl></byline><distributor><org>Belga</org></distributor><dateline><location><city>Bruxelles</city>, <country>Belgique</country></location><story.date norm=\"20240314\">14 mars</story.date></dateline></body.head><body.content><p>Le <q>texte</q>.</p></body.content></body></nitf>");

        Assert.Equal(("Par Anne Dupont et Jean Martin", "Bruxelles"), (record.Item.By, record.Item.Located));
        Assert.Equal("Bruxelles, Belgique, 14 mars", record.Item.Descriptions!.Single(d => d.Role == "dateline").Value);
        Assert.Equal(("Une photo suit\nCorrige le titre", "Le texte."), (record.Item.EdNote, record.Text()));
        Assert.Equal("Belga", Assert.Single(record.Credit!).Name);
    }

    [Fact]
    public void Renditions_of_ninjs_1_are_named_by_their_properties()
    {
        var record = One("{\"uri\":\"http://x.example/1\",\"type\":\"picture\",\"versioncreated\":\"2024-03-14T20:41:07Z\",\"headline\":\"Photo\",\"renditions\":{\"original\":{\"href\":\"http://x.example/o.jpg\",\"mimetype\":\"image/jpeg\"},\"web\":{\"href\":\"http://x.example/page\"},\"bad\":[]}}");

        Assert.Equal([("web", "http://x.example/page", "text/html"), ("original", "http://x.example/o.jpg", "image/jpeg")], record.Item.Renditions!.Select(r => (r.Name, r.Href, r.ContentType!)));
    }

    [Fact]
    public void Relative_addresses_of_a_json_feed_start_at_its_home_page_and_an_item_without_id_says_so()
    {
        var items = Of("{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1.1\",\"title\":\"F\",\"home_page_url\":\"https://f.example/\",\"authors\":[{\"name\":\"Feed\"}],\"items\":[{\"id\":\"1\",\"url\":\"/rel/1\",\"content_html\":\"<p>Een <a href=\\\"x\\\">link</a></p>\",\"authors\":[{\"name\":\"A\"},{\"url\":\"https://x\"},{\"name\":\"B\"}]},{\"url\":\"https://f.example/3\",\"title\":\"Geen id\"},{\"id\":\"4\",\"url\":\"javascript:alert(1)\",\"title\":\"x\"}]}").Items.Select(i => i.Record!).ToList();

        Assert.Equal("https://f.example/rel/1", Assert.Single(items[0].Item.Renditions!).Href);
        Assert.Contains("href=\"https://f.example/rel/x\"", items[0].Html(), StringComparison.Ordinal);
        Assert.Equal(["A, B", "Feed", "Feed"], items.Select(i => i.Item.By));
        Assert.Equal("https://f.example/3", items[1].Uri);
        Assert.Contains(items[1].Warnings!, w => w.Code == "guid-derived");
        Assert.Null(items[2].Item.Renditions);
    }

    [Theory]
    [InlineData("https://f.example/a?b=1#c", "https://f.example/a?b=1#c")]
    [InlineData("HTTPS://F.example/A/../b", "HTTPS://F.example/A/../b")]
    [InlineData("/rel/1", "https://f.example/rel/1")]
    [InlineData("tag:f.example,2024:1", "tag:f.example,2024:1")]
    [InlineData("https://f.example/a b", null)]
    [InlineData("https://f.example/%zz", null)]
    public void A_story_with_no_id_but_its_address_is_the_same_by_rss_and_by_json_feed(string address, string? uri)
    {
        var json = One($"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"home_page_url\":\"https://f.example/\",\"items\":[{{\"url\":\"{address}\",\"title\":\"Titel\",\"content_text\":\"Tekst.\"}}]}}");
        var rss = One($"<rss version=\"2.0\"><channel><link>https://f.example/</link><item><title>Titel</title><link>{address}</link><description>Tekst.</description></item></channel></rss>");

        Assert.Equal(rss.Uri, json.Uri);
        Assert.Equal(uri ?? json.Uri, json.Uri);
        Assert.Equal(uri is null, json.Uri!.StartsWith("urn:newswire:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dateline_that_only_the_text_has_is_read_in_every_format_and_its_year_counts_from_the_day_of_the_text()
    {
        const string Text = "BRUSSELS, March 14 (Nova) - The council approved the plan.";
        string[] documents =
        [
            $"{{\"guid\":\"urn:newsml:localhost:1\",\"type\":\"text\",\"versioncreated\":\"2024-03-14T20:41:07+0000\",\"pubstatus\":\"usable\",\"headline\":\"Plan\",\"body_html\":\"<p>{Text}</p>\"}}",
            $"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\"><itemMeta><versionCreated>2024-03-14T19:41:07Z</versionCreated></itemMeta><contentMeta><headline>Plan</headline></contentMeta><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{Text}</p></body></html></inlineXML></contentSet></newsItem>",
            $"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>x.example</ProviderId><DateId>20240314</DateId><NewsItemId>1</NewsItemId><RevisionId PreviousRevision=\"0\" Update=\"N\">1</RevisionId></NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20240314T194107Z</ThisRevisionCreated><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Plan</HeadLine></NewsLines><ContentItem><DataContent><p>{Text}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
            $"<nitf><head><docdata><doc-id id-string=\"urn:x:1\"/><date.issue norm=\"20240314T194107Z\"/></docdata></head><body><body.head><hedline><hl1>Plan</hl1></hedline></body.head><body.content><p>{Text}</p></body.content></body></nitf>",
            Rss(RssItem($"<title>Plan</title><pubDate>Thu, 14 Mar 2024 19:41:07 GMT</pubDate><description>{Text}</description>")),
        ];

        foreach (var document in documents)
        {
            var record = One(document);
            Assert.Equal(("BRUSSELS, March 14 (Nova)", "BRUSSELS", "2024-03-14"), (record.Item.Descriptions!.Single(d => d.Role == "dateline").Value, record.Item.Located, record.Dates!.Content!.Value));
            Assert.Equal("Nova", Assert.Single(record.Credit!).Name);
            Assert.Null(record.SourceChain);
        }
    }

    [Fact]
    public void Superdesk_names_source_and_authors_in_its_own_way()
    {
        var record = One("{\"guid\":\"urn:newsml:localhost:1\",\"type\":\"text\",\"versioncreated\":\"2024-03-14T20:41:07+0000\",\"pubstatus\":\"usable\",\"headline\":\"Council <em>approves</em> plan\",\"source\":\"AAP\",\"copyrightholder\":\"Someone\",\"authors\":[{\"name\":\"Anne Dupont\",\"role\":\"writer\"},{\"role\":\"x\"},{\"name\":\"Jean Martin\"}],\"body_html\":\"<p>Text.</p>\"}");

        Assert.Equal(("Council approves plan", "Anne Dupont, Jean Martin", "AAP"), (record.Headline(), record.Item.By, Assert.Single(record.Credit!).Name));
    }
}

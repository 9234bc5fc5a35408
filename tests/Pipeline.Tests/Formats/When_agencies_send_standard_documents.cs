using System.Text;
using Newswire.Contracts;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>The IPTC standards as agencies really use them: prefixes, qcodes, asserts, parts, packages, notes in words.</summary>
public sealed class When_agencies_send_standard_documents
{
    private static string G2(string itemMeta = "", string contentMeta = "", string contentSet = "", string before = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:xhtml="http://www.w3.org/1999/xhtml" guid="tag:agency.example,2024:item-1" version="3" standard="NewsML-G2" standardversion="2.29" conformance="power" xml:lang="en">
        <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_36.xml"/><catalog><scheme alias="ag" uri="http://cv.agency.example/"/></catalog>
        <rightsInfo><copyrightHolder uri="http://agency.example"><name xml:lang="en">Example Agency</name></copyrightHolder><usageTerms>Not for resale</usageTerms></rightsInfo>
        <itemMeta><itemClass qcode="ninat:text"/><provider qcode="ag:provider"><name>Example Agency</name></provider><versionCreated>2024-03-14T19:41:07Z</versionCreated><firstCreated>2024-03-14T18:00:00Z</firstCreated>{itemMeta}</itemMeta>
        <contentMeta><urgency>4</urgency><language tag="fr-BE"/>{contentMeta}</contentMeta>{before}<contentSet>{contentSet}</contentSet></newsItem>
        """;

    [Fact]
    public void G2_with_catalogs_asserts_and_parts_is_read_without_fetching_anything()
    {
        var record = One(G2(
            "<pubStatus qcode=\"stat:usable\"/><service qcode=\"ag:general\"/><link rel=\"irel:seeAlso\" residref=\"tag:agency.example,2024:pic-1\"/>",
            "<creator qcode=\"ag:cr\"><name>Camille Roux</name></creator><headline xml:lang=\"fr\">Les trains à l'arrêt</headline><slugline separator=\"/\">GREVE/TRAINS</slugline><by>Camille Roux</by><dateline>BRUXELLES, 14 mars</dateline><located qcode=\"ag:bxl\"><name>Bruxelles</name><broader qcode=\"iso3166-1a2:BE\"/></located><subject type=\"cpnat:abstract\" qcode=\"medtop:20000523\"><name xml:lang=\"fr\">grève</name><broader qcode=\"medtop:09000000\"/></subject>",
            "<inlineXML contenttype=\"application/xhtml+xml\" wordcount=\"6\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Autre titre</title></head><body><p>Premier <a href=\"https://a.example/\">paragraphe</a>.</p><p>Second.</p></body></html></inlineXML>",
            "<partMeta partid=\"p1\"><language tag=\"en\"/><headline>Part</headline></partMeta><assert qcode=\"ag:bxl\"><type qcode=\"cpnat:geoArea\"/><name>Brussel</name></assert><inlineRef qcode=\"ag:bxl\" idrefs=\"x\"/>"));

        Assert.Equal(("Les trains à l'arrêt", "Premier paragraphe.\n\nSecond."), (record.Headline(), record.Text()));
        Assert.Equal(("fr-BE", "Bruxelles", "GREVE/TRAINS", "Camille Roux", 4), (record.Item.Language, record.Item.Located, record.Item.Slugline, record.Item.By, record.Item.Urgency));
        Assert.Equal(("tag:agency.example,2024:item-1", "3"), (record.Uri, record.Item.Version));
        Assert.Contains(record.Item.Subjects!, s => s is { Name: "grève", Uri: "http://cv.iptc.org/newscodes/mediatopic/20000523" });
        Assert.Equal("Not for resale", record.Item.UsageTerms);
    }

    [Fact]
    public void G2_with_prefixes_on_every_element_is_the_same()
    {
        var record = One("""
            <nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/" xmlns:h="http://www.w3.org/1999/xhtml" guid="urn:x:1" version="2"><nar:itemMeta><nar:pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/><nar:versionCreated>2024-03-14T19:41:07+01:00</nar:versionCreated></nar:itemMeta>
            <nar:contentMeta><nar:headline>Titre</nar:headline></nar:contentMeta><nar:contentSet><nar:inlineXML><h:html><h:body><h:p>Corps.</h:p></h:body></h:html></nar:inlineXML></nar:contentSet></nar:newsItem>
            """);

        Assert.Equal((Statuses.Canceled, Signals.Kill, "Titre", "Corps."), (record.Status, record.Signal, record.Headline(), record.Text()));
    }

    [Fact]
    public void A_message_of_items_packages_and_concepts_gives_its_news_items()
    {
        var item = "<newsItem guid=\"urn:x:{0}\" version=\"1\"><itemMeta><versionCreated>2024-03-14T19:41:07Z</versionCreated></itemMeta><contentMeta><headline>Titre {0}</headline></contentMeta></newsItem>";
        var reading = Of("<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2024-03-14T19:41:07Z</sent></header><itemSet>"
            + item.Replace("{0}", "1", StringComparison.Ordinal) + "<packageItem guid=\"urn:x:p\"><itemMeta/><groupSet root=\"g\"><group id=\"g\"><itemRef residref=\"urn:x:1\"><headline>Ref</headline></itemRef></group></groupSet></packageItem>"
            + "<conceptItem guid=\"urn:x:c\"><concept><name>Concept</name></concept></conceptItem>" + item.Replace("{0}", "2", StringComparison.Ordinal) + "</itemSet></newsMessage>");

        Assert.Equal(["urn:x:1", "urn:x:2"], reading.Items.Select(i => i.Record?.Uri).OfType<string>());
    }

    [Theory]
    [InlineData("<edNote>EMBARGO jusqu'au 16 mars 2024 à 18h00 (heure de Bruxelles)</edNote>", "")]
    [InlineData("", "<headline>Sperrfrist: 16. März 2024, 18.00 Uhr MEZ - Accord</headline>")]
    public void An_embargo_in_words_holds_a_g2_item(string itemMeta, string contentMeta)
    {
        var record = One(G2(itemMeta, contentMeta, "<inlineData contenttype=\"text/plain\">Corps.</inlineData>"));

        Assert.Equal(new DateTimeOffset(2024, 3, 16, 17, 0, 0, TimeSpan.Zero), record.Item.EmbargoedUntil?.ToUniversalTime());
        Assert.NotNull(record.HoldReason);
    }

    [Fact]
    public void NewsML_1_with_a_payload_of_nitf_or_xhtml_in_several_components_is_read()
    {
        static string Document(string content) => $"""
            <?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE NewsML SYSTEM "http://www.iptc.org/std/NewsML/1.2/specification/NewsML_1.2.dtd">
            <NewsML><Catalog Href="http://www.example.org/catalog.xml"/><NewsEnvelope><DateAndTime>20240314T194107Z</DateAndTime><Priority FormalName="4"/></NewsEnvelope>
            <NewsItem xml:lang="fr"><Identification><NewsIdentifier><ProviderId>agency.example</ProviderId><DateId>20240314</DateId><NewsItemId>A1</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:agency.example:20240314:A1:2</PublicIdentifier></NewsIdentifier></Identification>
            <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20240314T180000Z</FirstCreated><ThisRevisionCreated>20240314T194107Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
            <NewsComponent Essential="no" EquivalentsList="no"><NewsComponent Essential="no"><Role FormalName="Main"/><NewsLines><HeadLine>Les trains à l'arrêt</HeadLine><ByLine>Camille Roux</ByLine><DateLine>BRUXELLES, 14 mars</DateLine><SlugLine>GREVE</SlugLine></NewsLines><DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
            <ContentItem><MediaType FormalName="Text"/><Format FormalName="X"/><DataContent>{content}</DataContent></ContentItem></NewsComponent>
            <NewsComponent><Role FormalName="Supporting"/><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
            """;
        string[] contents =
        [
            "<nitf><body><body.content><p>Premier.</p><p>Second.</p></body.content></body></nitf>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head><body><p>Premier.</p><p>Second.</p></body></html>",
            "<p>Premier.</p><p>Second.</p>",
            "<![CDATA[<p>Premier.</p><p>Second.</p>]]>",
        ];

        foreach (var content in contents)
        {
            var record = One(Document(content));
            Assert.Equal(("Les trains à l'arrêt", "Premier.\n\nSecond."), (record.Headline(), record.Text()));
            Assert.Equal(("urn:newsml:agency.example:20240314:A1", "2", "fr", "Camille Roux", 4), (record.Uri, record.Item.Version, record.Item.Language, record.Item.By, record.Item.Urgency));
        }
    }

    [Fact]
    public void Nitf_with_marked_up_prose_tables_and_media_gives_clean_text()
    {
        var record = One("""
            <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
            <nitf uno="x" version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006"><head id="h"><title>Titre court</title><meta name="m" content="c"/><tobject tobject.type="news"><tobject.property tobject.property.type="current"/><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy"/></tobject>
            <docdata><correction info="Corrects name in paragraph 2" id-string="n-0"/><doc-id id-string="n-1" regsrc="AG"/><urgency ed-urg="2"/><date.issue norm="20240314T194107Z"/><du-key generation="1" part="1" version="2" key="GREVE"/><doc.copyright year="2024" holder="Example Agency"/><key-list><keyword key="trains"/></key-list><identified-content><person>Camille Roux</person></identified-content></docdata><pubdata type="print" position.section="A"/></head>
            <body><body.head><hedline><hl1 id="a">Les trains <em>à l'arrêt</em></hl1><hl2>Grève générale</hl2></hedline><byline>Par <person>Camille Roux</person><byttl>Correspondante</byttl></byline><dateline><location><city>Bruxelles</city>, <country>Belgique</country></location>, <story.date norm="20240314">14 mars</story.date></dateline></body.head>
            <body.content><block><p lede="true">Le <org value="SNCB">chemin de fer</org> a perdu <money unit="EUR">3 millions</money> le <chron norm="20240314">14 mars</chron>.</p><media media-type="image"><media-reference source="a.jpg"/><media-caption>Légende</media-caption></media><hl2>Suite</hl2><p>Second &amp; fin.</p><table><tr><th>A</th><td>1</td></tr></table></block></body.content><body.end><tagline>Avec agences</tagline></body.end></body></nitf>
            """);

        Assert.Equal(("Les trains à l'arrêt", Signals.Correction, "n-0"), (record.Headline(), record.Signal, record.SignalTarget?.Uri));
        Assert.StartsWith("Le chemin de fer a perdu 3 millions le 14 mars.\n\nSuite\n\nSecond & fin.", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Légende", record.Text(), StringComparison.Ordinal);
        Assert.Equal(("Bruxelles", "GREVE", "2", 2), (record.Item.Located, record.Item.Slugline, record.Item.Version, record.Item.Urgency));
        Assert.DoesNotContain("Correspondante", record.Item.By, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"uri\":\"http://a.example/1\",\"type\":\"text\",\"versioncreated\":\"2024-03-14T19:41:07Z\",\"byline\":\"Camille Roux\",\"headline\":\"Titre\",\"body_text\":\"Corps.\",\"subject\":[{\"code\":\"20000523\",\"scheme\":\"medtop\",\"name\":\"grève\"}],\"place\":[{\"name\":\"Bruxelles\"}],\"urgency\":4.0}")]
    [InlineData("{\"uri\":\"http://a.example/1\",\"versioncreated\":\"2024-03-14T19:41:07Z\",\"by\":\"Camille Roux\",\"headlines\":{\"role\":\"main\",\"value\":\"Titre\"},\"bodies\":[{\"value\":\"Corps.\",\"contenttype\":\"text/plain\"}],\"subjects\":{\"name\":\"grève\",\"uri\":\"medtop:20000523\"}}")]
    [InlineData("{\"uri\":\"http://a.example/1\",\"version\":1,\"versionCreated\":\"2024-03-14T19:41:07Z\",\"by\":\"Camille Roux\",\"headlines\":[{\"value\":\"Titre\"}],\"bodies\":[{\"value\":\"<p>Corps.</p>\",\"contentType\":\"text/html\"}],\"subjects\":[{\"name\":\"grève\",\"uri\":\"http://cv.iptc.org/newscodes/mediatopic/20000523\"}],\"renditions\":[],\"associations\":[{\"name\":\"p\",\"uri\":\"http://a.example/p\",\"type\":\"picture\"}]}")]
    [InlineData("{\"uri\":\"http://a.example/1\",\"version\":\"1\",\"versioncreated\":\"2024-03-14T19:41:07+0000\",\"byline\":\"Camille Roux\",\"headline\":\"Titre\",\"body_html\":\"<p>Corps.</p>\",\"subject\":\"grève\",\"associations\":{\"main\":{\"uri\":\"http://a.example/p\",\"type\":\"picture\"}},\"renditions\":{\"t\":{\"href\":\"http://a.example/t.jpg\"}}}")]
    public void Ninjs_of_every_generation_and_shape_is_the_same_story(string json)
    {
        var record = One(json);

        Assert.Equal(("Titre", "Corps.", "Camille Roux"), (record.Headline(), record.Text(), record.Item.By));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, TimeSpan.Zero), record.Item.VersionCreated);
        Assert.Contains(record.Item.Subjects!, s => s.Name == "grève");
    }

    [Fact]
    public void A_mail_in_parts_with_encoded_words_and_a_forwarded_dispatch_is_read()
    {
        const string Text = "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBRUXELLES, 14 mars (Nova) - Les trains sont =E0 l'arr=EAt depuis ce matin dans tout le pays=\r\n.\r\n\r\nSecond paragraphe.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Autre</p>\r\n--b--\r\n";
        const string Headers = "From: =?utf-8?Q?Agence_Nova?= <desk@nova.example>\r\nTo: desk@a.example\r\nSubject: =?iso-8859-1?Q?Gr=E8ve:_les_trains?= =?iso-8859-1?Q?_=E0_l'arr=EAt?=\r\nDate: Thu, 14 Mar 2024 19:41:07 +0100\r\nMessage-ID: <1@nova.example>\r\nMIME-Version: 1.0\r\n";

        var plain = One(Headers + Text);
        var forwarded = Of("From: a@a.example\r\nTo: b@a.example\r\nSubject: Fwd\r\nDate: Fri, 15 Mar 2024 08:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: message/rfc822\r\n\r\n" + Headers + Text + "\r\n--m--\r\n");

        Assert.Equal("Grève: les trains à l'arrêt", plain.Headline());
        Assert.Contains("Les trains sont à l'arrêt depuis ce matin dans tout le pays.", plain.Text(), StringComparison.Ordinal);
        Assert.Equal("Bruxelles", plain.Item.Located, ignoreCase: true);
        Assert.Contains(forwarded.Items, i => i.Record?.Text()?.Contains("Les trains sont à l'arrêt", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_7901_message_with_doubled_marks_and_fill_is_one_message()
    {
        var message = "\x7f\x7f\x01\x01nov0001 4 pl 53  nova r01\r\n\r\nGreve/Trains\r\n\r\n\x02\x02Les trains à l'arrêt =\r\n\r\n   BRUXELLES, 14 mars (Nova) - Les trains sont à l'arrêt depuis ce\r\nmatin dans tout le pays.\r\n   Second paragraphe.\r\n\x03\x03\x04\r\n141941 GMT Mar 24\r\n\x7f";
        var record = Assert.Single(Of(Encoding.Latin1.GetBytes(message)).Items).Record!;

        Assert.Equal("iptc7901", record.Reader.Format);
        Assert.Equal("Les trains à l'arrêt", record.Headline());
        Assert.Contains("depuis ce matin dans tout le pays.", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(record.Text()!, c => c < 32 && c != '\n');
    }

    [Fact]
    public void A_page_of_a_publisher_gives_the_story_its_metadata_tells()
    {
        var record = One("""
            <!DOCTYPE html><html lang="fr"><head><title>Les trains à l'arrêt | Le Journal</title><meta property="og:type" content="article"><meta property="og:title" content="Les trains à l'arrêt"><link rel="canonical" href="https://news.example/greve">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"headline":"Les trains à l'arrêt","datePublished":"2024-03-14T19:41:07+01:00","dateModified":"2024-03-14T20:00:00+01:00","author":[{"@type":"Person","name":"Camille Roux"}],"mainEntityOfPage":"https://news.example/greve","publisher":{"@type":"Organization","name":"Le Journal"}}]}</script></head>
            <body><nav><a href="/">Accueil</a></nav><article><h1>Les trains à l'arrêt</h1><p>Les trains sont à l'arrêt depuis ce matin dans tout le pays, a annoncé la compagnie.</p><p>Le second paragraphe de l'article donne les raisons de la grève et ses suites pour les voyageurs, les entreprises et les communes qui dépendent du rail, et rappelle les négociations des dernières semaines entre la direction et les syndicats.</p></article><footer>Mentions légales</footer></body></html>
            """);

        Assert.Equal(("Les trains à l'arrêt", "Camille Roux", "fr"), (record.Headline(), record.Item.By, record.Item.Language));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 18, 41, 7, TimeSpan.Zero), record.Item.FirstCreated?.ToUniversalTime());
        Assert.Contains("raisons de la grève", record.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mentions légales", record.Text(), StringComparison.Ordinal);
    }
}

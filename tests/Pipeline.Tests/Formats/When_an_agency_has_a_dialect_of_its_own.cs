using Newswire.Contracts;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>XML and JSON that is one agency's alone: names as in public readers of it, content invented.</summary>
public sealed class When_an_agency_has_a_dialect_of_its_own
{
    private static string Ritzau(string id, string members) =>
        $"<RBNews xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><NewsID>{id}</NewsID><PublishDate>2024-03-14T20:41:07.397</PublishDate><strapline>NU/BRO-A</strapline>"
        + $"<subtitle i:nil=\"true\"/><town>Alton</town><origin>/ritzau/</origin><section>Indland</section><version>1</version><Priority>3</Priority><byLine>Anna Veld</byLine><byLineEmail>a@nova.example</byLineEmail>{members}</RBNews>";

    private const string RitzauText = "<headline>Bro åbner i Alton</headline><content>&lt;p&gt;Broen åbnede torsdag.&lt;/p&gt;&lt;p&gt;Mange kom.&lt;/p&gt;</content>";

    private static readonly SourceSettings Copenhagen = new() { TimeZone = "Europe/Copenhagen" };

    [Fact]
    public void Ritzaus_news_is_read()
    {
        var record = One(Ritzau("n-1", RitzauText + "<IPTCList xmlns:a=\"x\"><a:int>15000000</a:int></IPTCList><TilRedaktionen>&lt;p&gt;Ny version.&lt;/p&gt;</TilRedaktionen><HistID>PTP-1</HistID>"), Copenhagen);

        Assert.Equal(("ritzau", "Bro åbner i Alton", "Broen åbnede torsdag.\n\nMange kom."), (record.Reader.Format, record.Headline(), record.Text()));
        Assert.Equal(("Anna Veld", "Alton", "NU/BRO-A", "Ny version.", 3), (record.Item.By, record.Item.Located, record.Item.Slugline, record.Item.EdNote, record.Item.Urgency));
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 7, 397, TimeSpan.Zero), record.Item.VersionCreated!.Value.ToUniversalTime());
        Assert.Equal("ritzau", Assert.Single(record.Credit!).Name);
        Assert.Contains(record.Item.Subjects!, subject => subject.Uri == "http://cv.iptc.org/newscodes/subjectcode/15000000");
        Assert.Contains(record.Item.AltIds!, id => id is { Role: "history", Value: "PTP-1" });
        Assert.DoesNotContain("nova.example", record.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_item_of_an_answer_of_its_service_is_a_record()
    {
        var items = Of("<?xml version=\"1.0\"?><XMLNewsQueuedResponse xmlns=\"http://tempuri.org/\"><XMLNewsQueuedResult><error xmlns=\"\">0</error><ListOfRBNews xmlns=\"\">"
            + Ritzau("n-1", RitzauText) + Ritzau("n-2", "<headline/><content/>") + Ritzau("n-3", RitzauText) + "</ListOfRBNews></XMLNewsQueuedResult></XMLNewsQueuedResponse>").Items;

        Assert.Equal([null, ReasonCodes.NoContent, null], items.Select(item => item.Refusal?.Code));
    }

    [Theory]
    [InlineData("<Korrektion>true</Korrektion>", Signals.Correction, Statuses.Usable)]
    [InlineData("<NyVersion>true</NyVersion><Korrektion>false</Korrektion>", Signals.Update, Statuses.Usable)]
    [InlineData("<Annuleret>true</Annuleret>", Signals.Kill, Statuses.Canceled)]
    public void Its_flags_are_signals(string flags, string signal, string status) => Assert.Equal((signal, status), (One(Ritzau("n-1", RitzauText + flags)).Signal, One(Ritzau("n-1", RitzauText + flags)).Status));

    private static string Canadian(string members) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Publish><ContentItem><Name/><FileName>f-2</FileName><SystemSlug>s-1</SystemSlug><ContentItemID>00000007</ContentItemID>"
        + "<UpdatedDateTime>2024-03-14T20:41:07-04:00</UpdatedDateTime><ContentType>Text</ContentType><Headline>Bridge opens</Headline><Headline2>Bridge opens in Alton</Headline2><SlugProper>Alton-Bridge</SlugProper>"
        + "<Credit>THE CANADIAN PRESS</Credit><Source>CP</Source><DirectoryText>The bridge</DirectoryText><ContentText>&lt;p&gt;ALTON — The bridge opened.&lt;/p&gt;&lt;p&gt;Many came.&lt;/p&gt;</ContentText>"
        + $"<Language>1</Language><RankingValue>3</RankingValue><Keyword>bridge,Alton</Keyword><City>Alton</City><WritethruValue>0</WritethruValue><Byline>Anna Veld</Byline>{members}</ContentItem><PublishID>7</PublishID></Publish>";

    [Fact]
    public void The_Canadian_Press_is_read()
    {
        var record = One(Canadian("<EmbargoTime>0001-01-01T00:00:00</EmbargoTime>"));

        Assert.Equal(("canadian-press", "Bridge opens", "Anna Veld", "Alton", "en"), (record.Reader.Format, record.Headline(), record.Item.By, record.Item.Located, record.Item.Language));
        Assert.Equal(new DateTimeOffset(2024, 3, 15, 0, 41, 7, TimeSpan.Zero), record.Item.VersionCreated!.Value.ToUniversalTime());
        Assert.EndsWith("The bridge opened.\n\nMany came.", record.Text(), StringComparison.Ordinal);
        Assert.Equal(("THE CANADIAN PRESS", Signals.None, Statuses.Usable), (Assert.Single(record.Credit!).Name, record.Signal, record.Status));
        Assert.Null(record.Item.Version);
        Assert.Equal(["bridge", "Alton"], record.Item.Subjects!.Select(subject => subject.Name));
    }

    [Theory]
    [InlineData("2024-03-14T18:00:00-04:00", "2024-03-14T22:00:00Z")]
    [InlineData("0001-01-01T00:00:00", "2024-03-15T00:41:07Z")]
    public void It_was_created_when_it_says_so(string created, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), One(Canadian($"<CreatedDateTime>{created}</CreatedDateTime>")).Item.FirstCreated);

    [Fact]
    public void Its_corrections_and_embargoes_are_told()
    {
        var record = One(Canadian("<EmbargoTime>2030-01-01T10:00:00</EmbargoTime><WriteThruType>Writethru</WriteThruType><Corrections>Corrects the name.</Corrections>"), new SourceSettings { TimeZone = "America/Toronto" });

        Assert.Equal((Signals.Correction, "Corrects the name."), (record.Signal, record.Item.EdNote));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 15, 0, 0, TimeSpan.Zero), record.Item.EmbargoedUntil!.Value.ToUniversalTime());
    }

    private static string Digitalwires(string members) =>
        "{\"format\":\"digitalwires@0.9.1\",\"type\":\"composite\",\"entry_id\":\"x\",\"updated\":\"2024-03-14T20:42:00Z\",\"urn\":\"urn:newsml:dpa.com:20090101:240314-930-1\",\"version_created\":\"2024-03-14T21:41:07+01:00\",\"pubstatus\":\"usable\",\"language\":\"de\",\"urgency\":3,"
        + $"\"kicker\":\"Verkehr\",\"headline\":\"Brücke in Alton eröffnet\",\"byline\":\"Von Anna Veld, dpa\",\"dateline\":\"Alton (dpa) - \",\"article_html\":\"<section class=\\\"main\\\"><p>Die Brücke ist offen.</p><p>Viele kamen.</p></section>\",\"creditline\":\"dpa\",{members}}}";

    [Fact]
    public void The_json_of_dpa_is_read()
    {
        var record = One(Digitalwires("\"version\":2,\"signal\":\"sig:update\",\"embargoed\":null,\"teaser\":\"Endlich.\",\"infobox_html\":\"<section><p>Zahlen.</p></section>\",\"ednotes\":[{\"role\":\"dpaednoterole:closingline\",\"ednote\":\"dpa abc yydd\",\"is_publishable\":true},"
            + "{\"role\":\"dpaednoterole:editorialnote\",\"ednote\":\"Mit Bild.\",\"is_publishable\":true},{\"role\":\"dpaednoterole:dpacontacts\",\"ednote\":\"Autorin: +49 1\",\"is_publishable\":false}],\"categories\":[{\"type\":\"dnltype:dpasubject\",\"name\":\"Verkehr\",\"qcode\":\"medtop:20000337\"},"
            + "{\"type\":\"dnltype:keyword\",\"name\":\"Brücke\",\"qcode\":null},{\"type\":\"dnltype:geosubject\",\"name\":\"Belgien\",\"qcode\":\"dpacountry:1\"},{\"type\":\"dnltype:genre\",\"name\":\"Meldung\",\"qcode\":\"dpatextgenre:1\"}],"
            + "\"associations\":[{\"type\":\"image\",\"urn\":\"urn:newsml:dpa.com:20090101:photo-1\",\"version\":1,\"headline\":\"Die Brücke\",\"renditions\":[{\"mimetype\":\"image/jpeg\",\"url\":\"https://nova.example/a.jpg\"}]}]"));

        Assert.Equal(("digitalwires", "urn:newsml:dpa.com:20090101:240314-930-1", "2", Signals.Update), (record.Reader.Format, record.Uri, record.Item.Version, record.Signal));
        Assert.Equal(("Brücke in Alton eröffnet", "Von Anna Veld, dpa", "Alton", "Mit Bild.", 3), (record.Headline(), record.Item.By, record.Item.Located, record.Item.EdNote, record.Item.Urgency));
        Assert.Equal("Die Brücke ist offen.\n\nViele kamen.\n\nZahlen.", record.Text());
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 20, 41, 7, TimeSpan.Zero), record.Item.VersionCreated!.Value.ToUniversalTime());
        Assert.Contains(record.Item.Subjects!, subject => subject is { Name: "Verkehr", Uri: "http://cv.iptc.org/newscodes/mediatopic/20000337" });
        Assert.Equal(("Belgien", "Meldung", "Die Brücke"), (Assert.Single(record.Item.Places!).Name, Assert.Single(record.Item.Genres!).Name, Assert.Single(record.Item.Associations!).Name));
        Assert.Contains(record.Item.Renditions!, rendition => rendition.Href == "https://nova.example/a.jpg");
        Assert.Equal("dpa", Assert.Single(record.Credit!).Name);
    }

    [Fact]
    public void Entries_of_its_queue_are_records_each_and_embargoes_and_kills_count()
    {
        var items = Of($"{{\"entries\":[{Digitalwires("\"version\":1,\"embargoed\":\"2030-03-14T21:41:07+01:00\"")},5,{Digitalwires("\"version\":1").Replace("\"usable\"", "\"canceled\"", StringComparison.Ordinal)}]}}").Items;

        Assert.Equal(3, items.Count);
        Assert.Equal(new DateTimeOffset(2030, 3, 14, 20, 41, 7, TimeSpan.Zero), items[0].Record!.Item.EmbargoedUntil!.Value.ToUniversalTime());
        Assert.Equal((ReasonCodes.NoContent, Signals.Kill), (items[1].Refusal!.Code, items[2].Record!.Signal));
    }

    [Theory]
    [InlineData("\"ednotes\":{},\"categories\":[5,null,{\"name\":[]},{\"type\":\"dnltype:genre\",\"name\":\"x\",\"qcode\":7}],\"associations\":[[],{\"urn\":\"no uri\",\"renditions\":{\"url\":5}},1]")]
    [InlineData("\"version\":{},\"signal\":[1],\"embargoed\":\"\",\"descriptions\":\"x\",\"infobox_html\":7,\"associations\":{\"urn\":\"urn:a:b\",\"renditions\":[null]}")]
    public void Values_of_any_shape_cost_an_entry_nothing(string members) => Assert.Equal("Brücke in Alton eröffnet", One(Digitalwires(members)).Headline());

    [Fact]
    public void Other_xml_with_such_names_is_still_unknown()
    {
        Assert.Equal(ReasonCodes.UnknownFormat, Refused("<Publish><Book>x</Book></Publish>"));
        Assert.Equal(ReasonCodes.UnknownFormat, Refused("<DOC><A>x</A></DOC>"));
        Assert.Equal(ReasonCodes.UnknownFormat, Refused("<newsitem><title>x</title></newsitem>"));
    }
}

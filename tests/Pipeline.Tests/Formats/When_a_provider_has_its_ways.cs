using Newswire.Contracts;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Traps seen in real files.</summary>
public sealed class When_a_provider_has_its_ways
{
    private static string G2(string meta, string content = "", string attributes = "guid=\"urn:x:1\" version=\"1\"") =>
        $"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" {attributes}><itemMeta><versionCreated>2024-03-14T20:41:07+01:00</versionCreated>{meta}</itemMeta><contentMeta><headline>Titre</headline>{content}</contentMeta></newsItem>";

    private static string NewsMl(string management, string component = "<NewsComponent><NewsLines><HeadLine>Titre</HeadLine></NewsLines></NewsComponent>", string revision = "<RevisionId PreviousRevision=\"0\" Update=\"N\">1</RevisionId>") =>
        $"<NewsML Version=\"1.2\"><NewsItem><Identification><NewsIdentifier><ProviderId>nova.example</ProviderId><DateId>20240315</DateId><NewsItemId>\n e1 \n</NewsItemId>{revision}</NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20240315T090000+0000</ThisRevisionCreated>{management}</NewsManagement>{component}</NewsItem></NewsML>";

    private static string Nitf(string docdata, string management = "") =>
        $"<nitf><head><docdata {management}><doc-id id-string=\"n1\"/><date.issue norm=\"20240314T194107+0000\"/>{docdata}</docdata></head><body><body.head><hedline><hl1>Titre</hl1></hedline><byline>Camille Roux<byttl>AFP</byttl></byline></body.head><body.content><p>Corps.</p><media><media-caption>Image</media-caption></media></body.content></body></nitf>";

    [Fact]
    public void An_empty_embargo_is_ignored_with_a_warning_unless_the_source_says_it_holds()
    {
        var ignored = One(G2("<embargoed/>"));
        var held = One(G2("<embargoed/>"), new SourceSettings { EmptyEmbargoHolds = true });

        Assert.Equal((Statuses.Usable, null), (ignored.Status, ignored.HoldReason));
        Assert.True(ignored.Warns(WarningCodes.EmbargoEmpty));
        Assert.Equal(Statuses.Withheld, held.Status);
        Assert.NotNull(held.HoldReason);
    }

    [Fact]
    public void An_embargo_without_offset_ends_at_the_latest_instant_it_can_mean()
    {
        var record = One(G2("<embargoed>2024-03-16T18:00:00</embargoed>"));

        Assert.Equal(new DateTimeOffset(2024, 3, 17, 6, 0, 0, TimeSpan.Zero), record.Item.EmbargoedUntil);
        Assert.True(record.Warns(WarningCodes.EmbargoZoneAssumed));
    }

    [Theory]
    [InlineData("stat:canceled")]
    [InlineData("st:cancelled")]
    [InlineData("Canceled")]
    public void A_canceled_item_is_a_kill_whatever_the_alias_and_without_text(string qcode)
    {
        var record = One($"<newsItem guid=\"urn:x:1\" version=\"2\"><itemMeta><pubStatus qcode=\"{qcode}\"/></itemMeta></newsItem>");

        Assert.Equal((Statuses.Canceled, Signals.Kill), (record.Status, record.Signal));
    }

    [Fact]
    public void Of_several_headlines_the_main_one_of_lowest_rank_counts()
    {
        var record = One(G2("", "<headline rank=\"3\">Kicker</headline><headline role=\"hld:sub\" rank=\"1\">Sub</headline><headline rank=\"2\">Second</headline>").Replace("<headline>Titre</headline>", "", StringComparison.Ordinal));

        Assert.Equal("Second", record.Headline());
        Assert.Contains(record.Item.Headlines!, h => h is { Role: "sub", Value: "Sub" });
    }

    [Fact]
    public void An_unknown_status_is_held_for_an_editor()
    {
        var record = One(G2("<pubStatus qcode=\"stat:embroiled\"/>"));

        Assert.Equal(Statuses.Withheld, record.Status);
        Assert.NotNull(record.HoldReason);
    }

    [Fact]
    public void Identifiers_wrapped_in_line_ends_and_revisions_make_one_story()
    {
        Assert.Equal("urn:newsml:nova.example:20240315:e1", One(NewsMl("<Status FormalName=\"Usable\"/>")).Uri);
        Assert.Equal("urn:newsml:afp.com:20240315:abc", One(G2("", attributes: "guid=\"urn:newsml:afp.com:20240315:abc:4\"")).Uri);
        Assert.Equal("tag:reuters.com,2016:newsml_KBN14J0VE", One(G2("", attributes: "guid=\"tag:reuters.com,2016:newsml_KBN14J0VE:1132689232\"")).Uri);
    }

    [Fact]
    public void A_source_rule_splits_the_version_off_the_identifier()
    {
        var record = One(Rss(RssItem("<title>t</title>", "abc.v12")), new SourceSettings { VersionInId = "^(?<id>.+)[.]v(?<version>[0-9]+)$" });

        Assert.Equal("12", record.Version.Label);
        Assert.Equal("abc", Assert.Single(record.Item.AltIds!, a => a.Role == "guid").Value);
    }

    [Fact]
    public void A_patch_or_a_change_of_status_alone_never_blanks_the_text()
    {
        foreach (var update in (string[])["U", "A"])
        {
            var record = One(NewsMl("<Status FormalName=\"Usable\"/>", component: "", revision: $"<RevisionId PreviousRevision=\"1\" Update=\"{update}\">2</RevisionId>"));

            Assert.True(record.Warns(WarningCodes.PartialUpdate));
            Assert.Null(record.Item.Bodies);
        }
    }

    [Fact]
    public void Two_languages_in_one_item_are_two_records()
    {
        static string Component(string language, string text) =>
            $"<NewsComponent><NewsLines><HeadLine>{text}</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName=\"{language}\"/></DescriptiveMetadata><ContentItem><DataContent>{text}</DataContent></ContentItem></NewsComponent>";
        var reading = Of(NewsMl("", component: $"<NewsComponent>{Component("fr", "Bonjour")}{Component("nl", "Goedendag")}</NewsComponent>"));

        Assert.Equal(["fr", "nl"], reading.Items.Select(i => i.Record!.Item.Language));
        Assert.Equal(2, reading.Items.Select(i => i.Record!.Uri).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Nitf_release_is_an_embargo_only_when_it_lies_ahead()
    {
        Assert.Null(One(Nitf("<date.release norm=\"20240314T194107+0000\"/>")).Item.EmbargoedUntil);
        Assert.NotNull(One(Nitf("<date.release norm=\"20300314T194107+0000\"/>")).Item.EmbargoedUntil);
    }

    [Fact]
    public void Nitf_kills_another_document_by_its_reference()
    {
        var reading = Of(Nitf("", "management-doc-idref=\"old1\" management-idref-status=\"canceled\""));

        Assert.Equal([Statuses.Usable, Statuses.Canceled], reading.Items.Select(i => i.Record!.Status));
        Assert.Contains(reading.Items[1].Record!.Item.AltIds!, a => a is { Role: "guid", Value: "old1" });
    }

    [Fact]
    public void Nitf_captions_are_no_text_and_titles_are_no_byline()
    {
        var record = One(Nitf(""));

        Assert.Equal("Corps.", record.Text());
        Assert.Equal("Camille Roux", record.Item.By);
    }

    [Fact]
    public void Atom_bases_nest_and_types_decide_how_often_to_unescape()
    {
        var record = One("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://e.example/a/\"><entry xml:base=\"b/\"><id>e1</id><title type=\"html\">AT&amp;amp;T</title><link href=\"c.html\"/>"
            + "<content type=\"xhtml\" xml:base=\"x/\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p><a href=\"d.html\">d</a></p></div></content></entry></feed>");

        Assert.Equal("AT&T", record.Headline());
        Assert.Equal("http://e.example/a/b/c.html", Assert.Single(record.Item.Renditions!).Href);
        Assert.Contains("http://e.example/a/b/x/d.html", record.Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rss_titles_keep_angle_brackets_that_are_text() =>
        Assert.Equal("AT&T-style mergers <unlikely> this year", One(Rss(RssItem("<title>AT&amp;T-style mergers &lt;unlikely&gt; &lt;b&gt;this&lt;/b&gt; year</title>"))).Headline());

    [Fact]
    public void Rss_modules_do_not_stand_in_for_the_item()
    {
        var record = One(Rss(RssItem("<media:title xmlns:media=\"http://search.yahoo.com/mrss/\">Photo</media:title><title>Title</title><author>a@b.example (Camille Roux)</author>")));

        Assert.Equal("Title", record.Headline());
        Assert.Equal("Camille Roux", record.Item.By);
    }

    [Fact]
    public void Json_ids_keep_their_digits() =>
        Assert.Contains(One("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":12345678901234567890,\"content_text\":\"x\"}]}").Item.AltIds!, a => a.Value == "12345678901234567890");

    [Fact]
    public void Media_topics_and_subject_codes_stay_two_vocabularies()
    {
        var topic = One(G2("", "<subject qcode=\"medtop:20000400\"><name>écoles</name></subject><subject qcode=\"subj:05000000\"/>"));

        Assert.Equal(["http://cv.iptc.org/newscodes/mediatopic/20000400", "http://cv.iptc.org/newscodes/subjectcode/05000000"], topic.Item.Subjects!.Select(s => s.Uri));
    }

    [Fact]
    public void A_country_is_no_language()
    {
        var record = One(Rss(RssItem("<title>t</title>"), "<language>GB</language>"));

        Assert.Equal("GB", record.Language!.Declared);
        Assert.Null(record.Item.Language);
    }

    [Fact]
    public void Feeds_of_one_family_share_identity_and_others_do_not()
    {
        var item = Rss(RssItem("<title>t</title>", "12345"));

        Assert.Equal(One(item, new SourceSettings { Family = "nova" }).Uri, One(item, new SourceSettings { Family = "nova" }).Uri);
        Assert.NotEqual(One(item, new SourceSettings { Family = "nova" }).Uri, One(item).Uri);
    }

    [Fact]
    public void Html_that_was_escaped_twice_is_still_html()
    {
        var record = One(Rss(RssItem("<title>t</title><description>&amp;lt;p&amp;gt;Un&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Deux&amp;lt;/p&amp;gt;</description>")));

        Assert.Equal("Un\n\nDeux", record.Text());
        Assert.True(record.Warns(WarningCodes.MarkupRepaired));
    }

    [Fact]
    public void A_picture_without_headline_is_known_by_its_title_or_caption()
    {
        var titled = One("<newsItem guid=\"urn:x:p1\" version=\"1\"><itemMeta><itemClass qcode=\"ninat:picture\"/><title>Vote</title></itemMeta><contentMeta><description role=\"drol:caption\">La salle</description></contentMeta></newsItem>");
        var captioned = One("{\"uri\":\"urn:x:p2\",\"type\":\"picture\",\"versionCreated\":\"2024-03-14T20:41:07Z\",\"descriptions\":[{\"role\":\"caption\",\"value\":\"La salle\"}]}");

        Assert.Equal(("Vote", "La salle", "picture"), (titled.Headline(), titled.Description("summary"), titled.Item.Type));
        Assert.Equal("La salle", captioned.Description("summary"));
    }

    [Fact]
    public void The_language_of_the_metadata_is_not_that_of_the_text()
    {
        var record = One("<newsItem guid=\"urn:x:1\" version=\"1\" xml:lang=\"en\"><contentMeta><headline>Titre</headline></contentMeta><contentSet><inlineXML><p>Corps.</p></inlineXML></contentSet></newsItem>");

        Assert.Null(record.Language);
    }

    [Theory]
    [InlineData("{\"uri\":\"urn:x:1\",\"headline\":\"a\\ud800b\",\"body_text\":\"c\"}", "ab")]
    [InlineData("{\"uri\":\"urn:x:1\",\"headline\":\"ab\",\"\\udc00\":1,\"body_text\":\"c\"}", "ab")]
    [InlineData("{\"uri\":\"urn:x:1\",\"headline\":\"a\\ud83d\\ude00b\",\"body_text\":\"c\"}", "a😀b")]
    [InlineData("{\"uri\":\"urn:x:1\",\"headline\":\"a\\\\ud800b\",\"body_text\":\"c\"}", "a\\ud800b")]
    public void Half_characters_in_json_are_taken_out_and_whole_ones_kept(string json, string headline) => Assert.Equal(headline, One(json).Headline());

    [Fact]
    public void A_control_character_in_a_subject_costs_the_character_and_not_the_item()
    {
        var record = One("{\"uri\":\"urn:x:1\",\"headline\":\"a\",\"body_text\":\"c\",\"subject\":[{\"name\":\"\\u0000\",\"code\":\"x\"},{\"name\":\"sp\\u0000ort\"}]}");

        Assert.Equal("sport", Assert.Single(record.Item.Subjects!).Name);
    }

    private static string TextOf(NewsRecord record) => Assert.Single(record.Item.Bodies!, b => b.ContentType == "text/plain").Value;

    [Fact]
    public void The_header_of_a_page_inside_a_news_item_is_no_text_and_its_notes_keep_their_lines()
    {
        var document = G2("<edNote><section><h4>Notes</h4><p>Photos suivront.</p></section></edNote>").Replace("</newsItem>", "<contentSet><inlineXML><html><body><header><ul><li>Ponts</li></ul><h1>Titre</h1></header><section><p>Corps.</p></section></body></html></inlineXML></contentSet></newsItem>", StringComparison.Ordinal);

        var record = One(document);

        Assert.Equal("Corps.", TextOf(record));
        Assert.Equal("Notes\n\nPhotos suivront.", record.Item.EdNote);
    }

    private static string Part(string role, string text) =>
        $"<NewsComponent Duid=\"0\"><Role FormalName=\"{role}\"/><ContentItem><DataContent>{text}</DataContent></ContentItem></NewsComponent>";

    [Fact]
    public void A_text_cut_into_title_lead_and_body_is_lead_and_body()
    {
        var record = One(NewsMl("", component: $"<NewsComponent xml:lang=\"nl\"><NewsLines><HeadLine>De brug is open</HeadLine></NewsLines>{Part("Title", "De brug is open")}{Part("Lead", "De brug ging open.")}{Part("Body", "Het was druk.")}</NewsComponent>"));

        Assert.Equal("De brug ging open.\n\nHet was druk.", TextOf(record));
        Assert.Contains(record.Item.Descriptions!, d => d is { Role: "summary", Value: "De brug ging open." });
    }

    [Fact]
    public void A_body_that_repeats_its_lead_is_kept_as_it_is()
    {
        var record = One(NewsMl("", component: $"<NewsComponent>{Part("Title", "De brug is open")}{Part("Lead", "De brug ging open.")}{Part("Body", "De brug ging open. Het was druk.")}</NewsComponent>"));

        Assert.Equal("De brug ging open. Het was druk.", TextOf(record));
    }

    [Theory]
    [InlineData("<ProviderId>nova.example</ProviderId><DateId>20240315T101500</DateId><NewsItemId>77</NewsItemId>", "urn:newsml:nova.example:20240315:77")]
    [InlineData("<ProviderId>nova.example</ProviderId><DateId>20240315</DateId><NewsItemId>0</NewsItemId><PublicIdentifier>urn:newsml:nova.example</PublicIdentifier>", "urn:newswire:text:")]
    [InlineData("<ProviderId>nova.example</ProviderId>", "urn:newswire:text:")]
    public void An_identifier_is_that_of_one_story_and_of_all_its_revisions(string identifier, string uri)
    {
        var record = One($"<NewsML><NewsItem><Identification><NewsIdentifier>{identifier}</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Titre</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>");

        Assert.StartsWith(uri, record.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_in_figures_is_no_note_to_editors()
    {
        var document = NewsMl("").Replace("<NewsItem>", "<NewsItem><Comment FormalName=\"NewsMLVersion\">1.0.1</Comment>", StringComparison.Ordinal);

        Assert.Null(One(document).Item.EdNote);
    }

    [Fact]
    public void A_dateline_that_holds_a_date_in_figures_only_leaves_the_place_to_the_text()
    {
        var record = One("<nitf><head><docdata><doc-id id-string=\"n1\"/></docdata></head><body><body.head><hedline><hl1>Titre</hl1></hedline><byline>By<person>Camille Roux</person></byline><dateline><story.date norm=\"20240314T194107+0000\">20240314T194107+0000</story.date></dateline></body.head><body.content><p>Madrid, 14 mar (EFE).- Abre el puente.</p></body.content></body></nitf>");

        Assert.Equal(("Madrid", "By Camille Roux"), (record.Item.Located, record.Item.By));
    }

    [Fact]
    public void A_parameter_entity_for_a_dtd_beside_the_document_costs_nothing()
    {
        var document = "<!DOCTYPE NewsML PUBLIC \"urn:x:dtd\" \"../dtd/news.dtd\" [<!ENTITY % text SYSTEM \"../dtd/text-3-0.dtd\"> %text;]>" + NewsMl("");

        Assert.Equal("Titre", One(document).Headline());
    }
}

using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Texts, codes and identifiers as agencies write them: shapes of real files, content invented.</summary>
public sealed class When_agencies_write_newsml_g2_and_nitf
{
    private static string G2(string body, string meta = "", string content = "<headline>Titre</headline>", string version = "1") =>
        $"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\" version=\"{version}\"><itemMeta><versionCreated>2024-03-14T20:41:07+01:00</versionCreated>{meta}</itemMeta><contentMeta>{content}</contentMeta><contentSet>{body}</contentSet></newsItem>";

    private static string Page(string body) => G2($"<inlineXML contenttype=\"xhtml/xml\"><html><body>{body}</body></html></inlineXML>");

    private static string Nitf(string docdata = "<doc-id id-string=\"n1\"/>", string head = "", string bodyHead = "", string content = "<p>Corps.</p>", string end = "") =>
        $"<nitf><head><docdata>{docdata}<date.issue norm=\"20240314T194107+0000\"/></docdata>{head}</head><body><body.head><hedline><hl1>Titre</hl1></hedline>{bodyHead}</body.head><body.content>{content}</body.content>{end}</body></nitf>";

    [Fact]
    public void Marks_of_a_provider_are_never_printed()
    {
        var record = One(Page("<p>Yhtiö <Company>Nova</Company> avaa sillan.</p><Box><Fact>Yksi</Fact><Fact>Kaksi</Fact></Box><p><Person>A</Person> <Person>B</Person></p>"));

        Assert.Equal("Yhtiö Nova avaa sillan.\n\nYksi\n\nKaksi\n\nA B", record.Text());
    }

    [Fact]
    public void Subheads_pictures_and_writers_of_swedish_texts_are_where_they_belong()
    {
        var record = One(G2("<inlineXML><BODY xmlns=\"\"><TEXT><RUBRIK>Bron är öppen</RUBRIK><DAT><ORT>EU</ORT><SOURCE>TT</SOURCE></DAT><INGRESS><P>Bron öppnade.</P></INGRESS><BRODTEXT><CITAT>Äntligen, säger hon.</CITAT>"
            + "<MELLIS>Lång väntan</MELLIS><P>Så var det.</P></BRODTEXT><BYLINE EPOST=\"a@nova.example\">Anna Berg/TT</BYLINE><BILD><BILDFIL>http://nova.example/1</BILDFIL><BILDTEXT><P>Bild.</P></BILDTEXT></BILD></TEXT>"
            + "<TEXT><RUBRIK>Fakta</RUBRIK><BRODTEXT><P>Bron är lång.</P></BRODTEXT></TEXT></BODY></inlineXML>"));

        Assert.Equal("Bron öppnade.\n\nÄntligen, säger hon.\n\nLång väntan\n\nSå var det.\n\nFakta\n\nBron är lång.", record.Text());
        Assert.Equal("Anna Berg/TT", record.Item.By);
    }

    [Fact]
    public void A_table_set_with_blanks_keeps_its_rows() =>
        Assert.Equal("Results on Monday\nNova City           2 Orbe United         0\nRiverside           5 Hilltown            1\n1  Riverside        19 13", One(Page("<p>Results on Monday \nNova City           2 Orbe United         0  \nRiverside           5 Hilltown            1  \n1  Riverside        19 13\n</p>")).Text());

    [Fact]
    public void Indented_lines_in_one_paragraph_are_paragraphs_and_wrapped_ones_are_not()
    {
        const string Copy = "\n            (ANSA) - Roma, 11 ott - Il ponte\nè aperto.\n   Una folla\nera presente.\n";

        Assert.Equal("(ANSA) - Roma, 11 ott - Il ponte è aperto.\n\nUna folla era presente.", One(Page($"<p>{Copy}</p>")).Text());
        Assert.Equal("(ANSA) - Roma, 11 ott - Il ponte è aperto.\n\nUna folla era presente.", One(G2($"<inlineData contenttype=\"text/plain\"><![CDATA[<p>{Copy}</p>]]></inlineData>")).Text());
        Assert.Equal("Il ponte è aperto. Una folla.", One(Page("<p>Il ponte\n      è aperto.\n      Una folla.\n    </p>")).Text());
    }

    [Fact]
    public void Html_in_a_cdata_section_inside_a_body_is_html()
    {
        Assert.Equal("Un\ndeux", One(Nitf(content: "<![CDATA[Un<BR>deux]]>")).Text());
        Assert.Equal("Un\ndeux", One(Page("<![CDATA[Un<BR>deux]]>")).Text());
    }

    [Theory]
    [InlineData("tt_sig:replace", Signals.Update)]
    [InlineData("edStat:U", Signals.Update)]
    [InlineData("edStat:C", Signals.Correction)]
    [InlineData("edStat:N", Signals.None)]
    [InlineData("sig:kill", Signals.Kill)]
    public void Signals_of_agencies_are_known(string code, string signal)
    {
        var record = One(G2("", $"<pubStatus qcode=\"stat:usable\"/><signal qcode=\"pmt:text\"/><signal qcode=\"{code}\"/>"));

        Assert.Equal((signal, signal == Signals.Kill ? Statuses.Canceled : Statuses.Usable), (record.Signal, record.Status));
    }

    [Theory]
    [InlineData("1345039779", Signals.None)]
    [InlineData("6", Signals.Update)]
    public void A_version_that_is_no_count_says_nothing_of_updates(string version, string signal) => Assert.Equal(signal, One(G2("", version: version)).Signal);

    [Fact]
    public void Slug_and_headline_in_the_place_of_a_caption_are_no_summary_and_a_moment_is_no_dateline()
    {
        var record = One(G2("<remoteContent renditionuri=\"http://cv.iptc.org/newscodes/rendition/highRes\" href=\"http://nova.example/a.jpg\"/>", content:
            "<altId type=\"idType:USN\">L2N1</altId><subject qcode=\"subj:02000000\"/><slugline>BRIDGE/</slugline><headline>Bridge opens</headline><description role=\"descRole:caption\">BRIDGE/:Bridge opens</description><dateline>2018-01-03 20:13:08\n GMT+00:00</dateline>"));

        Assert.Null(record.Description("summary"));
        Assert.Null(record.Description("dateline"));
        Assert.Equal("highRes", Assert.Single(record.Item.Renditions!).Name);
        Assert.Equal("USN", Assert.Single(record.Item.AltIds!).Role);
        Assert.Equal(("subj:02000000", "http://cv.iptc.org/newscodes/subjectcode/02000000"), Assert.Single(record.Item.Subjects!) is var subject ? (subject.Name, subject.Uri) : default);
    }

    [Fact]
    public void A_dateline_below_a_note_and_the_name_of_the_writer_is_found()
    {
        var record = One(Page("<p>(Adds quote, details)</p><p>By Camille Roux</p><p>NEW YORK, Jan 21 (Reuters) - The bridge is open.</p>"));

        Assert.Equal(("NEW YORK", "By Camille Roux"), (record.Item.Located, record.Item.By));
        Assert.Null(One(Page("<p>The bridge is open.</p><p>NEW YORK, Jan 21 (Reuters) - Another story.</p>")).Item.Located);
    }

    [Fact]
    public void Documents_numbered_under_one_key_are_versions_of_one_story()
    {
        static string Version(int number) => Nitf($"<doc-id id-string=\"story-d9cde75b-256e_{number}\"/><du-key key=\"story-d9cde75b-256e\" version=\"{number + 1}\"/>");

        Assert.Equal(One(Version(1)).Uri, One(Version(47)).Uri);
        Assert.NotEqual(One(Nitf("<doc-id id-string=\"Brexit-1\"/><du-key key=\"Brexit\"/>")).Uri, One(Nitf("<doc-id id-string=\"Brexit-2\"/><du-key key=\"Brexit\"/>")).Uri);
    }

    [Fact]
    public void Notes_to_editors_stay_out_of_the_text()
    {
        var record = One(Nitf("<doc-id id-string=\"n1\"/><ed-msg info=\"Utvidet og oppdatert.\"/>", "<revision-history comment=\"ADDS statement\"/><urgency ed-urg=\"2\"/>", end: "<body.end><tagline>Utvidet og oppdatert.</tagline><tagline>Anna Berg contributed.</tagline></body.end>"));

        Assert.Equal("Corps.\n\nAnna Berg contributed.", record.Text());
        Assert.Equal(("Utvidet og oppdatert.\nADDS statement", 2), (record.Item.EdNote, record.Item.Urgency));
    }

    [Fact]
    public void A_dateline_of_elements_reads_the_same_however_it_is_indented()
    {
        const string Dateline = "<dateline><location><city>Ottawa</city><state>Ontario</state></location></dateline>";

        foreach (var written in (string[])[Dateline, Dateline.Replace("><", ">\n  <", StringComparison.Ordinal)])
            Assert.Equal("Ottawa, Ontario", One(Nitf(bodyHead: written)).Description("dateline"));
    }

    [Fact]
    public void A_correction_that_is_also_an_update_is_a_correction() =>
        Assert.Equal(Signals.Correction, One(G2("", content: "<headline>CORRECTION ET MISE À JOUR - Le pont ouvert</headline>")).Signal);

    [Fact]
    public void Results_for_machines_are_no_text() =>
        Assert.Null(One(G2("<inlineXML><sports-content><sports-event><team><name>Nova City</name></team></sports-event></sports-content></inlineXML>")).Text());
}

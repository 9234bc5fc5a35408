using Newswire.Contracts;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>The well-known archives of agency copy, in XML and in SGML: their shapes, content invented.</summary>
public sealed class When_archives_of_agencies_are_imported
{
    private const string Rcv1 = "<?xml version=\"1.0\" encoding=\"iso-8859-1\" ?>\n<newsitem itemid=\"2286\" id=\"root\" date=\"1996-08-20\" xml:lang=\"en\">\n<title>BELGIUM: Bridge opens in Alton.</title>\n<headline>Bridge opens in Alton.</headline>\n"
        + "<byline>Anna Veld</byline>\n<dateline>ALTON 1996-08-20</dateline>\n<text>\n<p>A bridge opened &amp; closed.</p>\n<p>Many came.</p>\n</text>\n<copyright>(c) Nova Limited 1996</copyright>\n<metadata>\n<codes class=\"bip:topics:1.0\">\n"
        + "  <code code=\"M11\">\n    <editdetail attribution=\"Nova\" action=\"confirmed\" date=\"1996-08-20\"/>\n  </code>\n</codes>\n<dc element=\"dc.source\" value=\"Nova\"/>\n<dc element=\"dc.creator.location\" value=\"ALTON\"/>\n</metadata>\n</newsitem>\n";

    private const string Trec = "<DOC>\n<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n<FIRST>u i AM-Alton-Bridge     02-12 0250</FIRST>\n<SECOND>AM-Alton-Bridge,0252</SECOND>\n<HEAD>Bridge Opens In Alton</HEAD>\n"
        + "<HEAD>Eds: Also in Monday AMs report.</HEAD>\n<BYLINE>By ANNA VELD</BYLINE>\n<BYLINE>Nova Writer</BYLINE>\n<DATELINE>ALTON, Belgium (AP) </DATELINE>\n<TEXT>\n   A ``bridge'' opened & closed in Alton on Friday, the mayor of\nthe town said.\n"
        + "   It is the second.\n</TEXT>\n</DOC>\n<DOC>\n<DOCNO> AP880213-0002 </DOCNO>\n<1ST_LINE>r w AM-X     02-12 0155</1ST_LINE>\n<TEXT>\n   A bridge closed.\n   Nobody came.\n</TEXT>\n</DOC>\n";

    private const string Reuters = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"5544\" NEWID=\"1\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS><D>cocoa</D></TOPICS>\n<PLACES><D>belgium</D></PLACES>\n<UNKNOWN> \n&#5;&#5;&#5;C T\n"
        + "&#22;&#22;&#1;f0704&#31;nova\nu f BC-BRIDGE   02-26 0105</UNKNOWN>\n<TEXT>&#2;\n<TITLE>BRIDGE OPENS IN &lt;ALTON></TITLE>\n<DATELINE>    ALTON, Feb 26 - </DATELINE><BODY>Showers continued throughout the week in\nthe town, alleviating the drought since early\nJanuary.\n"
        + "    The dry period means the town &lt;AB.N> will be late this year.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n<REUTERS TOPICS=\"NO\" OLDID=\"5545\" NEWID=\"2\">\n<DATE>26-FEB-1987 15:02:20.00</DATE>\n<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>ALTON TO RAISE 40 MLN</TITLE>\n&#3;\n</TEXT>\n</REUTERS>\n"
        + "<REUTERS TOPICS=\"NO\" OLDID=\"5546\" NEWID=\"3\">\n<DATE>26-FEB-1987 15:03:27.51</DATE>\n<TEXT TYPE=\"UNPROC\">&#2;\n The mayor said all was well in the town.\n He left.\n&#3;</TEXT>\n</REUTERS>\n";

    private static NewsRecord[] All(string document) => [.. Of(document).Items.Select(item => item.Record!)];

    [Fact]
    public void Rcv1_is_read_whole()
    {
        var record = One(Rcv1);

        Assert.Equal(("rcv1", "Bridge opens in Alton.", "A bridge opened & closed.\n\nMany came."), (record.Reader.Format, record.Headline(), record.Text()));
        Assert.Equal(("Anna Veld", "ALTON", "1996-08-20", "en"), (record.Item.By, record.Item.Located, record.Dates?.Content?.Value, record.Item.Language));
        Assert.Equal(new DateTimeOffset(1996, 8, 20, 0, 0, 0, TimeSpan.Zero), record.Item.VersionCreated);
        Assert.Equal(("Nova", "(c) Nova Limited 1996", "M11"), (Assert.Single(record.Credit!).Name, record.Item.CopyrightNotice, Assert.Single(record.Item.Subjects!).Name));
        Assert.Contains(record.Item.AltIds!, id => id is { Role: "guid", Value: "rcv1-2286" });
    }

    [Fact]
    public void Copy_of_trec_has_its_heads_notes_and_the_time_it_was_sent()
    {
        var records = All(Trec);

        Assert.Equal(2, records.Length);
        Assert.Equal(("Bridge Opens In Alton", "Also in Monday AMs report.", "By ANNA VELD", "ALTON"), (records[0].Headline(), records[0].Item.EdNote, records[0].Item.By, records[0].Item.Located));
        Assert.Equal("A \"bridge\" opened & closed in Alton on Friday, the mayor of the town said.\n\nIt is the second.", records[0].Text());
        Assert.Equal(new DateTimeOffset(1988, 2, 13, 4, 44, 0, TimeSpan.Zero), records[0].Item.VersionCreated!.Value.ToUniversalTime());
        Assert.Equal(("AP", "ALTON, Belgium (AP)"), (Assert.Single(records[0].Credit!).Name, records[0].Description("dateline")));
        Assert.False(records[0].Warns(WarningCodes.MarkupRepaired));
    }

    [Fact]
    public void A_text_without_head_and_time_has_the_day_of_its_number_and_no_headline()
    {
        var record = All(Trec)[1];

        Assert.Equal((null, "A bridge closed.\n\nNobody came."), (record.Headline(), record.Text()));
        Assert.Equal(new DateTimeOffset(1988, 2, 13, 0, 0, 0, TimeSpan.Zero), record.Item.VersionCreated);
        Assert.Equal("AP", Assert.Single(record.Credit!).Name);
    }

    [Fact]
    public void Copy_of_gigaword_is_in_paragraphs()
    {
        var record = One("<DOC id=\"AFP_ENG_19940512.0003\" type=\"story\" >\n<HEADLINE>\nBridge opens\n in Alton\n</HEADLINE>\n<DATELINE>\nALTON, May 12 (AFP)\n</DATELINE>\n<TEXT>\n<P>\nThe bridge\nopened.\n</P>\n<P>\nMany came.\n</P>\n</TEXT>\n</DOC>\n");

        Assert.Equal(("Bridge opens in Alton", "The bridge opened.\n\nMany came.", "ALTON", "AFP"), (record.Headline(), record.Text(), record.Item.Located, Assert.Single(record.Credit!).Name));
        Assert.Equal(("1994-05-12", new DateTimeOffset(1994, 5, 12, 0, 0, 0, TimeSpan.Zero)), (record.Dates?.Content?.Value, record.Item.VersionCreated));
    }

    [Fact]
    public void Reuters_of_1987_is_read_whole_brief_or_unprocessed()
    {
        var records = All(Reuters);

        Assert.Equal(["BRIDGE OPENS IN <ALTON>", "ALTON TO RAISE 40 MLN", null], records.Select(record => record.Headline()));
        Assert.Equal("Showers continued throughout the week in the town, alleviating the drought since early January.\n\nThe dry period means the town <AB.N> will be late this year.", records[0].Text());
        Assert.Null(records[1].Text());
        Assert.Contains("The mayor said all was well in the town.", records[2].Text(), StringComparison.Ordinal);
        Assert.Equal(("ALTON", "1987-02-26"), (records[0].Item.Located, records[0].Dates?.Content?.Value));
        Assert.Equal(new DateTimeOffset(1987, 2, 26, 15, 1, 1, 790, TimeSpan.Zero), records[0].Item.VersionCreated);
        Assert.True(records[0].Warns(WarningCodes.ZoneAssumed));
        Assert.Equal(["cocoa", "belgium"], records[0].Item.Subjects!.Select(subject => subject.Name));
        Assert.Equal(["Reuter", "Reuters"], records[..2].Select(record => Assert.Single(record.Credit!).Name));
    }

    [Fact]
    public void A_cut_file_gives_its_whole_texts()
    {
        var items = All(Trec[..^30]);

        Assert.True(Assert.Single(items).Warns(WarningCodes.TruncatedFeed));
    }

    [Fact]
    public void A_date_of_1987_is_still_no_date_of_a_feed() =>
        Assert.True(One(Rss(RssItem("<title>a</title><description>b</description><pubDate>26 Feb 1987 15:01:01 GMT</pubDate>"))).Warns(WarningCodes.DateUnusable));
}

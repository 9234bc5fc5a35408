using Newswire.Contracts;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>ninjs as agencies and content APIs send it: shapes of real files, content invented.</summary>
public sealed class When_agencies_write_ninjs
{
    private static string Ninjs(string members) => $"{{\"uri\":\"https://nova.example/a\",\"versioncreated\":\"2024-03-14T20:41:07Z\",\"headline\":\"Bridge opens\",{members}}}";

    private const string Document = "<?xml version=\\\"1.0\\\"?><nitf><head><title>In the head</title></head><body><body.head><hedline><hl1>Bridge</hl1></hedline><byline>By X</byline></body.head>"
        + "<body.content><block><p>The <org value=\\\"x\\\">Nova</org> bridge &amp; road.</p></block><media media-type=\\\"image\\\"><media-caption>Picture</media-caption></media><hl2>Crowds</hl2><p>Many came.</p></body.content></body></nitf>";

    [Fact]
    public void A_text_in_nitf_is_its_paragraphs_without_the_head_and_the_captions()
    {
        Assert.Equal("The Nova bridge & road.\n\nCrowds\n\nMany came.", One(Ninjs($"\"bodies\":[{{\"role\":\"nitf\",\"contentType\":\"text/vnd.IPTC.NITF\",\"value\":\"{Document}\"}}]")).Text());
        Assert.Equal("The bridge.\n\nCrowds", One(Ninjs("\"body_nitf\":\"<block id=\\\"Main\\\"><p>The bridge.</p><hl2>Crowds</hl2></block>\"")).Text());
    }

    [Fact]
    public void Plain_text_and_html_go_before_nitf_and_the_markup_of_one_system()
    {
        var record = One(Ninjs($"\"bodies\":[{{\"contenttype\":\"text/vnd.IPTC.NITF\",\"value\":\"{Document}\"}},{{\"contenttype\":\"application/xml\",\"value\":\"<X>x</X>\"}},{{\"contenttype\":\"text/plain\",\"value\":\"The bridge.\"}}]"));

        Assert.Equal(("The bridge.", null), (record.Text(), record.Html()));
    }

    [Theory]
    [InlineData("{\"total\":1,\"item\":[ITEM]}")]
    [InlineData("{\"_items\":[ITEM],\"_meta\":{\"page\":1}}")]
    [InlineData("{\"api_version\":\"1.1\",\"data\":{\"meta\":{},\"item\":ITEM}}")]
    [InlineData("{\"data\":{\"items\":[{\"meta\":{},\"item\":ITEM}]}}")]
    public void Items_are_found_in_what_a_content_api_answers(string answer) =>
        Assert.Equal("Bridge opens", One(answer.Replace("ITEM", Ninjs("\"body_text\":\"The bridge.\""), StringComparison.Ordinal)).Headline());

    [Fact]
    public void An_address_with_the_request_in_it_is_one_story_by_its_own_identifier()
    {
        static string Item(string request) => Ninjs("\"altids\":{\"itemid\":\"5ee9b4b4\"},\"body_text\":\"x\"").Replace("nova.example/a", "nova.example/content/5ee9b4b4" + request, StringComparison.Ordinal);

        Assert.Equal(One(Item("?qt=A")).Uri, One(Item("?qt=B")).Uri);
        Assert.Contains(One("{\"altids\":{\"itemid\":\"5ee9b4b4\"},\"headline\":\"Bridge opens\",\"body_nitf\":\"<p>The bridge.</p>\"}").Item.AltIds!, id => id is { Role: "guid", Value: "5ee9b4b4" });
    }

    [Fact]
    public void What_an_agency_names_its_own_way_is_read()
    {
        var record = One(Ninjs("\"type\":\"advisory\",\"usageterms\":[\"Editorial use only.\",\"No sales.\"],\"provider\":\"Nova\",\"bylines\":[{\"by\":\"By CAMILLE ROUX\",\"title\":\"Nova Writer\"}],\"datelinelocation\":{\"city\":\"London\"},\"body_text\":\"x\""));

        Assert.Equal(("Editorial use only.\nNo sales.", "By CAMILLE ROUX", "London", Signals.Advisory), (record.Item.UsageTerms, record.Item.By, record.Item.Located, record.Signal));
        Assert.Equal("Nova", Assert.Single(record.Credit!).Name);
    }

    [Fact]
    public void Headline_and_body_in_lists_under_their_old_names_are_read()
    {
        var record = One("{\"uri\":\"https://nova.example/a\",\"versioncreated\":\"2024-03-14T20:41:07Z\",\"headline\":[{\"name\":\"main\",\"value\":\"Bridge opens\"}],\"body\":[{\"name\":\"xhtml\",\"value\":\"<p>The bridge.</p>\"}]}");

        Assert.Equal(("Bridge opens", "The bridge."), (record.Headline(), record.Text()));
    }

    [Theory]
    [InlineData("ninjs3", "\"standard\":{\"name\":\"ninjs\",\"version\":\"3.3\"},\"eventDetails\":{\"dates\":{\"expectedStartDate\":\"2027-05-01\"}},\"places\":[{\"name\":\"Alton Hall\"}]")]
    [InlineData("ninjs2", "\"eventdetails\":{\"dates\":{\"startdate\":\"2027-05-01\"}},\"places\":[{\"name\":\"Alton Hall\"}]")]
    public void An_event_of_any_version_is_a_record_of_its_type(string format, string members)
    {
        var record = One($"{{\"uri\":\"https://nova.example/e\",\"type\":\"event\",\"title\":\"Opening of the bridge\",{members}}}");

        Assert.Equal((format, "event", "Opening of the bridge", "Alton Hall"), (record.Reader.Format, record.Item.Type, record.Headline(), Assert.Single(record.Item.Places!).Name));
        Assert.True(record.Warns(WarningCodes.FieldUnreadable));
    }

    [Fact]
    public void Planned_coverage_is_read_the_same_way()
    {
        var record = One("{\"uri\":\"https://nova.example/p\",\"type\":\"planning\",\"title\":\"Bridge\",\"plannedCoverage\":[{\"uri\":\"urn:x:1\",\"title\":\"Report\"}]}");

        Assert.Equal(("planning", "Bridge"), (record.Item.Type, record.Headline()));
        Assert.True(record.Warns(WarningCodes.FieldUnreadable));
    }

    [Fact]
    public void A_schema_that_is_named_tells_ninjs() =>
        Assert.Equal("ninjs3", One("{\"standard\":{\"schema\":\"http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json\"},\"uri\":\"https://nova.example/p\",\"type\":\"picture\",\"title\":\"Bridge\"}").Reader.Format);

    [Fact]
    public void Only_sources_that_provide_the_text_are_its_credit()
    {
        var record = One("{\"uri\":\"https://nova.example/a\",\"pubStatus\":\"usable\",\"headlines\":[{\"value\":\"Bridge opens\"}],\"copyrightHolder\":\"Holder\",\"infoSources\":[{\"name\":\"Anna Veld\",\"role\":\"photographer\"},"
            + "{\"name\":\"Nova\",\"role\":\"Publisher\"},{\"name\":\"Orbe\",\"role\":\"http://cv.nova.example/role/provider\"},{\"name\":\"The mayor\",\"role\":\"quoted\"},{\"name\":\"TCA\"}]}");

        Assert.Equal(["Nova", "Orbe", "TCA"], record.Credit!.Select(credit => credit.Name));
    }

    [Fact]
    public void Sources_that_only_took_part_leave_the_credit_to_the_holder_of_the_rights() =>
        Assert.Equal("Nova", Assert.Single(One(Ninjs("\"infosource\":[{\"name\":\"Anna Veld\",\"role\":\"author\"}],\"copyrightholder\":\"Nova\",\"body_text\":\"x\"")).Credit!).Name);
}

using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Where agencies put things in NewsML 1: shapes of real files, content invented.</summary>
public sealed class When_agencies_write_newsml_1
{
    private static string NewsMl(string components, string management = "<Status FormalName=\"Usable\"/>", string identifier = "<DateId>20240315</DateId><NewsItemId>e1</NewsItemId><RevisionId>1</RevisionId>") =>
        $"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>nova.example</ProviderId>{identifier}</NewsIdentifier></Identification><NewsManagement><ThisRevisionCreated>20240315T090000+0000</ThisRevisionCreated>{management}</NewsManagement>{components}</NewsItem></NewsML>";

    private static string Part(string role, string content, string attributes = "") =>
        $"<NewsComponent><Role FormalName=\"{role}\"/><ContentItem {attributes}>{content}</ContentItem></NewsComponent>";

    private static string Xhtml(string text) => $"<DataContent><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>{text}</p></body></html></DataContent>";

    private static string Story(string lines, string metadata = "", string text = "Le pont est ouvert.") =>
        NewsMl($"<NewsComponent><NewsLines><HeadLine>Titre</HeadLine>{lines}</NewsLines><DescriptiveMetadata>{metadata}</DescriptiveMetadata><ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent>");

    private static string Place(string city, string how = "Origin") => $"<Location HowPresent=\"{how}\"><Property FormalName=\"City\" Value=\"{city}\"/></Location>";

    [Fact]
    public void The_text_of_a_release_is_its_body_and_not_the_abstract_style_sheet_or_caption_before_it()
    {
        var record = One(NewsMl("<NewsComponent><NewsLines><HeadLine>Nova opens a bridge</HeadLine></NewsLines>"
            + Part("Abstract", "<DataContent>In short.</DataContent>") + Part("StyleSheet", "<DataContent>.a { b: c }</DataContent>") + Part("HeadLine", Xhtml("Nova opens a bridge"))
            + Part("Logo", "<MimeType FormalName=\"image/jpeg\"/>", "Href=\"https://nova.example/logo.jpg\"") + Part("Contact", Xhtml("Call us.")) + Part("Caption", Xhtml("The bridge"))
            + Part("Body", Xhtml("The bridge is open.")) + "</NewsComponent>"));

        Assert.Equal(("The bridge is open.", "In short."), (record.Text(), record.Description("summary")));
        Assert.Equal(("Logo", "https://nova.example/logo.jpg", "image/jpeg"), Assert.Single(record.Item.Renditions!) is var logo ? (logo.Name, logo.Href, logo.ContentType) : default);
    }

    [Fact]
    public void A_picture_has_its_caption_for_a_text()
    {
        var record = One(NewsMl("<NewsComponent><NewsLines><HeadLine>Le pont</HeadLine></NewsLines>" + Part("Caption", "<DataContent>Le pont, vu de la rive</DataContent>") + Part("HighDef", "<MediaType FormalName=\"Photo\"/>", "Href=\"a.jpg\"") + "</NewsComponent>"));

        Assert.Equal("Le pont, vu de la rive", record.Text());
        Assert.Null(record.Item.Renditions);
    }

    [Theory]
    [InlineData("<Property FormalName=\"Version\" Value=\"Correction\"/>", Signals.Correction)]
    [InlineData("<Property FormalName=\"Version\" Value=\"Lead\"/>", Signals.Update)]
    [InlineData("<Property FormalName=\"Version\" Value=\"Original\"/>", Signals.None)]
    public void A_property_states_what_kind_of_version_it_is(string property, string signal) => Assert.Equal(signal, One(Story("", property)).Signal);

    [Fact]
    public void An_advisory_line_is_a_note_to_editors_and_says_that_it_corrects()
    {
        var record = One(Story("<NewsLine><NewsLineType FormalName=\"AdvisoryLine\"/><NewsLineText>CORRECTS para 4 to say Thursday, not Friday</NewsLineText></NewsLine><NewsLine><NewsLineType FormalName=\"Summary\"/><NewsLineText>In short.</NewsLineText></NewsLine>"));

        Assert.Equal(("CORRECTS para 4 to say Thursday, not Friday", "In short.", Signals.Correction), (record.Item.EdNote, record.Description("summary"), record.Signal));
    }

    [Fact]
    public void The_type_of_the_item_tells_an_alert_and_a_graver_word_still_counts()
    {
        Assert.Equal(Signals.Alert, One(NewsMl("<NewsComponent><NewsLines><HeadLine>Le pont ouvert</HeadLine></NewsLines></NewsComponent>", "<NewsItemType FormalName=\"Alert\"/>")).Signal);
        Assert.Equal(Signals.Correction, One(NewsMl("<NewsComponent><NewsLines><HeadLine>CORRECTION - Le pont ouvert</HeadLine></NewsLines></NewsComponent>", "<NewsItemType FormalName=\"Alert\"/>")).Signal);
    }

    [Fact]
    public void An_embargo_in_words_holds_an_item_that_is_marked_as_an_update()
    {
        var record = One(NewsMl("<NewsComponent><NewsLines><HeadLine>Le pont ouvert</HeadLine></NewsLines><ContentItem><DataContent><p>SOUS EMBARGO jusqu'au 16 mars 2024 à 18h00 GMT</p><p>Le pont.</p></DataContent></ContentItem></NewsComponent>", "<Instruction FormalName=\"Update\"/>"));

        Assert.Equal((Signals.Update, Statuses.Withheld), (record.Signal, record.Status));
        Assert.NotNull(record.HoldReason);
    }

    [Fact]
    public void A_note_of_a_component_tells_until_when_an_embargoed_item_waits()
    {
        var record = One(NewsMl("<NewsComponent><NewsLines><HeadLine>Festival launched</HeadLine></NewsLines><NewsComponent><Comment> Embargoed until 18:00 GMT, March 16, 2024 </Comment><ContentItem><DataContent>The festival.</DataContent></ContentItem></NewsComponent></NewsComponent>", "<Status FormalName=\"Embargoed\"/>"));

        Assert.Equal((Statuses.Withheld, new DateTimeOffset(2024, 3, 16, 18, 0, 0, TimeSpan.Zero)), (record.Status, record.Item.EmbargoedUntil));
        Assert.Contains("Embargoed until", record.Item.EdNote, StringComparison.Ordinal);
    }

    [Fact]
    public void An_embargo_without_an_end_says_why_the_item_is_held() =>
        Assert.NotNull(One(NewsMl("<NewsComponent><NewsLines><HeadLine>Festival launched</HeadLine></NewsLines></NewsComponent>", "<Status FormalName=\"Embargoed\"/>")).HoldReason);

    [Theory]
    [InlineData("<DateLine>BEIJING, July 23 (Nova) -</DateLine>", "Paris", "Origin", "BEIJING")]
    [InlineData("<DateLine>Paris, France, Jan 9, 2026 (AFP) -</DateLine>", "Paris", "Origin", "Paris")]
    [InlineData("<DateLine>BEIJING, July 23 (Nova) -</DateLine>", "Beijing", "Origin", "Beijing")]
    [InlineData("", "Paris", "Origin", "Paris")]
    [InlineData("", "Paris", "Event", null)]
    public void The_printed_dateline_names_the_place_and_the_metadata_spell_it(string lines, string city, string how, string? located) =>
        Assert.Equal(located, One(Story(lines, Place(city, how))).Item.Located);

    [Theory]
    [InlineData("4/4/2018")]
    [InlineData("3.6.2024 10:00:01 EEST")]
    public void A_date_in_figures_is_no_dateline(string printed)
    {
        var record = One(Story($"<DateLine>{printed}</DateLine>", text: "Madrid, 14 mar (EFE).- Abre el puente."));

        Assert.Equal(("Madrid", "Madrid, 14 mar (EFE)"), (record.Item.Located, record.Description("dateline")));
    }

    [Theory]
    [InlineData("<DateId>20181210</DateId><NewsItemId>NOVA-041-v2</NewsItemId><RevisionId>2</RevisionId>", "urn:newsml:nova.example:20181210:NOVA-041")]
    [InlineData("<DateId>20181210</DateId><NewsItemId>NOVA-v3</NewsItemId><RevisionId>2</RevisionId>", "urn:newsml:nova.example:20181210:NOVA-v3")]
    [InlineData("<DateId>2024-04-17 13:00:00</DateId><NewsItemId>N1</NewsItemId>", "urn:newsml:nova.example:2024-04-17:N1")]
    public void A_revision_in_the_number_is_not_of_the_identity(string identifier, string uri) =>
        Assert.Equal(uri, One(NewsMl("<NewsComponent><NewsLines><HeadLine>Titre</HeadLine></NewsLines></NewsComponent>", identifier: identifier)).Uri);

    [Fact]
    public void A_provider_without_a_name_leaves_the_credit_to_the_source()
    {
        var record = One(NewsMl("<NewsComponent><NewsLines><HeadLine>Titre</HeadLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName=\"\"/></Provider><Source><Party FormalName=\"NOVA\"/></Source><Property FormalName=\"EditorialInfo\" Value=\"Bel de redactie\"/></AdministrativeMetadata></NewsComponent>"));

        Assert.Equal(("NOVA", "Bel de redactie"), (Assert.Single(record.Credit!).Name, record.Item.EdNote));
    }

    [Fact]
    public void Lines_of_a_text_with_words_in_bold_are_paragraphs() =>
        Assert.Equal("Le pont est ouvert.\n\nUne foule était là.", One(NewsMl("<NewsComponent><NewsLines><HeadLine>Titre</HeadLine></NewsLines>" + Part("Body", "<DataContent>Le &lt;b&gt;pont&lt;/b&gt; est ouvert.\n\tUne foule était là.</DataContent>") + "</NewsComponent>")).Text());

    [Fact]
    public void Html_in_a_cdata_section_inside_a_body_is_html() =>
        Assert.Equal("Un\ndeux", One(NewsMl("<NewsComponent><NewsLines><HeadLine>Titre</HeadLine></NewsLines><ContentItem><DataContent><body><body.content><![CDATA[Un<BR>deux]]></body.content></body></DataContent></ContentItem></NewsComponent>")).Text());
}

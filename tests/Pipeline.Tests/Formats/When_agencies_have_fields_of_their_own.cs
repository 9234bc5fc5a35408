using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Status, embargo and text where single agencies and archives put them; the texts are invented.</summary>
public sealed class When_agencies_have_fields_of_their_own
{
    [Theory]
    [InlineData("dpaednoterole:correctionshort", "Richtig: Meier", Signals.Correction, Statuses.Usable)]
    [InlineData("dpaednoterole:embargo", "Bitte beachten Sie die Sperrfrist bis heute Abend.", Signals.None, Statuses.Withheld)]
    [InlineData("dpaednoterole:editorialnote", "Bild folgt. Sperrfrist 15. März 2024, 06.00 Uhr", Signals.None, Statuses.Withheld)]
    [InlineData("dpaednoterole:editorialnote", "Bild folgt", Signals.None, Statuses.Usable)]
    public void A_note_of_newsml_g2_may_say_by_its_role_what_no_field_says(string role, string note, string signal, string status)
    {
        var record = One($"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:x.example:20240314:1\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2024-03-14T16:41:43Z</versionCreated><edNote role=\"{role}\">{note}</edNote></itemMeta><contentMeta><headline>Nordstadt vor Comeback</headline></contentMeta></newsItem>");

        Assert.Equal((signal, status), (record.Signal, record.Status));
    }

    [Theory]
    [InlineData("<n:ManagementType>Change</n:ManagementType><n:PublishingStatus>Usable</n:PublishingStatus>", Signals.None, Statuses.Usable)]
    [InlineData("<n:ManagementType>Change</n:ManagementType><n:PublishingStatus>Canceled</n:PublishingStatus>", Signals.Kill, Statuses.Canceled)]
    [InlineData("<n:ManagementType>Cancel</n:ManagementType>", Signals.Kill, Statuses.Canceled)]
    [InlineData("<n:PublishingStatus>Withheld</n:PublishingStatus>", Signals.None, Statuses.Withheld)]
    [InlineData("<n:PublishingStatus>Embargoed</n:PublishingStatus>", Signals.None, Statuses.Withheld)]
    [InlineData("<n:PublishingStatus>Usable</n:PublishingStatus><n:PublishingSpecialInstructions>Eds: CORRECTS name.</n:PublishingSpecialInstructions>", Signals.Correction, Statuses.Usable)]
    public void An_atom_entry_of_ap_has_status_and_notes_in_a_module(string management, string signal, string status)
    {
        var record = One($"<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:n=\"http://ap.org/schemas/03/2005/apnm\"><entry><id>urn:publicid:x.example:8fc9</id><title>Footbridge falls</title><updated>2024-03-14T10:00:00Z</updated><n:NewsManagement>{management}</n:NewsManagement><content type=\"text\">Three were hurt.</content></entry></feed>");

        Assert.Equal((signal, status), (record.Signal, record.Status));
    }

    [Fact]
    public void The_release_of_an_embargoed_atom_entry_of_ap_is_its_embargo()
    {
        var record = One("<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:n=\"http://ap.org/schemas/03/2005/apnm\"><entry><id>urn:publicid:x.example:8fc9</id><title>Footbridge falls</title><updated>2024-03-14T10:00:00Z</updated>"
            + "<n:NewsManagement><n:ManagementSequenceNumber>3</n:ManagementSequenceNumber><n:PublishingStatus>Embargoed</n:PublishingStatus><n:PublishingReleaseDateTime>2024-03-15T04:01:00Z</n:PublishingReleaseDateTime></n:NewsManagement><content type=\"text\">Three were hurt.</content></entry></feed>");

        Assert.Equal(("3", new DateTimeOffset(2024, 3, 15, 4, 1, 0, TimeSpan.Zero)), (record.Item.Version, record.Item.EmbargoedUntil));
    }

    [Fact]
    public void An_archive_in_nitf_gives_the_lead_twice_and_the_text_once()
    {
        var record = One("<nitf><head><title>Harbour Plan Is Dropped</title><docdata><doc-id id-string=\"1815718\"/></docdata><pubdata date.publication=\"20070101T000000\"/></head><body><body.head><hedline><hl1>Harbour Plan Is Dropped</hl1></hedline>"
            + "<byline class=\"print_byline\">By JANE DOE</byline><byline class=\"normalized_byline\">Doe, Jane</byline></body.head><body.content><block class=\"lead_paragraph\"><p>The council dropped its plan.</p></block>"
            + "<block class=\"full_text\"><p>The council dropped its plan.</p><p>Nobody was surprised.</p></block><block class=\"correction_text\"><p>Correction: The cost was misstated.</p></block></body.content></body></nitf>");

        Assert.Equal("The council dropped its plan.\n\nNobody was surprised.", record.Text());
        Assert.Equal(("By JANE DOE", "Correction: The cost was misstated.", 2007), (record.Item.By, record.Item.EdNote, record.Item.VersionCreated!.Value.Year));
    }

    [Fact]
    public void A_note_in_nitf_needs_no_class_to_hold_a_text()
    {
        var record = One("<nitf><head><docdata><doc-id id-string=\"x-2\"/><date.issue norm=\"20240314T170500+0100\"/></docdata></head><body><body.head><hedline><hl1>Rat tagt</hl1></hedline><note><p>(Sperrfrist 15. März 2024, 06.00 Uhr)</p></note></body.head><body.content><p>Der Rat tagt.</p></body.content></body></nitf>");

        Assert.Equal(Statuses.Withheld, record.Status);
        Assert.Equal(new DateTimeOffset(2024, 3, 15, 18, 0, 0, TimeSpan.Zero), record.Item.EmbargoedUntil);
    }

    [Fact]
    public void A_release_that_replaces_another_is_a_correction()
        => Assert.Equal(Signals.Correction, One("CORRECTING and REPLACING Nordlys Announces Results\n\nHELSINKI--(BUSINESS WIRE)--Nordlys today announced results.\n").Signal);
}

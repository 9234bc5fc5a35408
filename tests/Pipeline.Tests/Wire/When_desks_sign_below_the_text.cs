using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>What desks print below a text, and datelines with nothing but full stops or a line of their own: shapes of real wires, content invented.</summary>
public sealed class When_desks_sign_below_the_text
{
    private const string Text = "The town closed the old bridge on Tuesday after cracks were found.\n\nEngineers will look at it this week.";

    private static NewsRecord Read(string below) => Reading.One("Old bridge closed\n\n" + Text + below + "\n");

    [Theory]
    [InlineData("\nhjk/", null, null)]
    [InlineData("\nhjk/ /ritzau/", "Ritzau", null)]
    [InlineData(" (PAP)\n\nautor: Jan Nowak\n\njno/ agz/", "PAP", "Jan Nowak")]
    [InlineData("\n\nAutorka: Anna Kowalska (PAP)\n\nak/ joz/", "PAP", "Anna Kowalska")]
    [InlineData("\n\nJan Nowak (PAP)\n\njno/ agz/", "PAP", "Jan Nowak")]
    [InlineData(" (AGI)Rm1/Abc", "AGI", null)]
    [InlineData(" (AGI)Rm1/Abc (Segue)", "AGI", null)]
    [InlineData(" (©NTB)", "NTB", null)]
    [InlineData("\n\nend\n\n12/03/26 14:05", null, null)]
    public void Initials_writers_and_marks_are_no_text(string below, string? credit, string? byline)
    {
        var record = Read(below);

        Assert.Equal((Text, credit, byline), (record.Text(), record.Credit?.Single().Name, record.Item.By));
    }

    [Theory]
    [InlineData("\n\nThe oldest engineer is Max Muster (30).")]
    [InlineData("\n\nThe bridge is called Nowak (Kowal).")]
    [InlineData("\n\nAuthor: unknown, says the plate at the bridge.")]
    [InlineData("\n\nEditors of the town's paper: \"It was time.\"")]
    public void Text_that_looks_like_them_stays(string below) => Assert.Equal(Text + below, Read(below).Text());

    [Theory]
    [InlineData("\n\nENDS\n\nNotes to editors:\n1. The bridge is of 1903.\n2. Contact: press@example.org", "Notes to editors:\n1. The bridge is of 1903.\n2. Contact: press@example.org")]
    [InlineData("\n\nEnds\nEditors: pictures are on the wire.", "Editors: pictures are on the wire.")]
    [InlineData("\n\nNoot voor de redactie:\nFoto's volgen.", "Noot voor de redactie:\nFoto's volgen.")]
    public void Notes_to_editors_are_theirs(string below, string note)
    {
        var record = Read(below);

        Assert.Equal((Text, note), (record.Text(), record.Item.EdNote));
    }

    [Theory]
    [InlineData("By Jane Doe, PA")]
    [InlineData("By Jane Doe, PA Business Correspondent")]
    public void A_writer_names_the_agency_where_nothing_else_does(string byline)
    {
        var record = Reading.One($"1 COURTS Bridge\n\nTOWN FINED OVER BRIDGE\n\n{byline}\n\n{Text}\n");

        Assert.Equal(("COURTS Bridge", "TOWN FINED OVER BRIDGE", "PA"), (record.Item.Slugline, record.Headline(), record.Credit?.Single().Name));
    }

    [Fact]
    public void A_headline_that_begins_with_a_number_is_no_catchline() =>
        Assert.Equal(("2 HURT In Alton", null), (Reading.One($"2 HURT In Alton\n\nBy Jane Doe, PA\n\n{Text}\n").Headline(), Reading.One($"2 HURT In Alton\n\nBy Jane Doe, PA\n\n{Text}\n").Item.Slugline));

    [Theory]
    [InlineData("Київ. 12 березня. УНІАН. ", "Київ", "УНІАН")]
    [InlineData("КИЇВ, 12 березня. Інтерфакс-Україна. ", "КИЇВ", "Інтерфакс-Україна")]
    [InlineData("Stockholm, 12 mars (TT)\n\n", "Stockholm", "TT")]
    [InlineData("Stockholm, 12 mars (TT)\n", "Stockholm", "TT")]
    public void Datelines_end_with_full_stops_or_their_line(string dateline, string city, string credit)
    {
        var record = Reading.One("Old bridge closed\n\n" + dateline + Text + "\n");

        Assert.Equal((Text, city, credit, "2026-03-12"), (record.Text(), record.Item.Located, record.Credit?.Single().Name, record.Dates?.Content?.Value));
    }

    [Fact]
    public void Sentences_that_name_an_agency_are_no_dateline() =>
        Assert.Null(Reading.One("Old bridge closed\n\nIt fell on March 12. Reuters. That is who was told first, and the town came last.\n").Item.Located);

    [Theory]
    [InlineData("<p>/ritzau/</p>", "Ritzau", "<p>It opened.</p>")]
    [InlineData("<p>(©NTB)</p>", "NTB", "<p>It opened.</p>")]
    [InlineData("<p>(Kowal)</p>", null, "<p>It opened.</p><p>(Kowal)</p>")]
    [InlineData("<ul><li>(AFP)</li></ul>", null, "<p>It opened.</p><ul><li>(AFP)</li></ul>")]
    public void A_last_paragraph_of_HTML_may_be_the_credit(string below, string? credit, string html)
    {
        var record = Reading.One(Reading.Rss(Reading.RssItem($"<title>Bridge</title><description><![CDATA[<p>It opened.</p>{below}]]></description>")));

        Assert.Equal((credit, html), (record.Credit?.Single().Name, record.Html()));
    }
}

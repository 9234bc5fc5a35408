using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Second lines, slugs, times and lists as single agencies set them; the texts are invented.</summary>
public sealed class When_heads_have_house_styles
{
    [Fact]
    public void The_second_line_of_apa_is_no_headline_and_its_last_line_is_the_time()
    {
        var record = Reading.One(
            "APA0212 5 II 0040 WI                                  Do, 14.Mär 2024\n\nVerkehr/Streik/Wien\n\nStreik legt Wiener U-Bahn lahm\n\nUtl.: Ab Mittag fahren wieder Züge - Gewerkschaft droht mit weiterem Ausstand =\n\n"
            + "   Wien (APA) - Ein Warnstreik hat am Donnerstag die Wiener U-Bahn lahmgelegt.\n\n(Schluss) abc/def\n\nAPA0212    2024-03-14/11:20\n");

        Assert.Equal("Streik legt Wiener U-Bahn lahm", record.Headline());
        Assert.Equal("Ein Warnstreik hat am Donnerstag die Wiener U-Bahn lahmgelegt.", record.Text());
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 11, 20, 0, TimeSpan.Zero), record.Item.VersionCreated);
    }

    [Theory]
    [InlineData("Streik/Verkehr\nStreik legt die Trams lahm =\n\nZürich, 14. März (Keystone-SDA) Ein Streik hat die Trams lahmgelegt.\n", "Streik/Verkehr", "Streik legt die Trams lahm", "none")]
    [InlineData("PRESUPUESTO GOBIERNO (AMPLIACIÓN)\n\nEl Gobierno aprueba el presupuesto\n\nMadrid, 14 mar (EFE).- El Gobierno lo aprobó. EFE\n", "PRESUPUESTO GOBIERNO", "El Gobierno aprueba el presupuesto", "update")]
    [InlineData("France-transports-grève LEAD\n\nLa grève perturbe la région\n\nLILLE, 14 mars 2024 (AFP) - La grève a perturbé la région.\n", "France-transports-grève", "La grève perturbe la région", "update")]
    [InlineData("MDS7 ARE-LD BRIDGE\n\nFootbridge falls in town\n\nKochi, Mar 14 (PTI) Three people were hurt, police said.\n", "MDS7 ARE-LD BRIDGE", "Footbridge falls in town", "none")]
    public void Words_of_the_desk_above_the_headline_are_the_slug(string text, string slug, string headline, string signal)
    {
        var record = Reading.One(text);

        Assert.Equal((slug, headline, signal), (record.Item.Slugline, record.Headline(), record.Signal));
    }

    [Fact]
    public void The_time_of_sending_below_the_headline_is_not_part_of_it()
    {
        var record = Reading.One("Nordlys Jumps as Profit Beats Estimates\n2024-03-14 10:15:22.123 GMT\n\nBy Jane Doe and John Roe\n(Bloomberg) -- Nordlys Oyj jumped as much as 5%.\n");

        Assert.Equal("Nordlys Jumps as Profit Beats Estimates", record.Headline());
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 10, 15, 22, TimeSpan.Zero), record.Item.VersionCreated!.Value.AddMilliseconds(-123));
    }

    [Theory]
    [InlineData("*** 14.03.2024 12:34\n\nМост закрыт на ремонт\n\nМосква. 14 марта. ИНТЕРФАКС - Мост закрыт до мая.\n", "Мост закрыт на ремонт")]
    [InlineData("FRA0234 3 POL 0120\nPOLITIQUE/BUDGET\n\nLe budget est adopté\n\nNAMUR 14/03 (BELGA) = Le budget est adopté.\n", "Le budget est adopté")]
    public void Time_and_number_above_the_headline_are_no_headline(string text, string headline) => Assert.Equal(headline, Reading.One(text).Headline());

    [Fact]
    public void A_byline_may_stand_in_brackets()
    {
        var record = Reading.One("Ponte crollato, tre feriti\n\n(di Mario Bianchi)\n\n(ANSA) - GENOVA, 14 MAR - Una passerella è crollata. (ANSA).\n");

        Assert.Equal("di Mario Bianchi", record.Item.By);
        Assert.Null(record.Item.EdNote);
    }

    [Fact]
    public void A_long_line_goes_on_in_the_next_that_begins_small()
    {
        var record = Reading.One("HELSINKI, March 14 (Reuters) - Nordlys shares jumped 5 percent on Thursday after the company reported\na 12 percent rise in profit.\nIts rivals fell.\n");

        Assert.Equal("Nordlys shares jumped 5 percent on Thursday after the company reported a 12 percent rise in profit.\n\nIts rivals fell.", record.Text());
    }

    [Fact]
    public void Entries_of_a_diary_are_paragraphs()
    {
        var record = Reading.One("NEWS DIARY FOR FRIDAY MARCH 15\n\nSYDNEY - Supreme Court hears the harbour case, 10am.\nMELBOURNE - Budget press conference, 11.30am.\nCANBERRA - Labour figures, 11.30am.\n");

        Assert.Equal(3, record.Text()!.Split("\n\n").Length);
    }
}

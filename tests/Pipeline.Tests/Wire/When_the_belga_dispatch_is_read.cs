using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>A dispatch whose place and day were replaced by "date 2021-10", with one long second paragraph and no final newline.</summary>
public sealed class When_the_belga_dispatch_is_read
{
    private const string First = "Le Premier ministre pakistanais Imran Khan a annoncé vendredi, dans un entretien à la télévision turque, une première reprise de pourparlers de \"paix\" avec les talibans pakistanais.";
    private const string Second = "\"Je pense qu'au sein du TTP (Tehreek-e-Taliban Pakistan, les talibans pakistanais NDLR) il existe des groupes ouverts\", a déclaré le Premier ministre dans un entretien à la chaîne étatique turque TRT. Une source au sein du TTP a de son côté confirmé à l'AFP, la tenue de ces sessions pourparlers.";

    private static readonly NewsRecord Record = Reading.One(" date 2021-10 (Belga) " + First + "\n\n" + Second);

    [Fact]
    public void Belga_is_credited() => Assert.Equal(new Credit { Name = "Belga", Role = "distributor" }, Assert.Single(Record.Credit!));

    [Fact]
    public void Its_date_is_a_month_and_no_day_is_invented()
    {
        Assert.Equal("2021-10", Record.Dates!.Content!.Value);
        Assert.Equal("month", Record.Dates.Content.Precision);
    }

    [Fact]
    public void No_city_is_invented() => Assert.Null(Record.Item.Located);

    [Fact]
    public void No_headline_is_made_of_a_sentence() => Assert.Null(Record.Item.Headlines);

    [Fact]
    public void The_paragraphs_are_whole_and_nothing_of_the_transmission_line_is_left() => Assert.Equal(First + "\n\n" + Second, Record.Text());

    [Fact]
    public void The_agencies_it_quotes_are_named_with_their_place_in_the_text()
    {
        Assert.Equal(["TRT", "AFP"], Record.SourceChain!.Select(source => source.Name));
        Assert.All(Record.SourceChain!, source =>
        {
            Assert.Equal("quoted", source.Role);
            Assert.Equal(source.Name, Record.Text()!.Substring(source.Span![0], source.Span[1]));
        });
    }
}

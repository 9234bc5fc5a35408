using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Datelines whose date, time or writer stands where most agencies have none: shapes of real wires, content invented.</summary>
public sealed class When_dates_and_writers_stand_elsewhere
{
    private const string Text = "A bridge opened in Alton on Thursday after three years of work on it.";
    private const string More = "\n\nIt is the second bridge of the town, the mayor said on Thursday.\n";

    private static NewsRecord Read(string dateline) => Reading.One(dateline + Text + More);

    [Theory]
    [InlineData("30.10. Warszawa (PAP) - ", "Warszawa", "2026-10-30")]
    [InlineData("30.10.Warszawa (PAP) - ", "Warszawa", "2026-10-30")]
    [InlineData("30.10.2021 Nowy Jork (PAP) - ", "Nowy Jork", "2021-10-30")]
    [InlineData("30 października, Bielsko-Biała (PAP) - ", "Bielsko-Biała", "2026-10-30")]
    [InlineData("Warszawa, 30.10.2021 (PAP) - ", "Warszawa", "2021-10-30")]
    [InlineData("03.04. Warszawa (PAP) - ", "Warszawa", "2026-04-03")]
    public void A_date_may_stand_before_the_place(string dateline, string city, string date)
    {
        var record = Read(dateline);

        Assert.Equal((city, date, "PAP"), (record.Item.Located, record.Dates?.Content?.Value, Assert.Single(record.Credit!).Name));
        Assert.StartsWith(Text, record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30 Oct Saturday (AFP) - ")]
    [InlineData("2024. március 14., csütörtök (MTI) - ")]
    public void A_weekday_behind_the_date_is_no_place(string dateline) => Assert.Null(Read(dateline).Item.Located);

    [Theory]
    [InlineData("ALTON, Oct. 30, 2021 10:05 AST (Nova) - ", "2021-10-30")]
    [InlineData("ALTON, Oct. 30, 10:05 AST - ", "2026-10-30")]
    [InlineData("ALTON, 30 oct. 10h05 (Nova) - ", "2026-10-30")]
    [InlineData("ALTON, 30. Oktober, 10.05 Uhr (dpa) - ", "2026-10-30")]
    public void A_time_and_a_zone_of_whatever_name_do_not_hide_the_date(string dateline, string date)
    {
        var record = Read(dateline);

        Assert.Equal(("ALTON", date), (record.Item.Located, record.Dates?.Content?.Value));
        Assert.StartsWith(Text, record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALTON, Oct 3rd (Nova) - ", "2026-10-03")]
    [InlineData("ALTON, le 1er octobre (Nova) - ", "2026-10-01")]
    [InlineData("ALTON, 1. Oktober (Nova) - ", "2026-10-01")]
    [InlineData("ALTON, 3rd October 2021 (Nova) - ", "2021-10-03")]
    [InlineData("ALTON, 3rd of October (Nova) - ", "2026-10-03")]
    [InlineData("ALTON, 1º de outubro (Nova) - ", "2026-10-01")]
    public void Days_may_be_ordinal(string dateline, string date) => Assert.Equal(("ALTON", date), (Read(dateline).Item.Located, Read(dateline).Dates?.Content?.Value));

    [Theory]
    [InlineData("EMBARGO hasta el 1º de octubre de 2027 a las 18:00")]
    [InlineData("EMBARGO fino al 1° ottobre 2027 ore 18.00")]
    [InlineData("SOUS EMBARGO jusqu'au 1er octobre 2027 à 18h00")]
    [InlineData("EMBARGO tot 1ste oktober 2027 18u00")]
    public void Embargoes_end_on_ordinal_days(string embargo) =>
        Assert.Equal(new DateTimeOffset(2027, 10, 1, 18, 0, 0, TimeSpan.FromHours(-12)), Reading.One($"{embargo}\n\nBridge opens\n\nALTON (Nova) - {Text}{More}").Item.EmbargoedUntil);

    [Theory]
    [InlineData("ISTANBUL (AA) -\n\nBy Anna Veld\n\n", "By Anna Veld")]
    [InlineData("ISTANBUL (AA) - By Anna Veld\n\n", "By Anna Veld")]
    [InlineData("ISTANBUL (AA)\n\nBy Anna Veld\n\n", "By Anna Veld")]
    [InlineData("ISTANBUL (AA) - ANNA VELD - ", "ANNA VELD")]
    [InlineData("ISTANBUL (AA) - ANNA VELD/BRAM OOST - ", "ANNA VELD/BRAM OOST")]
    [InlineData("ISTANBUL (AA) -\n\nANNA VELD -\n\n", "ANNA VELD")]
    public void The_writer_may_be_named_below_or_behind_the_dateline(string above, string byline)
    {
        var record = Read(above);

        Assert.Equal((byline, "ISTANBUL"), (record.Item.By, record.Item.Located));
        Assert.StartsWith(Text, record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LONDON (Reuters) - US STOCKS - ")]
    [InlineData("ISTANBUL (AA) - FLASH - ")]
    [InlineData("ISTANBUL (AA) - TURKEY 2026 - ")]
    public void Other_words_in_capitals_behind_a_dateline_are_no_writer(string above) => Assert.Null(Read(above).Item.By);

    [Fact]
    public void A_place_on_a_line_of_its_own_below_the_byline_is_the_dateline_where_the_text_is_Anadolus()
    {
        static NewsRecord Told(string whom) => Reading.One($"Bridge opens in Alton\n\nBy Anna Veld\n\nWASHINGTON\n\n{Text}\n\nIt is the second, the mayor told {whom} on Thursday.\n");

        Assert.Equal(("WASHINGTON", "By Anna Veld"), (Told("Anadolu").Item.Located, Told("Anadolu").Item.By));
        Assert.StartsWith(Text, Told("Anadolu").Text(), StringComparison.Ordinal);
        Assert.Null(Told("us").Item.Located);
    }
}

using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Heads and tails of wire copy as agencies print them; the texts are invented.</summary>
public sealed class When_an_agency_writes_its_way
{
    [Theory]
    [InlineData("NEW YORK, Oct 1 (Reuters) - Text one.", "NEW YORK", "2026-10-01", "Reuters")]
    [InlineData("Oct 1 (Reuters) - Text one.", null, "2026-10-01", "Reuters")]
    [InlineData("WASHINGTON (AP) — Text one.", "WASHINGTON", null, "AP")]
    [InlineData("BUENOS AIRES, Argentina (AP) _ Text one.", "BUENOS AIRES", null, "AP")]
    [InlineData("BRUXELLES 31/10 (BELGA) = Text one.", "BRUXELLES", "2026-10-31", "Belga")]
    [InlineData("BRUXELLES 01/10 (BELGA) = Text one.", "BRUXELLES", null, "Belga")]
    [InlineData("Madrid, 1 oct (EFE).- Text one.", "Madrid", "2026-10-01", "EFE")]
    [InlineData("(ANSA) - ROMA, 01 OTT - Text one.", "ROMA", "2026-10-01", "ANSA")]
    [InlineData("МОСКВА, 1 октября. /ТАСС/. Text one.", "МОСКВА", "2026-10-01", "ТАСС")]
    [InlineData("МОСКВА, 1 окт - РИА Новости. Text one.", "МОСКВА", "2026-10-01", "РИА Новости")]
    [InlineData("BEIJING, Oct. 1 (Xinhua) -- Text one. Enditem", "BEIJING", "2026-10-01", "Xinhua")]
    [InlineData("BRISBANE, Oct 12 AAP - Text one.", "BRISBANE", "2026-10-12", "AAP")]
    [InlineData("AUSTIN, Texas, Feb. 1, 2017 /PRNewswire-AsiaNet/ -- Text one.", "AUSTIN", "2017-02-01", "PRNewswire-AsiaNet")]
    [InlineData("SAN FRANCISCO--(BUSINESS WIRE)--Text one.", "SAN FRANCISCO", null, "Business Wire")]
    [InlineData("Genf (sda/afp) - Text one.", "Genf", null, "sda,AFP")]
    [InlineData("Berlin (dpa/bb) - Text one.", "Berlin", null, "dpa")]
    [InlineData("Helsinki, 14.3. (STT) Text one.", "Helsinki", "2026-03-14", "STT")]
    [InlineData("【ワシントン共同】Text one.", "ワシントン", null, "共同")]
    [InlineData("新华社北京3月14日电（记者 王明）Text one.", "北京", "2026-03-14", "新华社")]
    [InlineData("[서울=뉴시스]김하늘 기자 = Text one.", "서울", null, "뉴시스")]
    [InlineData("دبي (رويترز) - Text one.", "دبي", null, "رويترز")]
    public void Its_dateline_is_read_and_taken_off(string text, string? city, string? date, string credits)
    {
        var record = Reading.One(text + "\n\nText two.\n");

        Assert.Equal(city, record.Item.Located);
        Assert.Equal(date, record.Dates?.Content?.Value);
        Assert.Equal(credits, string.Join(',', record.Credit!.Select(credit => credit.Name)));
        Assert.StartsWith("Text one.", record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Angela Merkel (CDU) - die Kanzlerin sprach.")]
    [InlineData("Le prix (en baisse) a surpris les analystes.")]
    [InlineData("Le Président Emmanuel Macron (Renaissance) - très attendu - parle.")]
    [InlineData("Smith (Australia) - 3rd place.")]
    [InlineData("L'AFP (agence) - fondée en 1835 - écrit.")]
    public void Prose_with_a_bracket_is_no_dateline(string text) => Assert.Null(Reading.One(text + "\n\nSuite du texte.\n").Description("dateline"));

    [Fact]
    public void A_year_not_printed_is_the_one_closest_before_receipt()
    {
        var record = Reading.Of(System.Text.Encoding.UTF8.GetBytes("PARIS, 31 décembre (AFP) - Texte."), received: new DateTimeOffset(2024, 1, 1, 6, 0, 0, TimeSpan.Zero)).Items[0].Record!;
        Assert.Equal("2023-12-31", record.Dates!.Content!.Value);
    }

    [Theory]
    [InlineData("cm/el/jp")]
    [InlineData("(SDA/sj)")]
    [InlineData("dpa am yydd z2 xx")]
    [InlineData("ENDS")]
    [InlineData("-30-")]
    [InlineData("###")]
    [InlineData("(FIN)")]
    [InlineData("/ritzau/")]
    [InlineData("(Schluss) abc/def")]
    [InlineData("© AFP 2024, tous droits réservés")]
    [InlineData("AFP 011234 GMT OCT 21")]
    public void What_stands_below_the_text_is_no_part_of_it(string trailer)
        => Assert.Equal("Un texte.\n\nUn autre.", Reading.One("PARIS, 3 mars 2024 (AFP) - Un texte.\n\nUn autre.\n\n" + trailer + "\n").Text());

    [Fact]
    public void A_head_block_of_reuters_is_sorted_into_its_fields()
    {
        var record = Reading.One("UPDATE 2-Widget maker says profit up\n\n(Adds quotes, background)\n\nBy Jane Smith and John Doe\n\nNEW YORK, Oct 1 (Reuters) - Widget Inc said its profit rose.\n");

        Assert.Equal("update", record.Signal);
        Assert.Equal("Widget maker says profit up", record.Headline());
        Assert.Equal("By Jane Smith and John Doe", record.Item.By);
        Assert.Equal("Adds quotes, background", record.Item.EdNote);
    }

    [Fact]
    public void A_wrapped_headline_and_wrapped_paragraphs_are_joined()
    {
        var record = Reading.One(
            "fra0123 4 pol 0345 FRA /AFP-AB12\n\nPays imaginaire: le ministre annonce des pourparlers\navec les syndicats de bibliothécaires\n\nPar Jean DUPONT\n\nVILLE, 1 oct 2021 (AFP) - Le ministre imaginaire a annoncé vendredi des\npourparlers.\n\n   Deuxième paragraphe qui continue sur une ligne assez longue pour être\nreprise en dessous.\n\nAFP 011234 GMT OCT 21\n");

        Assert.Equal("Pays imaginaire: le ministre annonce des pourparlers avec les syndicats de bibliothécaires", record.Headline());
        Assert.Equal("Le ministre imaginaire a annoncé vendredi des pourparlers.\n\nDeuxième paragraphe qui continue sur une ligne assez longue pour être reprise en dessous.", record.Text());
        Assert.Equal(new DateTimeOffset(2021, 10, 1, 12, 34, 0, TimeSpan.Zero), record.Item.VersionCreated);
    }

    [Fact]
    public void Notes_with_the_telephone_numbers_of_staff_are_the_editors_note_only()
    {
        var record = Reading.One("bdt0234 3 pl 21  dpa 0456\n\nRegierung/Haushalt/\nRat beschließt Haushalt\nVon Anke Muster, dpa =\n\nBerlin (dpa) - Der Rat hat den Haushalt beschlossen.\n\n# Notizblock\n\n* * * *\nDie folgenden Informationen sind nicht zur Veröffentlichung bestimmt\n\n## dpa-Kontakte\n- Autor: Anke Muster, +49 30 1234\n\ndpa am yydd z2 xx\n\n011234 Okt 21\n");

        Assert.Equal("Der Rat hat den Haushalt beschlossen.", record.Text());
        Assert.Contains("+49 30 1234", record.Item.EdNote!, StringComparison.Ordinal);
        Assert.True(record.Warns("zone-assumed"));
    }

    [Fact]
    public void A_byline_straight_above_a_dateline_is_no_part_of_the_place()
    {
        var record = Reading.One("RTRS-UPDATE 2-Council approves plan, shares rise\n    (Adds quotes, background)\n    By Jane Doe\n    BRUSSELS, March 14 (Reuters) - The council approved a plan\non Thursday to renovate twelve schools, after six hours of debate\nin the chamber.\n");

        Assert.Equal(("By Jane Doe", "BRUSSELS", "Adds quotes, background"), (record.Item.By, record.Item.Located, record.Item.EdNote));
        Assert.Equal("The council approved a plan on Thursday to renovate twelve schools, after six hours of debate in the chamber.", record.Text());
    }
}

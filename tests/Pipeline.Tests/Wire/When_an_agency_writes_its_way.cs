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
    [InlineData("NEW YORK, March 9 - Text one.", "NEW YORK", "2026-03-09", "")]
    [InlineData("BRUSSEL 20/11 = Text one.", "BRUSSEL", "2026-11-20", "")]
    [InlineData("BRUXELLES 11/12 (BELGA) = Text one.", "BRUXELLES", null, "Belga")]
    [InlineData("København, mandag /ritzau/ Text one.", "København", null, "Ritzau")]
    [InlineData("МИНСК, 9 марта /Корр. БЕЛТА/. Text one.", "МИНСК", "2026-03-09", "БЕЛТА")]
    [InlineData("القاهرة في 9 مارس /أ ش أ/ Text one.", "القاهرة", "2026-03-09", "أ ش أ")]
    [InlineData("NORTHWIND, Maine--(BUSINESS WIRE)--Mar 9, 2015-- Text one.", "NORTHWIND", "2015-03-09", "Business Wire")]
    [InlineData("دبي (رويترز) - Text one.", "دبي", null, "رويترز")]
    public void Its_dateline_is_read_and_taken_off(string text, string? city, string? date, string credits)
    {
        var record = Reading.One(text + "\n\nText two.\n");

        Assert.Equal(city, record.Item.Located);
        Assert.Equal(date, record.Dates?.Content?.Value);
        Assert.Equal(credits, string.Join(',', (record.Credit ?? []).Select(credit => credit.Name)));
        Assert.StartsWith("Text one.", record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OSLO (NTB-Ola Nordmann): Text one.", "Ola Nordmann", "NTB")]
    [InlineData("МОСКВА, 12 октября. /Корр. ТАСС Иван Иванов/. Text one.", "Иван Иванов", "ТАСС")]
    [InlineData("МОСКВА, 1 окт — РИА Новости, Иван Петров. Text one.", "Иван Петров", "РИА Новости")]
    [InlineData("ANA PÉREZ | MADRID (COLPISA). Text one.", "ANA PÉREZ", "Colpisa")]
    public void A_writer_named_in_the_dateline_is_the_byline(string text, string byline, string credit)
    {
        var record = Reading.One(text + "\n\nText two.\n");

        Assert.Equal((byline, credit, "Text one.\n\nText two."), (record.Item.By, Assert.Single(record.Credit!).Name, record.Text()));
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
    [InlineData("./.CVN")]
    [InlineData("(AFP)\n\nY1K-BAN")]
    [InlineData("(AFP)\n\nabc/ def/")]
    [InlineData("ABC // DEF\nLusa/Fim")]
    [InlineData("jm tk")]
    [InlineData("mfl")]
    [InlineData("(END) Dow Jones Newswires\n\nMarch 09, 2015 12:34 ET (16:34 GMT)")]
    [InlineData("(jm-tk)")]
    [InlineData("ENDITEM/J")]
    [InlineData("(Hina) xabc ydef")]
    [InlineData("(ats / 09.03.2015 12h34)")]
    [InlineData("MTI 2015. március 9., hétfő 12:34")]
    [InlineData("EFE\n\nabc/def\n\n(foto)(vídeo)")]
    [InlineData("(Abc/Adnkronos)\n\nISSN 2465 - 1222")]
    [InlineData("WAM/Ali Hassan")]
    [InlineData("Anna Svensson/TT")]
    [InlineData("(©NTB)")]
    [InlineData("EFE\n    mrc/PL\n\n 01/01/01-02/95")]
    [InlineData("==Kyodo")]
    [InlineData("© AFP 2024, tous droits réservés")]
    [InlineData("AFP 011234 GMT OCT 21")]
    public void What_stands_below_the_text_is_no_part_of_it(string trailer)
        => Assert.Equal("Un texte.\n\nUn autre.", Reading.One("PARIS, 3 mars 2024 (AFP) - Un texte.\n\nUn autre.\n\n" + trailer + "\n").Text());

    [Theory]
    [InlineData("Text one.EFE")]
    [InlineData("Text one.(AGI)Rmc/Abc")]
    [InlineData("Text one. PTI JM TK")]
    [InlineData("Text one./ab/cd/ef")]
    [InlineData("Text one. (ANSA).")]
    public void A_signature_at_the_end_of_the_text_is_no_part_of_it(string text) => Assert.Equal("Text one.", Reading.One("ROMA, 3 marzo 2024 (ANSA) - " + text + "\n").Text());

    [Theory]
    [InlineData("EMBARGOED TO 0001 TUESDAY MARCH 10\n\nFIRE DESTROYS MILL\nBy Jane Miller, PA Business Correspondent\n\nMills are at risk, a report says.\nend\n", "FIRE DESTROYS MILL", "Mills are at risk, a report says.")]
    [InlineData("RETTELSE: Antal sårede er tre\n\nMølle brændte ned\n\nKøbenhavn /ritzau/ En mølle brændte ned.\n", "Mølle brændte ned", "En mølle brændte ned.")]
    [InlineData("KORREKTUR - Feuer zerstörte Mühle\n\nKorrektur: Zahl im ersten Satz\n\nWien (APA) - Ein Feuer hat eine Mühle zerstört.\n", "Feuer zerstörte Mühle", "Ein Feuer hat eine Mühle zerstört.")]
    [InlineData("RUSIA-CRISIS\nTropas toman control de edificios\n\nMoscú, 1 ene (EFE).- La capital entró en un ataque.\n", "Tropas toman control de edificios", "La capital entró en un ataque.")]
    [InlineData("APNewsAlert\nWASHINGTON (AP) — Senate passes bill.\n", null, "Senate passes bill.")]
    [InlineData("Mylly paloi\n\nSTT–AFP\n\nMylly paloi maanantaina, kertoi poliisi.\n", "Mylly paloi", "Mylly paloi maanantaina, kertoi poliisi.")]
    public void Head_and_text_are_told_apart(string text, string? headline, string body)
    {
        var record = Reading.One(text);

        Assert.Equal((headline, body), (record.Headline(), record.Text()));
        Assert.DoesNotContain(record.Item.Headlines ?? [], other => other.Role == "sub");
    }

    [Fact]
    public void Notes_on_authors_and_addresses_of_the_desk_are_no_text_and_name_no_target()
    {
        var record = Reading.One(
            "BC-US--Northwind-Fire, 3rd Ld-Writethru,30\nFire destroys mill\nBy JANE MILLER\nAssociated Press\n\nNORTHWIND, Maine (AP) _ A fire destroyed a mill on Monday.\n\n___\n\nFollow Jane Miller on Twitter: http://example.com/jm\n\n___\n\nAP writer Tom Kent contributed to this report.\n");

        Assert.Equal("A fire destroyed a mill on Monday.", record.Text());
        Assert.Contains("Tom Kent", record.Item.EdNote!, StringComparison.Ordinal);
        Assert.Null(record.SignalTarget!.Uri);
        Assert.Equal("Oil rose.", Reading.One("LONDON, March 9 (Reuters) - Oil rose.\n\n((jane.miller@example.com; +44 20 7000 0000))\n").Text());
    }

    [Theory]
    [InlineData("UPDATE 3-Oil rises as refinery shuts")]
    [InlineData("Oil rises as refinery shuts")]
    public void Points_between_headline_and_byline_are_no_text(string headline)
    {
        var record = Reading.One(headline + "\n\n* Brent at highest since May\n* Refinery shut after a fire that\n  broke out at night\n* Analysts see more gains\n* Dealers wait\n\n(Adds quotes)\n\nBy Jane Miller\n\nLONDON, March 9 (Reuters) - Oil prices rose.\n");

        Assert.Equal(("Oil rises as refinery shuts", "By Jane Miller", "Oil prices rose."), (record.Headline(), record.Item.By, record.Text()));
        Assert.Contains(record.Item.Headlines!, other => other is { Role: "sub", Value: "Refinery shut after a fire that broke out at night" });
    }

    [Fact]
    public void A_slug_line_that_says_kill_kills()
        => Assert.Equal(Signals.Kill, Reading.One("AP-Fire, KILL\nEDITORS:\nThe Associated Press is withdrawing its story slugged BC-US--Northwind-Fire.\nThe AP\n").Signal);

    [Theory]
    [InlineData("Mølle brændte ned\n\nEn mølle brændte ned mandag.\n\n/ritzau/AFP\n", "Ritzau,AFP")]
    [InlineData("Taipei, Jan. 1 (CNA) (By Sofia Lin) A mill burned.\n", "CNA")]
    public void Who_signs_below_or_in_brackets_is_credited(string text, string credits)
    {
        var record = Reading.One(text);

        Assert.Equal(credits, string.Join(',', record.Credit!.Select(credit => credit.Name)));
        Assert.DoesNotContain("By", record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BC-MILL-FIRE-NYT\n\nBy JANE MILLER\nc.1998 N.Y. Times News Service\n\nWASHINGTON _ A fire destroyed a mill.\n", "WASHINGTON", null)]
    [InlineData("Mill burns in Northwind\n\nNORTHWIND, Ont. — A fire destroyed a mill.\n", "NORTHWIND", "Mill burns in Northwind")]
    public void A_place_alone_is_a_dateline_below_the_head_of_a_wire(string text, string city, string? headline)
    {
        var record = Reading.One(text);

        Assert.Equal((city, headline, "A fire destroyed a mill."), (record.Item.Located, record.Headline(), record.Text()));
    }

    [Theory]
    [InlineData("FOOTBALL — Le Standard a gagné son match de samedi.")]
    [InlineData("ALERT, Namur — Un moulin brûle.")]
    public void A_word_in_capitals_is_no_place(string text) => Assert.Null(Reading.One("Un titre de trois mots\n\n" + text + "\n").Description("dateline"));

    [Fact]
    public void A_release_date_of_an_advance_is_an_embargo()
    {
        var record = Reading.One("BC-US--Mill-Adv08,450\n$adv08\nFor release Sunday, March 8\nMills at risk, experts say\nBy JANE MILLER\nAssociated Press\n\nNORTHWIND, Maine (AP) _ Mills are at risk.\n");

        Assert.Equal((Statuses.Withheld, "Mills at risk, experts say"), (record.Status, record.Headline()));
    }

    [Theory]
    [InlineData("N i e u w bericht, vervangt: Bond staat alleen\n\nUTRECHT (ANP) - De bond kondigt acties aan.\n", "refile")]
    [InlineData("H e r h a l i n g\n\nMolen afgebrand\n\nUTRECHT (ANP) - De bond kondigt acties aan.\n", "repeat")]
    [InlineData("Молния\n\nUTRECHT (ANP) - De bond kondigt acties aan.\n", "alert")]
    [InlineData("AVANCE\n\nMolen afgebrand\n\nUTRECHT (ANP) - De bond kondigt acties aan.\n", "alert")]
    public void A_label_above_the_text_is_the_signal_and_no_headline(string text, string signal)
    {
        var record = Reading.One(text);

        Assert.Equal((signal, "De bond kondigt acties aan."), (record.Signal, record.Text()));
        Assert.True(record.Headline() is null or "Molen afgebrand");
    }

    [Fact]
    public void A_dateline_without_text_leaves_the_headline()
    {
        var record = Reading.One("ALERTE\nIncendie à Nordvent: trois blessés\n\nPARIS, 9 mars 2015 (AFP) -\n");

        Assert.Equal((Signals.Alert, "Incendie à Nordvent: trois blessés", "PARIS"), (record.Signal, record.Headline(), record.Item.Located));
    }

    [Fact]
    public void A_refile_is_one_though_its_note_says_what_it_fixes()
        => Assert.Equal(Signals.Refile, Reading.One("REFILE-Northwind profit rises\n\n(Fixes typo in headline)\n\nFRANKFURT, March 9 (Reuters) - Northwind's profit rose.\n").Signal);

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

using Newswire.Contracts;
using Newswire.Formats.Signalling;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Signalling;

public sealed class When_newsrooms_speak_to_newsrooms
{
    private static readonly SignalContext Context = new(new SourceSettings(), new DateTimeOffset(2024, 3, 15, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("URGENT", "urgent")]
    [InlineData("(URGENT)", "urgent")]
    [InlineData("*** URGENT ***", "urgent")]
    [InlineData("URGENT - SEISME AU LARGE", "urgent")]
    [InlineData("SPOED Trein ontspoord", "urgent")]
    [InlineData("EIL - Bundestag wählt", "urgent")]
    [InlineData("ALERTE", "alert")]
    [InlineData("FLASH: Le pape", "alert")]
    [InlineData("1ST LEAD", "update")]
    [InlineData("BC-Libraries, 2nd Ld-Writethru,210", null)]
    [InlineData("2nd Ld-Writethru", "update")]
    [InlineData("UPDATE 3-Widgets", "update")]
    [InlineData("(Mise à jour: ajoute des réactions)", "update")]
    [InlineData("AKTUALISIERUNG", "update")]
    [InlineData("KORREKTUR", "correction")]
    [InlineData("CORRECTED (fixes amount)", "correction")]
    [InlineData("Correction: Library story", "correction")]
    [InlineData("CORRECTIE", "correction")]
    [InlineData("RÄTTELSE", "correction")]
    [InlineData("RETTELSE:", "correction")]
    [InlineData("CORRECCIÓN", "correction")]
    [InlineData("RETTIFICA", "correction")]
    [InlineData("CORREÇÃO", "correction")]
    [InlineData("Eil!", "urgent")]
    [InlineData("Urgent: powerful quake jolts island", "urgent")]
    [InlineData("APNewsAlert", "alert")]
    [InlineData("WRAPUP 3-Oil rises as refinery shuts", "update")]
    [InlineData("ATTENTION USERS - nouvelle version", "advisory")]
    [InlineData("WITHDRAWAL - Northwind to cut jobs", "kill")]
    [InlineData("KILL-Northwind to cut jobs", "kill")]
    [InlineData("Please ignore the story headlined \"Northwind to cut jobs\"", "kill")]
    [InlineData("EDITORS: The agency is withdrawing its story about the mill.", "kill")]
    [InlineData("REFILE", "refile")]
    [InlineData("(ANNULE ET REMPLACE la version de 10h14)", "refile")]
    [InlineData("REPEAT", "repeat")]
    [InlineData("KILL KILL KILL", "kill")]
    [InlineData("MANDATORY KILL", "kill")]
    [InlineData("ANNULATION", "kill")]
    [InlineData("ANNULLIERUNG", "kill")]
    [InlineData("INTREKKING", "kill")]
    [InlineData("ANULACIÓN", "kill")]
    [InlineData("ANNULLAMENTO", "kill")]
    [InlineData("Editors: please kill BC-Libraries", "kill")]
    [InlineData("HOLD", "hold")]
    [InlineData("AVIS AUX RÉDACTIONS", "advisory")]
    [InlineData("ADVISORY", "advisory")]
    public void A_marker_is_the_signal(string line, string? signal) => Assert.Equal(signal, EditorialSignals.Detect(null, [line], null, null).Signal);

    [Theory]
    [InlineData("Kill Bill revient au cinéma")]
    [InlineData("KILL BILL REVIENT")]
    [InlineData("Urgent action needed, says UN")]
    [InlineData("FLASH FLOODS KILL 12 IN TEXAS")]
    [InlineData("URGENT ACTION NEEDED NOW")]
    [InlineData("Correction budgétaire en vue")]
    [InlineData("2 lead pipes found")]
    [InlineData("Hold your horses")]
    [InlineData("Le ministre annonce l'annulation du festival")]
    [InlineData("ANNULATION DU FESTIVAL DE JAZZ")]
    [InlineData("Please kill me, says the song")]
    [InlineData("KILL-JOY NEIGHBOURS")]
    [InlineData("Withdrawal - a user's guide")]
    [InlineData("cor 446 - Le ministre démissionne")]
    public void A_word_in_a_story_is_no_signal(string line) => Assert.Null(EditorialSignals.Detect(line, [], null, null).Signal);

    [Fact]
    public void The_gravest_of_several_wins() => Assert.Equal(Signals.Correction, EditorialSignals.Detect(null, ["URGENT", "1ST LEAD", "KORREKTUR"], null, "de").Signal);

    [Fact]
    public void Only_the_first_five_lines_count() => Assert.Null(EditorialSignals.Detect(null, ["a", "b", "c", "d", "e", "URGENT"], null, null).Signal);

    [Fact]
    public void The_headline_comes_without_its_marker()
    {
        var reading = EditorialSignals.Detect("URGENT - Séisme au large des îles", [], null, "fr");
        Assert.Equal("Séisme au large des îles", reading.HeadlineText);
    }

    [Theory]
    [InlineData("prière d'annuler la dépêche NOVA 041 (Bibliothèques, 15 mars 2024), erronée", "NOVA 041", "Bibliothèques", null, "2024-03-15")]
    [InlineData("Editors: please kill BC-Libraries, slugged March 15.", null, "BC-Libraries", null, "2024-03-15")]
    [InlineData("Prière d'annuler la dépêche intitulée «Un fonds pour les bibliothèques rurales»", null, null, "Un fonds pour les bibliothèques rurales", null)]
    [InlineData("Bitte annullieren: bdt0234", "bdt0234", null, null, null)]
    public void A_kill_names_what_it_can_and_waits_for_an_editor(string note, string? number, string? slug, string? headline, string? date)
    {
        var reading = EditorialSignals.Detect(null, [note], null, null, Context);

        Assert.Equal(Signals.Kill, reading.Signal);
        Assert.Equal(new SignalTarget { SequenceNumber = number, Slugline = slug, Headline = headline, Date = date }, reading.Target);
        Assert.NotNull(reading.HoldReason);
    }

    [Fact]
    public void A_kill_that_names_an_identifier_needs_no_editor()
    {
        var reading = EditorialSignals.Detect(null, ["KILL", "Editors: please kill urn:newsml:example.org:20240315:x1"], null, null, Context);
        Assert.Equal("urn:newsml:example.org:20240315:x1", reading.Target!.Uri);
        Assert.Null(reading.HoldReason);
    }

    [Theory]
    [InlineData("EMBARGO - ne pas diffuser avant le samedi 16 mars 2024 à 18h00 (heure de Bruxelles)", "2024-03-16T17:00:00Z")]
    [InlineData("Sous embargo jusqu'au samedi 16 mars 18h (heure de Paris)", "2024-03-16T17:00:00Z")]
    [InlineData("ONDER EMBARGO tot zaterdag 16 maart 2024 om 18u00 Belgische tijd", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGOED UNTIL 6 p.m. EST Saturday, March 16, 2024", "2024-03-16T23:00:00Z")]
    [InlineData("Embargo: 1800 GMT, March 16", "2024-03-16T18:00:00Z")]
    [InlineData("NOT FOR PUBLICATION BEFORE 0001 GMT on 17 March 2024", "2024-03-17T00:01:00Z")]
    [InlineData("Sperrfrist: 16. März 2024, 18.00 Uhr MEZ", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO hasta el sábado 16 de marzo de 2024 a las 18:00 (hora de Madrid)", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO fino alle ore 18:00 del 16 marzo 2024 (ora di Roma)", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO jusqu'au 16 mars 2024 à 6 heures du soir (heure de Bruxelles)", "2024-03-16T17:00:00Z")]
    [InlineData("Sperrfrist: 16. März 2024, 6 Uhr abends MEZ", "2024-03-16T17:00:00Z")]
    [InlineData("Onder embargo tot 16 maart 2024, 6 uur 's avonds (Belgische tijd)", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO hasta las 6 de la tarde del 16 de marzo de 2024 (hora de Madrid)", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO fino alle 6 di sera del 16 marzo 2024 (ora di Roma)", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO fino alle 6 del 16 marzo 2024 (ora di Roma)", "2024-03-16T05:00:00Z")]
    [InlineData("EMBARGO jusqu'au 16 mars 2024 à 18 heures (heure de Paris), le ministre parlera dans la soirée", "2024-03-16T17:00:00Z")]
    [InlineData("EMBARGO - NOT FOR PUBLICATION BEFORE 2024-03-16T17:00:00Z", "2024-03-16T17:00:00Z")]
    [InlineData("Embargo: 2024-03-16T18:00+01:00", "2024-03-16T17:00:00Z")]
    [InlineData("HOLD FOR RELEASE: 6 AM ET, Saturday March 16", "2024-03-16T10:00:00Z")]
    [InlineData("EMBARGOED TO 0001 SATURDAY MARCH 16 GMT", "2024-03-16T00:01:00Z")]
    [InlineData("(ACHTUNG: SPERRFRIST SAMSTAG, 16.03.2024, 18.00 UHR MEZ)", "2024-03-16T17:00:00Z")]
    [InlineData("ACHTUNG SPERRFRIST: 16. März 2024, 18.00 Uhr MEZ", "2024-03-16T17:00:00Z")]
    [InlineData("Embargo: noon PT, March 16, 2024", "2024-03-16T19:00:00Z")]
    [InlineData("Эмбарго до 16 марта 2024 года 20:00 мск", "2024-03-16T17:00:00Z")]
    [InlineData("НЕ ПУБЛИКОВАТЬ до 16 марта 2024, 17:00 GMT", "2024-03-16T17:00:00Z")]
    [InlineData("Embargo do 16 marca 2024, godz. 18:00 (czasu Warszawa)", "2024-03-16T17:00:00Z")]
    [InlineData("Embargo do 16. listopadu 2024 18:00 CET", "2024-11-16T17:00:00Z")]
    [InlineData("AMBARGO: 16 Mart 2024 20:00 EEST", "2024-03-16T17:00:00Z")]
    [InlineData("Під ембарго до 16 березня 2024 року 17:00 GMT", "2024-03-16T17:00:00Z")]
    [InlineData("حظر النشر حتى 16 مارس 2024 17:00 GMT", "2024-03-16T17:00:00Z")]
    public void An_embargo_is_read_to_its_instant(string line, string instant)
    {
        var reading = EditorialSignals.Detect(null, [line], null, null, Context);

        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), reading.Embargo!.Value.Instant);
        Assert.NotNull(reading.HoldReason);
        Assert.False(reading.EmbargoUnreadable);
    }

    [Theory]
    [InlineData("FOR RELEASE: IMMEDIATE")]
    [InlineData("For release immediately, March 16, 2024")]
    public void A_release_for_now_is_no_embargo(string line)
    {
        var reading = EditorialSignals.Detect(null, [line], null, null, Context);
        Assert.Equal((null, false), (reading.Embargo, reading.EmbargoUnreadable));
    }

    [Theory]
    [InlineData("(C O R R E C T I O N) Le conseil adopte le plan", "correction")]
    [InlineData("*** K I L L ***", "kill")]
    [InlineData("U R G E N T", "urgent")]
    [InlineData("M A N D A T O R Y  K I L L", "kill")]
    [InlineData("A B C D sont les groupes du tournoi", null)]
    [InlineData("U S A : le plan est adopté", null)]
    public void A_marker_in_spaced_letters_is_a_marker(string line, string? signal)
        => Assert.Equal(signal, EditorialSignals.Detect(null, [line], null, null).Signal);

    [Fact]
    public void An_embargo_in_spaced_letters_holds()
    {
        const string Line = "E M B A R G O jusqu'au samedi 16 mars 2024 à 18h00 (heure de Bruxelles)";
        var wire = Reading.One(Line + "\n\nBruxelles, 14 mars 2024 (Nova) - Le texte de la dépêche, assez long pour une ligne.\n");

        Assert.Equal(new DateTimeOffset(2024, 3, 16, 17, 0, 0, TimeSpan.Zero), EditorialSignals.Detect(Line, [], null, null).Embargo!.Value.Instant.ToUniversalTime());
        Assert.Equal((Statuses.Withheld, new DateTimeOffset(2024, 3, 16, 17, 0, 0, TimeSpan.Zero)), (wire.Status, wire.Item.EmbargoedUntil?.ToUniversalTime()));
    }

    [Fact]
    public void An_embargo_without_zone_anywhere_holds_until_the_latest_instant_it_can_mean()
    {
        var reading = EditorialSignals.Detect(null, ["Embargo: 16/03/2024 18:00"], null, null, Context);

        Assert.Equal(new DateTimeOffset(2024, 3, 16, 18, 0, 0, TimeSpan.FromHours(-12)), reading.Embargo!.Value.Instant);
        Assert.Contains(reading.Warnings, warning => warning.Code == "embargo-zone-assumed");
    }

    [Theory]
    [InlineData("EMBARGO jusqu'à samedi soir")]
    [InlineData("EMBARGO")]
    [InlineData("SPERRFRIST!")]
    [InlineData("EMBARGO: 16 mars 18h00 puis 17 mars 9h00")]
    [InlineData("Embargo lifted 9999-12-31T23:59:59-12:00")]
    public void An_embargo_that_cannot_be_read_holds(string line)
    {
        var reading = EditorialSignals.Detect(null, [line], null, null, Context);

        Assert.True(reading.EmbargoUnreadable);
        Assert.NotNull(reading.HoldReason);
    }

    [Theory]
    [InlineData("Embargo sur les armes: l'UE prolonge jusqu'au 12 mars")]
    [InlineData("L'embargo est levé le 16 mars à 18h00")]
    [InlineData("EMBARGO SUR LES ARMES PROLONGÉ")]
    [InlineData("Embargo do gás russo até 2027 divide ministros")]
    [InlineData("Эмбарго на поставки нефти продлено до 16 марта")]
    public void A_story_about_an_embargo_has_none(string line)
    {
        var reading = EditorialSignals.Detect(line, [line], null, null, Context);
        Assert.Null(reading.Embargo);
        Assert.False(reading.EmbargoUnreadable);
    }
}

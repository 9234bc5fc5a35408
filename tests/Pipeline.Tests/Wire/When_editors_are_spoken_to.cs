using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>What agencies say to editors above a text, in their own wordings; the texts are invented.</summary>
public sealed class When_editors_are_spoken_to
{
    private const string Belga = "\n\nNAMUR 14/03 (BELGA) = La ministre a confirmé jeudi le calendrier du chantier.\n";

    [Theory]
    [InlineData("ANNULATION - Prière d'annuler la dépêche BEL019 sur le bourgmestre\n\nBRUXELLES 14/03 (BELGA) = Les abonnés sont priés de ne pas tenir compte de la dépêche BEL019.\n", "BEL019")]
    [InlineData("INTREKKING\n\nGelieve het bericht BEL041 \"Burgemeester neemt ontslag\" niet te gebruiken.\n\nBRUSSEL 14/03 (BELGA) \n", "BEL041")]
    [InlineData("Achtung Kunden: Meldung bdt0234 wird zurückgezogen\n\nBerlin (dpa) - Die dpa zieht ihre Meldung bdt0234 zurück.\n", "bdt0234")]
    [InlineData("Achtung Redaktionen: Bitte verwenden Sie die Meldung dpa0123 (Brand in Talbach) nicht mehr.\n\ndpa xx\n", "dpa0123")]
    [InlineData("ANULACIÓN\n\nSe ruega a los abonados anulen la noticia EFE0123 \"El alcalde dimite\".\n\nEFE\n", "EFE0123")]
    [InlineData("ANULACIÓN: noticia EFE0123 \"El alcalde dimite\"\n\nMadrid, 14 mar (EFE).- El alcalde dimite.\n", "EFE0123")]
    [InlineData("*** ANULAÇÃO ***\n\nPede-se aos clientes que anulem a notícia \"Presidente demite-se\", enviada às 12:34.\n\nLusa/Fim\n", null)]
    [InlineData("ATTENTIE REDACTIES\n\nHet bericht 'Gemeente herstelt kades' vervalt. Gelieve dit niet te gebruiken.\n\nANP\n", null)]
    [InlineData("DEPECHE ANNULEE\n\nLa dépêche intitulée \"Le maire démissionne\" est annulée. Merci de ne pas l'utiliser.\n\nAFP\n", null)]
    [InlineData("Rückruf der Meldung bdt0234\n\nBerlin (dpa) - Die Meldung bdt0234 \"Koalition am Ende\" wird zurückgerufen.\n", "bdt0234")]
    public void A_request_not_to_use_a_dispatch_is_a_kill_in_any_wording(string text, string? number)
    {
        var record = Reading.One(text);

        Assert.Equal(Signals.Kill, record.Signal);
        Assert.Equal(Statuses.Withheld, record.Status);
        Assert.Equal(number, record.SignalTarget?.SequenceNumber);
    }

    [Theory]
    [InlineData("ANNULATION - Le concert de la harpiste est reporté au mois de juin" + Belga)]
    [InlineData("La noticia del año es anulada por el tribunal\n\nMadrid, 14 mar (EFE).- La noticia del día queda anulada por la lluvia. EFE\n")]
    [InlineData("Bitte löschen: Wie man alte Daten loswird\n\nHamburg (dpa) - Bitte löschen Sie alte Daten regelmäßig.\n")]
    public void A_story_about_cancelling_is_no_kill(string text) => Assert.NotEqual(Signals.Kill, Reading.One(text).Signal);

    [Theory]
    [InlineData("LET OP: onder embargo tot vrijdag 15 maart 2024 06.00 uur\n\nLonen stijgen met 2 procent\n\nDEN HAAG (ANP) - De lonen zijn gestegen.\n", "Lonen stijgen met 2 procent")]
    [InlineData("OPGELET REDACTIES - EMBARGO tot vrijdag 15 maart 2024 06.00 uur\n\nLonen stijgen met 2 procent\n\nDEN HAAG (ANP) - De lonen zijn gestegen.\n", "Lonen stijgen met 2 procent")]
    public void An_embargo_counts_after_a_call_of_two_words(string text, string headline)
    {
        var record = Reading.One(text);

        Assert.Equal(Statuses.Withheld, record.Status);
        Assert.Equal(new DateTimeOffset(2024, 3, 15, 6, 0, 0, TimeSpan.FromHours(-12)), record.Item.EmbargoedUntil);
        Assert.Equal(headline, record.Headline());
    }

    [Theory]
    [InlineData("Löhne steigen um zwei Prozent (Sperrfrist 15. März 2024, 6.00 Uhr)\n\nNürnberg (dpa) - Die Löhne sind gestiegen.\n")]
    [InlineData("Les salaires augmentent (SOUS EMBARGO jusqu'au 15 mars 2024 06h00)\n\nBRUXELLES 14/03 (BELGA) = Les salaires augmentent de 2 %.\n")]
    [InlineData("Les salaires augmentent\n\nBRUXELLES 14/03 (BELGA) = Les salaires augmentent de 2 %.\n\n(EMBARGO: vendredi 15 mars 2024, 06h00)\n")]
    [InlineData("APA0230 5 II 0030 WI                                  Do, 14.Mär 2024\n\nWirtschaft/Löhne\n\nLöhne steigen um zwei Prozent\n\nUtl.: Studie - SPERRFRIST 15.3.2024, 6.00 Uhr =\n\n   Wien (APA) - Die Löhne steigen.\n")]
    public void An_embargo_counts_at_the_end_of_a_headline_and_below_the_text(string text)
    {
        var record = Reading.One(text);

        Assert.Equal(Statuses.Withheld, record.Status);
        Assert.Equal(new DateTimeOffset(2024, 3, 15, 6, 0, 0, TimeSpan.FromHours(-12)), record.Item.EmbargoedUntil);
        Assert.DoesNotContain("EMBARGO", record.Text()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EU lockert Sanktionen (Embargo bleibt)\n\nBrüssel (dpa) - Die EU lockert Sanktionen.\n")]
    [InlineData("Sanktionen - Embargo bis 2025 verlängert\n\nBrüssel (dpa) - Das Embargo gilt länger.\n")]
    public void An_embargo_on_trade_holds_nothing(string text) => Assert.Equal(Statuses.Usable, Reading.One(text).Status);

    [Theory]
    [InlineData("RECTIF: 2e para bien lire 12 trains et non 21", Signals.Correction)]
    [InlineData("Rectificatif", Signals.Correction)]
    [InlineData("RECTIFICATIF - au premier paragraphe il faut lire 12 et non 21", Signals.Correction)]
    [InlineData("REPETITION, correction au premier paragraphe (date)", Signals.Correction)]
    [InlineData("(Corrige le chiffre du deuxième paragraphe)", Signals.Correction)]
    [InlineData("ATTENTION - ajoute déclarations de la ministre ///", Signals.Update)]
    [InlineData("Attention: cette dépêche annule et remplace la précédente", Signals.Refile)]
    [InlineData("AVERTISSEMENT AUX ABONNES", Signals.Advisory)]
    [InlineData("LET OP REDACTIES: bericht over het chantier wordt aangevuld", "none")]
    public void What_stands_above_the_headline_for_editors_is_no_headline(string above, string signal)
    {
        var record = Reading.One(above + "\n\nLe chantier commencera en mai" + Belga);

        Assert.Equal(signal, record.Signal);
        Assert.Equal("Le chantier commencera en mai", record.Headline());
        Assert.Equal("La ministre a confirmé jeudi le calendrier du chantier.", record.Text());
    }

    [Theory]
    [InlineData("BC-US--Footbridge, CORRECTIVE, 0120\n\nEds: Members who used BC-US--Footbridge, sent March 13, are asked to use the following story.\n\nSPRINGFIELD, Ill. (AP) — Three people were hurt, not four.\n", Signals.Correction)]
    [InlineData("BC-US--Footbridge, 2nd Ld-Writethru, 0120\nEds: UPDATES: With quotes. CORRECTS name in 2nd graf.\nFootbridge falls in Springfield\nSPRINGFIELD, Ill. (AP) — Three people were hurt.\n", Signals.Correction)]
    [InlineData("(Eds: Updating with more details)\n\nFootbridge falls in town\n\nKochi, Mar 14 (PTI) Three people were hurt, police said.\n", Signals.Update)]
    [InlineData("Three hurt as footbridge falls (update)\n\nGENT 14/03 (BELGA) = Three people were hurt, police said.\n", Signals.Update)]
    public void A_note_says_that_a_text_corrects_or_updates(string text, string signal) => Assert.Equal(signal, Reading.One(text).Signal);

    [Fact]
    public void A_correction_is_told_in_any_line_of_the_notes()
    {
        var record = Reading.One("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:x.example:20240321:1\" version=\"2\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2024-03-21T16:41:43Z</versionCreated>"
            + "<edNote>dpa er xx z2 wom</edNote><edNote>Berichtigung: Im zweiten Absatz wurde der Name korrigiert.</edNote></itemMeta><contentMeta><headline>Nordstadt vor Comeback</headline><language tag=\"de\"/></contentMeta></newsItem>");

        Assert.Equal(Signals.Correction, record.Signal);
    }

    [Theory]
    [InlineData("Anula la noticia sobre el alcalde", "(Anulación) VILLA ALCALDE", "Se ruega a los abonados que anulen la noticia \"El alcalde dimite\".", Signals.Kill)]
    [InlineData("Anula la noticia sobre el alcalde", "VILLA ALCALDE", "Se ruega a los abonados que anulen la noticia \"El alcalde dimite\".", Signals.Kill)]
    [InlineData("El paro baja", "(Corrección) REGIÓN PARO", "El paro bajó un 2 %.", Signals.Correction)]
    [InlineData("El paro baja", "REGIÓN PARO", "El paro bajó un 2 %.", "none")]
    public void A_second_headline_or_the_words_after_the_dateline_say_it_in_news_xml(string headline, string second, string text, string signal)
    {
        var record = Reading.One(
            "<NewsML Version=\"1.2\"><NewsItem><Identification><NewsIdentifier><ProviderId>x.example</ProviderId><DateId>20240316</DateId><NewsItemId>7</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier></Identification>"
            + $"<NewsComponent><NewsLines><HeadLine>{headline}</HeadLine><SubHeadLine>{second}</SubHeadLine></NewsLines><ContentItem><DataContent><nitf><body><body.head><hedline><hl1>{headline}</hl1><hl2>{second}</hl2></hedline></body.head>"
            + $"<body.content><p>Madrid, 16 mar (EFE).- {text} EFE</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>");

        Assert.Equal(signal, record.Signal);
        Assert.Equal([headline, second], record.Item.Headlines!.Select(h => h.Value));
    }

    [Fact]
    public void A_day_of_the_month_is_no_number_of_a_dispatch()
    {
        var record = Reading.One("HOLD FOR RELEASE 12:01 A.M. ET FRIDAY, MARCH 15, 2024\n\nStudy finds more birds in cities\n\nCHICAGO (AP) — More birds live in cities than thought.\n");

        Assert.Equal(Statuses.Withheld, record.Status);
        Assert.Null(record.SignalTarget);
        Assert.Equal(new DateTimeOffset(2024, 3, 15, 4, 1, 0, TimeSpan.Zero), record.Item.EmbargoedUntil);
    }
}

using Newswire.Contracts;

namespace Newswire.Formats.Signalling;

/// <summary>How a marker must stand to count.</summary>
internal enum MarkerRule
{
    /// <summary>In capitals, then the end, punctuation or text not in capitals; or in brackets.</summary>
    Capitals,

    /// <summary>As <see cref="Capitals"/>, and in any case before a colon ("Correction: …").</summary>
    CapitalsOrColon,

    /// <summary>Alone on its line, repeated, or in brackets: "Kill Bill" kills nothing.</summary>
    Alone,

    /// <summary>As <see cref="Alone"/>, and in capitals before a dash or colon and text that is not ("WITHDRAWAL - Northwind to cut jobs").</summary>
    AloneOrLabel,
}

internal sealed record SignalMarker(string Signal, string Text, MarkerRule Rule, string? Languages = null);

/// <summary>The markers of fr, nl, en, de, es, it, pt, da, sv, nb and some more. Longest first, so that "KILL ADVISORY" is not read as "KILL".</summary>
internal static class SignalMarkers
{
    public static readonly SignalMarker[] All =
    [
        .. ((SignalMarker[])[
            .. Of(Signals.Kill, MarkerRule.AloneOrLabel, "KILL", "MANDATORY KILL", "BULLETIN KILL", "STORY KILL", "KILL ADVISORY", "KILL NOTICE", "WITHDRAWN", "STORY WITHDRAWN", "WITHDRAWAL", "ADVISORY WITHDRAWAL"),
            .. Of(Signals.Kill, MarkerRule.Alone, "KILLED", "STORY REMOVED", "DELETE", "CANCEL", "CANCELLATION", "CANCELED", "CANCELLED", "RETRACTION", "RETRACTED", "ELIMINATE", "ELIMINATION",
                "ANNULATION", "ANNULÉ", "ANNULE", "ANNULÉE", "ANNULEE", "DÉPÊCHE ANNULÉE", "DEPECHE ANNULEE", "RETRAIT", "RETRAIT DE DÉPÊCHE", "A NE PAS UTILISER", "À NE PAS UTILISER",
                "ANNULERING", "GEANNULEERD", "INTREKKING", "INGETROKKEN", "BERICHT INGETROKKEN", "VERVALT",
                "ANNULLIERUNG", "ANNULLIERT", "ZURÜCKGEZOGEN", "RÜCKZUG", "STORNO", "STORNIERUNG", "ACHTUNG ANNULLIERUNG", "MELDUNG ZURÜCKGEZOGEN", "NICHT VERWENDEN",
                "ANULACIÓN", "ANULACION", "ANULADA", "ANULADO", "RETIRADA", "ANULAR",
                "ANNULLAMENTO", "ANNULLATA", "ANNULLARE", "RITIRO", "ANULAÇÃO", "ANULADA A NOTÍCIA", "RETIRADO",
                "ANNULLERES", "TILBAGEKALDT", "ANNULLERET", "ANNULLERING", "ÅTERKALLAD", "ÅTERKALLELSE", "ANNULLERAD", "TREKKES", "TREKKES TILBAKE", "TRUKKET TILBAKE",
                "АННУЛИРОВАНИЕ", "АННУЛИРУЕТСЯ", "ОТМЕНА", "СНЯТО"),
            .. Of(Signals.Hold, MarkerRule.Alone, "HOLD", "MANDATORY HOLD", "HOLD FOR RELEASE", "STORY HELD", "NE PAS DIFFUSER", "EN ATTENTE", "A RETENIR", "À RETENIR", "AANHOUDEN", "ACHTERHOUDEN",
                "NICHT SENDEN", "BITTE ZURÜCKHALTEN", "ZURÜCKHALTEN", "NO PUBLICAR", "RETENER", "RETENIDA", "NON PUBBLICARE", "TRATTENERE", "NÃO PUBLICAR", "RETIDA", "TILBAGEHOLD", "HÅLL", "HOLDES TILBAKE"),
            .. Of(Signals.Correction, MarkerRule.CapitalsOrColon, "CORRECTION", "CORRECTION AND UPDATE", "CORRECTION ET MISE À JOUR", "CORRECTION ET MISE A JOUR", "CORRECTING and REPLACING", "CORRECTING AND REPLACING", "CORRECTED", "CORRECTIVE", "CORRECTS", "CORRECTIF", "RECTIFICATIF", "RECTIFICATION", "RECTIF", "RECTIFIE", "CORRIGÉ", "ERRATUM",
                "KORREKTUR", "BERICHTIGUNG", "BERICHTIGT", "KORRIGIERT", "RICHTIGSTELLUNG", "CORRECTIE", "RECTIFICATIE", "GECORRIGEERD", "VERBETERING",
                "CORRECCIÓN", "CORRECCION", "RECTIFICACIÓN", "RECTIFICACION", "CORRIGE", "CORREGIDA", "CORREZIONE", "RETTIFICA", "ERRATA CORRIGE", "CORRETTO", "CORREÇÃO", "CORRECÇÃO", "RETIFICAÇÃO", "RECTIFICAÇÃO",
                "RETTELSE", "RETTET", "BERIGTIGELSE", "RÄTTELSE", "RÄTTAD", "RETTING", "KORRIGERING", "OIKAISU", "KORJAUS", "ИСПРАВЛЕНИЕ", "УТОЧНЕНИЕ", "SPROSTOWANIE", "KOREKTA", "OPRAVA", "CORR"),
            .. Of(Signals.Refile, MarkerRule.Capitals, "REFILE", "REFILED", "RE-FILE", "RESEND", "CORRECTED REFILE", "ANNULE ET REMPLACE", "REMPLACE", "VERVANGT", "NIEUW bericht, vervangt", "ANNULEERT EN VERVANGT", "ERSETZT", "ERSETZT MELDUNG",
                "NEUFASSUNG", "SUSTITUYE", "ANULA Y SUSTITUYE", "ANULA Y REEMPLAZA", "REEMPLAZA", "SOSTITUISCE", "ANNULLA E SOSTITUISCE", "SUBSTITUI", "ANULA E SUBSTITUI", "ERSTATTER", "ERSÄTTER", "SUB", "SUBS"),
            .. Of(Signals.Update, MarkerRule.Capitals, "UPDATE", "UPDATED", "UPDATES", "WRITETHRU", "WRITE-THROUGH", "WRAPUP", "ROUNDUP", "RECASTS", "LEAD", "LEADALL", "LEAD GÉNÉRAL", "MISE À JOUR", "MISE A JOUR", "ACTUALISATION", "ACTUALISÉ", "ACTUALISE",
                "AKTUALISIERUNG", "AKTUALISIERT", "ZUSAMMENFASSUNG", "ERGÄNZUNG", "ERGÄNZT", "NEU", "BIJGEWERKT", "AANVULLING", "GEACTUALISEERD", "UPDATE MET", "ACTUALIZACIÓN", "ACTUALIZACION", "ACTUALIZA", "AMPLÍA", "AMPLIACIÓN", "AMPLIACION",
                "AGGIORNAMENTO", "AGGIORNA", "ATUALIZAÇÃO", "ACTUALIZAÇÃO", "ATUALIZADA", "OPDATERING", "OPDATERET", "NY VERSION", "UPPDATERING", "UPPDATERAD", "OPPDATERING", "OPPDATERT", "PÄIVITYS", "ОБНОВЛЕНИЕ", "ДОПОЛНЕНИЕ", "AKTUALIZACJA"),
            .. Of(Signals.Repeat, MarkerRule.Capitals, "REPEAT", "REPEATS", "REPEATING", "RPT", "RPTG", "REPETITION", "RÉPÉTITION", "RÉPÈTE", "WIEDERHOLUNG", "WDH", "WDHLG", "HERHALING", "REPETICIÓN", "REPITE", "RIPETIZIONE", "RIPETE", "REPETIÇÃO", "GENTAGELSE", "UPPREPNING", "REPETISJON", "ПОВТОР"),
            .. Of(Signals.Alert, MarkerRule.Capitals, "ALERTE", "FLASH", "ALERT", "NEWS ALERT", "NEWSALERT", "APNEWSALERT", "APNewsAlert", "BREAKING", "BREAKING NEWS", "SNAP", "BLITZ", "ALERTA", "AVANCE", "속보", "速報", "快讯", "快訊", "ÚLTIMA HORA", "ULTIMA HORA", "ULTIM'ORA", "BLITZMELDUNG", "МОЛНИЯ", "DERNIÈRE MINUTE"),
            .. Of(Signals.Urgent, MarkerRule.CapitalsOrColon, "URGENT", "URGENTE", "EILMELDUNG", "SPOED", "긴급"),
            .. Of(Signals.Urgent, MarkerRule.Capitals, "SPOEDBERICHT", "DRINGEND", "BULLETIN", "HASTER", "HASTEMELDING", "HASTEMEDDELELSE", "BRÅDSKANDE", "ILMEDDELELSE", "PILNE", "PILNY", "СРОЧНО", "EXPRESS"),
            new(Signals.Correction, "CORRECT", MarkerRule.Alone),
            new(Signals.Urgent, "EIL", MarkerRule.CapitalsOrColon, "de"),
            .. Of(Signals.Advisory, MarkerRule.Capitals, "ADVISORY", "MEDIA ADVISORY", "ATTENTION USERS", "NEWS ADVISORY", "EDITORS' NOTE", "NOTE TO EDITORS", "AVIS AUX RÉDACTIONS", "AVIS AUX REDACTIONS", "NOTE AUX RÉDACTIONS", "NOTE AUX REDACTIONS", "AVIS", "AVIS AUX ABONNÉS", "AVIS AUX ABONNES", "AVERTISSEMENT AUX ABONNÉS", "AVERTISSEMENT AUX ABONNES", "AVERTISSEMENT AUX RÉDACTIONS",
                "REDAKTIONSHINWEIS", "HINWEIS AN DIE REDAKTIONEN", "HINWEIS", "ACHTUNG REDAKTIONEN", "AAN DE REDACTIES", "NOTA AAN DE REDACTIES", "MEDEDELING", "NOTA A LAS REDACCIONES", "AVISO", "AVISO A LAS REDACCIONES", "AVISO A LOS ABONADOS", "NOTA A LOS EDITORES", "AVVISO", "AVVISO ALLE REDAZIONI", "NOTA ALLE REDAZIONI",
                "AVISO ÀS REDAÇÕES", "NOTA ÀS REDAÇÕES", "TIL REDAKTIONEN", "TIL REDAKSJONEN", "TILL REDAKTIONEN", "К СВЕДЕНИЮ РЕДАКЦИЙ", "DAYBOOK", "AGENDA"),
        ]).OrderByDescending(marker => marker.Text.Length),
    ];

    private static readonly ByFirstLetters<SignalMarker> ByLetter = new(All, marker => marker.Text);

    /// <summary>The markers that <paramref name="text"/> can begin with, longest first.</summary>
    public static ReadOnlySpan<SignalMarker> At(ReadOnlySpan<char> text) => ByLetter.For(text);

    /// <summary>Which signal wins when several are stated: the one that does most harm when missed.</summary>
    public static int Rank(string? signal) => signal switch
    {
        Signals.Kill => 9,
        Signals.Hold => 8,
        Signals.Correction => 7,
        Signals.Refile => 6,
        Signals.Update => 5,
        Signals.Repeat => 4,
        Signals.Alert => 3,
        Signals.Urgent => 2,
        Signals.Advisory => 1,
        _ => 0,
    };

    private static IEnumerable<SignalMarker> Of(string signal, MarkerRule rule, params string[] texts)
        => texts.Select(text => new SignalMarker(signal, text, rule));
}

using System.Buffers;
using Newswire.Contracts;
using Newswire.Formats.Wire;

namespace Newswire.Formats.Signalling;

/// <summary>Sentences by which editors speak to editors: "please kill …", "prière d'annuler …", "Corrects paragraph 2 …".</summary>
internal static class EditorPhrase
{
    // Phrase, signal. A kill phrase counts where a line begins with it or with a call for attention, or anywhere in an editor's note.
    private static readonly (string Text, string Signal)[] Anywhere =
    [
        ("please kill", Signals.Kill), ("kill the story", Signals.Kill), ("kill this story", Signals.Kill), ("story is withdrawn", Signals.Kill), ("has been withdrawn", Signals.Kill), ("is withdrawn", Signals.Kill),
        ("please ignore the", Signals.Kill), ("is withdrawing its story", Signals.Kill), ("is withdrawing the story", Signals.Kill), ("make certain the story is not", Signals.Kill), ("a kill is mandatory", Signals.Kill), ("please withhold", Signals.Hold), ("please hold", Signals.Hold), ("do not use the story", Signals.Kill), ("please do not use", Signals.Kill), ("please disregard", Signals.Kill), ("please delete", Signals.Kill),
        ("annule et remplace", Signals.Refile), ("annuleert en vervangt", Signals.Refile), ("anula y sustituye", Signals.Refile), ("annulla e sostituisce", Signals.Refile), ("cette dépêche annule et remplace", Signals.Refile), ("dit bericht vervangt", Signals.Refile), ("diese meldung ersetzt", Signals.Refile),
        ("prière d'annuler", Signals.Kill), ("priere d'annuler", Signals.Kill), ("merci d'annuler", Signals.Kill), ("veuillez annuler", Signals.Kill), ("prière de ne pas utiliser", Signals.Kill), ("merci de ne pas utiliser", Signals.Kill),
        ("nous annulons", Signals.Kill), ("prière de ne pas tenir compte", Signals.Kill), ("veuillez ne pas tenir compte", Signals.Kill), ("prière de retenir", Signals.Hold), ("merci de retenir", Signals.Hold),
        ("gelieve te annuleren", Signals.Kill), ("gelieve dit bericht", Signals.Kill), ("gelieve het bericht", Signals.Kill), ("wordt ingetrokken", Signals.Kill), ("trekken wij in", Signals.Kill), ("niet te gebruiken", Signals.Kill),
        ("bitte annullieren", Signals.Kill), ("bitte die meldung", Signals.Kill), ("bitte nicht verwenden", Signals.Kill), ("bitte verwenden sie die meldung", Signals.Kill), ("ziehen wir zurück", Signals.Kill), ("wird zurückgezogen", Signals.Kill),
        ("rogamos anulen", Signals.Kill), ("rogamos anular", Signals.Kill), ("por favor anulen", Signals.Kill), ("queda anulada", Signals.Kill), ("si prega di annullare", Signals.Kill), ("si prega di non utilizzare", Signals.Kill),
        ("pedimos que anulem", Signals.Kill), ("é favor anular", Signals.Kill), ("bedes annulleret", Signals.Kill), ("bedes slettet", Signals.Kill), ("bes slettet", Signals.Kill), ("vänligen stryk", Signals.Kill), ("просим аннулировать", Signals.Kill),
    ];

    // Verbs an editor's note begins with.
    private static readonly (string Text, string Signal)[] NoteStarts =
    [
        ("corrects", Signals.Correction), ("correcting", Signals.Correction), ("fixes", Signals.Correction), ("corrige", Signals.Correction), ("rectifie", Signals.Correction), ("korrigiert", Signals.Correction), ("berichtigt", Signals.Correction),
        ("corrigeert", Signals.Correction), ("verbetert", Signals.Correction), ("corregge", Signals.Correction), ("rettifica", Signals.Correction), ("retter", Signals.Correction), ("rättar", Signals.Correction),
        ("berichtigung", Signals.Correction), ("korrektur", Signals.Correction), ("rectificatif", Signals.Correction), ("rectificatie", Signals.Correction), ("correction", Signals.Correction), ("correctie", Signals.Correction), ("corrección", Signals.Correction), ("rettelse", Signals.Correction),
        ("recasts", Signals.Update), ("updates", Signals.Update), ("updating", Signals.Update), ("subs ", Signals.Refile), ("adds", Signals.Update), ("ajoute", Signals.Update), ("actualise", Signals.Update), ("complète", Signals.Update), ("met à jour", Signals.Update), ("aktualisiert", Signals.Update), ("ergänzt", Signals.Update),
        ("voegt toe", Signals.Update), ("actualiseert", Signals.Update), ("vult aan", Signals.Update), ("actualiza", Signals.Update), ("amplía", Signals.Update), ("añade", Signals.Update), ("aggiorna", Signals.Update), ("aggiunge", Signals.Update), ("atualiza", Signals.Update), ("acrescenta", Signals.Update), ("tilføjer", Signals.Update),
    ];

    private static readonly SearchValues<char> Opening = SearchValues.Create(" \t*+>=#(-–[«\"");

    private static readonly ByFirstLetters<(string Text, string Signal)> ByLetter = new(Anywhere, phrase => phrase.Text);
    private static readonly ByFirstLetters<(string Text, string Signal)> NoteStartsByLetter = new(NoteStarts, verb => verb.Text);
    private static readonly SearchValues<string> AnyPhrase = SearchValues.Create([.. Anywhere.Select(phrase => phrase.Text)], StringComparison.OrdinalIgnoreCase);

    /// <summary>"Eds: UPDATES: With quotes. CORRECTS spelling of name.": a word in capitals anywhere in a note.</summary>
    public static (string Signal, string Text)? InCapitals(string note)
    {
        foreach (var word in (string[])["CORRECTS", "CORRECT", "CORRECTING"])
        {
            var at = note.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetter(note[at - 1])) && (at + word.Length == note.Length || !char.IsLetter(note[at + word.Length])))
                return (Signals.Correction, word);
        }

        return null;
    }

    /// <param name="isNote">The text is an editor's note; otherwise it is a line of the dispatch, and must be addressed to editors.</param>
    public static (string Signal, string Text)? Read(ReadOnlySpan<char> text, bool isNote)
    {
        var start = LineStart.Past(text, Opening).TrimStart();
        var addressed = EditorCall.TryTake(ref start) || isNote;
        var head = start[..Math.Min(start.Length, 400)];

        // Every line of every feed item comes here: what is not addressed to editors is not searched.
        foreach (var (phrase, signal) in !addressed ? ByLetter.For(head) : head.ContainsAny(AnyPhrase) ? Anywhere : [])
        {
            var at = addressed ? head.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) : head.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) ? 0 : -1;
            if (at == 0 || (at > 0 && addressed && !char.IsLetter(head[at - 1])))
                return (signal, head.Slice(at, phrase.Length).ToString());
        }

        if ((EditorRequest.Read(head) ?? EditorRequest.ReadNotice(head)) is { } request)
            return (Signals.Kill, request);

        // "(Corrige la cifra …)": a line in brackets speaks to editors too.
        if (!addressed && !WireNotes.IsBracketed(text))
            return null;
        foreach (var (verb, signal) in NoteStartsByLetter.For(head))
        {
            if (head.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (head.Length == verb.Length || verb[^1] == ' ' || !char.IsLetter(head[verb.Length])))
                return (signal, head[..verb.Length].ToString());
        }

        return null;
    }
}

using System.Buffers;

namespace Newswire.Formats.Signalling;

/// <summary>
/// A request to those who received a dispatch not to use it, in any wording: an opening, what is asked, and what for: "Se ruega a los
/// abonados que anulen la noticia …". All three must be there, for readers too are asked to delete things.
/// </summary>
internal static class EditorRequest
{
    private const int Longest = 240;

    private static readonly SearchValues<char> QuoteOrDigit = SearchValues.Create("\"'«“„0123456789");

    private static readonly string[] Openings =
    [
        "please", "subscribers are", "editors are", "clients are", "les abonnés sont", "nos abonnés sont", "les rédactions sont", "nous prions", "prière", "priere", "veuillez", "merci de", "gelieve", "abonnees worden", "redacties worden", "wij verzoeken",
        "we verzoeken", "bitte", "wir bitten", "die redaktionen werden", "se ruega", "rogamos", "les rogamos", "se solicita", "solicitamos", "por favor", "si prega", "preghiamo", "pede-se", "pedimos", "solicita-se", "bedes", "vi beder", "vi ber", "vänligen", "prosimy", "просим", "просьба",
    ];

    private static readonly string[] Asked =
    [
        "disregard", "not use", "not publish", "discard", "annuler", "ne pas tenir compte", "ne pas utiliser", "ne pas diffuser", "ne pas publier", "supprimer", "annuleren", "niet te gebruiken", "niet gebruiken", "niet te publiceren", "te verwijderen", "geen rekening",
        "annullier", "nicht verwenden", "nicht mehr", "nicht zu verwenden", "nicht veröffentlichen", "löschen", "anul", "no utili", "no usar", "no publi", "no difund", "elimin", "no tengan en cuenta", "annullare", "non utilizzare", "non pubblicare", "non tenere conto",
        "desconsider", "não utiliz", "não public", "annullere", "slette", "stryk", "anulowanie", "аннулировать", "не использовать",
    ];

    private static readonly string[] Dispatches =
    [
        "dispatch", "story", "item", "dépêche", "depeche", "texte", "bericht", "tekst", "meldung", "noticia", "información", "despacho", "nota ", "notizia", "lancio", "notícia", "matéria", "texto", "historien", "artiklen", "saken", "nyheten", "artikeln", "texten", "depeszy", "сообщение", "новость",
    ];

    // "Het bericht 'Gemeente herstelt kades' vervalt": the dispatch itself, and what is said of it.
    private static readonly string[] Subjects =
    [
        "the story ", "the item ", "our story ", "la dépêche ", "la depeche ", "notre dépêche ", "het bericht ", "ons bericht ", "die meldung ", "unsere meldung ", "la noticia ", "el despacho ", "la notizia ", "a notícia ",
    ];

    private static readonly string[] Predicates =
    [
        "has been withdrawn", "is withdrawn", "has been killed", "est annulée", "est annulee", "est retirée", "a été annulée", "vervalt", "wordt ingetrokken", "is ingetrokken", "wird zurückgezogen", "wird zurückgerufen", "ist zurückgezogen", "wird annulliert",
        "ist hinfällig", "queda anulad", "ha sido anulad", "è annullata", "è da annullare", "fica anulad", "é anulad",
    ];

    private static readonly ByFirstLetters<string> SubjectsByLetter = new(Subjects, subject => subject);
    private static readonly ByFirstLetters<string> OpeningsByLetter = new(Openings, opening => opening);

    /// <summary>What a line that begins with "the story …" says of it, when it says that it is no more; null when it says anything else.</summary>
    public static string? ReadNotice(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, Longest)];
        foreach (var subject in SubjectsByLetter.For(head))
        {
            // A title between quotation marks may say anything.
            if (head.StartsWith(subject, StringComparison.OrdinalIgnoreCase) && NamesDispatch(head[subject.Length..]) && Found(head, Predicates) is { } said)
                return subject + "… " + said;
        }

        return null;
    }

    /// <summary>A quoted headline or a number near the start: "la notizia" alone is any news.</summary>
    private static bool NamesDispatch(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, 40)].IndexOfAny(QuoteOrDigit) >= 0;

    /// <summary>The words of the request <paramref name="text"/> begins with; null when it begins with none.</summary>
    public static string? Read(ReadOnlySpan<char> text)
    {
        foreach (var opening in OpeningsByLetter.For(text))
        {
            if (!text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = text[..Math.Min(text.Length, Longest)][opening.Length..];
            if (Found(rest, Asked) is { } asked && Found(rest, Dispatches) is not null)
                return $"{opening} … {asked}";
        }

        return null;
    }

    private static string? Found(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return word;
        }

        return null;
    }
}

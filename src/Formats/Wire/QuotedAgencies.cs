using System.Runtime.InteropServices;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>
/// Finds the agencies and broadcasters a text quotes ("confirmé à l'AFP", "à la chaîne étatique turque TRT"), each once, where it is first
/// named. Those that sign the dispatch are not among them. Linear in the text.
/// </summary>
public static class QuotedAgencies
{
    private const int MostWords = 5;
    private const int CueBefore = 60;
    private const int CueAfter = 30;

    // A broadcaster or paper is a source only where the text says it was spoken to or reports.
    private static readonly string[] MediaCues =
    [
        "chaîne", "télévision", "radio", "télé ", "au micro", "entretien", "interview", "quotidien", "journal", "hebdomadaire", "magazine", "selon", "told", "channel", "broadcaster", "television", "newspaper", "according to", "network", "station",
        "sender", "fernseh", "zeitung", "gegenüber", "laut ", "zender", "omroep", "krant", "volgens", "tegenover", "dagblad", "cadena", "canal", "televisión", "diario", "según", "emisora", "emittente", "quotidiano", "secondo", "giornale", "televisione",
        "jornal", "televisão", "segundo", "avis", "avisen", "tidning", "kanal", "телеканал", "агентств", "газет", "قناة", "تلفزيون", "صحيفة",
    ];

    private static readonly string[] ReportCues = ["report", "said", "rapporte", "a rapporté", "indique", "meldt", "meldde", "bericht", "meldete", "schreibt", "informó", "informa", "riferisce", "noticiou", "skriver", "сообщ"];
    private static readonly string[] AgencyCues = ["agence", "agency", "agentur", "agentschap", "persbureau", "agencia", "agenzia", "agência", "bureau", "byrå", "byrån", "agencja", "агентств", "وكالة", "wire service", "volgens het", "meldt het", "tegen het", "aan het"];

    /// <summary>Null when none is quoted. Spans are UTF-16 positions in <paramref name="body"/>.</summary>
    public static IReadOnlyList<ChainSource>? Find(string? body, IReadOnlyList<Credit> credits)
    {
        if (string.IsNullOrEmpty(body))
            return null;
        var mentions = Mentions(body);
        if (mentions is null)
            return null;
        var signed = credits.Select(credit => Agencies.InSignature(credit.Name)?.Name ?? credit.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, Mention>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (!signed.Contains(mention.Name))
                found.TryAdd(mention.Name, mention);
        }

        return found.Count == 0
            ? null
            : [.. found.Values.OrderBy(mention => mention.Start).Select(mention => new ChainSource { Name = mention.Name, Role = "quoted", Span = [mention.Start, mention.Length] })];
    }

    private static List<Mention>? Mentions(string body)
    {
        List<Mention>? mentions = null;
        var unspaced = false;
        var capitals = Agencies.CapitalsIn(body);
        var (capital, small) = (capitals.From(0), Agencies.NextSmallForm(body, 0));
        while (Math.Min(capital, small) is var start && start < body.Length)
        {
            // Latin words hold few further capitals; words of other scripts are gone over once.
            var mayBegin = Agencies.MayBegin(body, start);
            var end = mayBegin || body[start] >= '\u0250' ? WordEnd(body, start) : start + 1;
            if (mayBegin && BeginsWord(body, start) && Agencies.BeginsForm(body.AsSpan(start, end - start)) && Longest(body, start, end) is { } mention)
            {
                (mentions ??= []).Add(mention);
                end = mention.Start + mention.Length;
            }

            // A dash or quotation mark beyond ASCII is no word at all.
            end = Math.Max(end, start + 1);
            unspaced |= Agencies.IsUnspaced(body[start]) || Agencies.IsUnspaced(body[end - 1]);
            if (capital < end)
                capital = capitals.From(end);
            if (small < end)
                small = Agencies.NextSmallForm(body, end);
        }

        if (unspaced)
            AddUnspaced(body, ref mentions);
        return mentions;
    }

    /// <summary>In scripts without blanks a name stands anywhere.</summary>
    private static void AddUnspaced(string body, ref List<Mention>? mentions)
    {
        for (var at = Agencies.NextUnspaced(body, 0); at < body.Length; at = Agencies.NextUnspaced(body, at + 1))
        {
            foreach (var (form, agency) in Agencies.MayBegin(body, at) ? Agencies.Unspaced : [])
            {
                if (!body.AsSpan(at).StartsWith(form))
                    continue;
                if (agency.Kind == AgencyKind.Agency)
                    (mentions ??= []).Add(new Mention(agency.Name, at, form.Length));
                break;
            }
        }
    }

    /// <summary>The longest known form of up to five words that begins here and is quoted.</summary>
    private static Mention? Longest(string body, int start, int wordEnd)
    {
        Mention? longest = null;
        for (var (end, words) = (wordEnd, 1); words <= MostWords; words++)
        {
            if (Agencies.InText(body.AsSpan(start, end - start)) is { } form && IsQuoted(body, start, end, form.Agency, form.Ambiguous))
                longest = new Mention(form.Agency.Name, start, end - start);
            if (end + 1 >= body.Length || body[end] is not (' ' or '-' or '/' or '.' or '\u00a0') || !char.IsLetterOrDigit(body[end + 1]))
                break;
            end = WordEnd(body, end + 1);
        }

        return longest;
    }

    private static bool IsQuoted(string body, int start, int end, Agency agency, bool ambiguous) => agency.Kind switch
    {
        AgencyKind.Agency => !ambiguous || HasCue(body, start, end, AgencyCues, []) || (start > 0 && body[start - 1] == '(' && end < body.Length && body[end] == ')' && Agencies.InSignature(body.AsSpan(start, end - start)) is not null && end - start > 2),
        AgencyKind.Broadcaster => HasCue(body, start, end, MediaCues, ReportCues),
        _ => false,
    };

    private static bool HasCue(string body, int start, int end, string[] before, string[] after)
    {
        var left = body.AsSpan(Math.Max(0, start - CueBefore), Math.Min(CueBefore, start));
        var stop = left.LastIndexOf('.');
        if (stop >= 0)
            left = left[(stop + 1)..];
        foreach (var cue in before)
        {
            if (left.Contains(cue, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        var right = body.AsSpan(end, Math.Min(CueAfter, body.Length - end));
        foreach (var cue in after)
        {
            if (right.Contains(cue, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>A letter that no letter precedes, or only digits that none precedes: in "3AFP" the word is AFP.</summary>
    private static bool BeginsWord(string body, int at)
    {
        if (!char.IsLetter(body[at]))
            return false;
        var before = at - 1;
        while (before >= 0 && char.IsDigit(body[before]))
            before--;
        return before < 0 || !char.IsLetterOrDigit(body[before]);
    }

    private static int WordEnd(string body, int start)
    {
        var end = start;
        while (end < body.Length && char.IsLetterOrDigit(body[end]))
            end++;
        return end;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Mention(string Name, int Start, int Length);
}

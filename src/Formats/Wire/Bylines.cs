namespace Newswire.Formats.Wire;

/// <summary>Tells lines that name the writer: "Par Camille Roux", "By PAUL BYRNE and ALMUDENA CALATRAVA", "Von Anke Grünwald, dpa", "김하늘 기자".</summary>
internal static class Bylines
{
    private const int Longest = 120;

    private static readonly string[] Openers =
    [
        "By", "BY", "Par", "PAR", "Von", "VON", "Por", "POR", "Di", "Door", "DOOR", "Af", "AF", "Av", "AV", "Text:", "Texte:", "Tekst:", "TEXT:", "Reporting by", "Propos recueillis par", "Dal nostro", "Dalla nostra",
        "De notre", "De notre correspondant", "Od", "Autor:", "Автор:", "Av:", "Par:", "By:", "Von:", "Della nostra", "Oleh",
    ];

    // Lower-case words that occur in names and in lists of them.
    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "et", "und", "en", "y", "e", "i", "og", "och", "de", "van", "von", "der", "den", "du", "la", "le", "del", "della", "di", "da", "dos", "al", "el", "ter", "ten", "the", "avec", "with", "mit", "met", "con", "in", "à", "a", "at",
        "für", "pour", "for", "correspondents", "correspondent", "staff", "writer", "notre", "correspondant", "correspondante", "envoyé", "envoyée", "spécial", "spéciale", "dpa", "afp", "nova", "ats", "sda", "tca", "bin", "ibn", "zu", "zur",
    };

    /// <summary>The line is a byline. A trailing " =" (block end of IPTC 7901) is not part of it.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        var text = line.Trim().TrimEnd("=").TrimEnd();
        if (text.Length is < 4 or > Longest || text[^1] is '.' or ':' or '?' or '!' && !IsInitial(text))
            return EndsWithReporter(text);
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener, StringComparison.Ordinal) && text.Length > opener.Length && (text[opener.Length] is ' ' or '\u00a0' || opener[^1] == ':')
                && IsNames(text[opener.Length..]))
                return true;
        }

        return EndsWithReporter(text) || SignedByAgency(text);
    }

    /// <summary>"Camille Roux, nova": a name, a comma and a known agency.</summary>
    private static bool SignedByAgency(ReadOnlySpan<char> text)
    {
        var comma = text.LastIndexOf(',');
        return comma > 4 && text.Length < 80 && Agencies.InSignature(text[(comma + 1)..]) is not null && IsNames(text[..comma]);
    }

    private static bool EndsWithReporter(ReadOnlySpan<char> text)
        => text.Length is > 3 and < 20 && (text.EndsWith(" 기자") || text.EndsWith(" 특파원"));

    internal static bool IsNames(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text.SplitAny(" \t\u00a0,&/"))
        {
            var word = text[range].Trim();
            if (word.IsEmpty)
                continue;
            if (++words > 14)
                return false;
            if (char.IsLower(word[0]) && !Small.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) && !word.StartsWith("d'", StringComparison.Ordinal) && !word.StartsWith("l'", StringComparison.Ordinal))
                return false;
            if (char.IsDigit(word[0]) || word.ContainsAny('"', '?', '!'))
                return false;
        }

        return words > 0;
    }

    private static bool IsInitial(ReadOnlySpan<char> text) => text[^1] == '.' && text.Length > 3 && (text[^3] is ' ' or '.' || text.EndsWith("Jr.") || text.EndsWith("Sr."));
}

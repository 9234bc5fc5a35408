using System.Buffers;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>The agencies in brackets, slashes or bare at a dateline's end: "(Nova/Orbe)", "/TASS/", "(dpa/bb)", "(BUSINESS WIRE)".</summary>
internal static class Signature
{
    private const int LongestSignature = 60;

    // What stands in brackets after a name at the start of a text without being an agency: parties, countries, notes.
    private static readonly HashSet<string> NotAgencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "CDU", "CSU", "SPD", "FDP", "AfD", "BSW", "Linke", "Grüne", "PS", "LR", "RN", "LFI", "EELV", "MoDem", "LREM", "MR", "PTB", "PVDA", "Ecolo", "DéFI",
        "N-VA", "VB", "Vooruit", "Groen", "CD&V", "Open Vld", "VVD", "PVV", "D66", "PvdA", "CDA", "SP", "PP", "PSOE", "Vox", "ERC", "PNV", "PD", "FI", "M5S",
        "FdI", "Lega", "GOP", "Labour", "Tory", "SNP", "R", "D", "I", "ÖVP", "SPÖ", "FPÖ", "SVP", "NATO", "OTAN", "UN", "ONU", "EU", "UE", "USA", "US", "UK",
        "FRA", "GER", "BEL", "NED", "ITA", "ESP", "GBR", "SUI", "AUT", "Update", "Video", "Photo", "Archives", "Archiv", "Opinion", "Exclusive", "Suite",
    };

    private static readonly string[] Correspondents = ["Корр. ", "корр. ", "Corr. ", "Кор. "];

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("()[]:!?\"«»“”=…");

    /// <summary>The names, as they are to be credited, and whether one of them is known; null when this is no signature.</summary>
    public static (List<string> Names, bool Known)? Read(ReadOnlySpan<char> content)
    {
        content = WithoutCorrespondent(content.Trim());
        if (content.IsEmpty || content.Length > LongestSignature)
            return null;
        if (Agencies.InSignature(content) is { } whole)
            return ([Spelling(whole, content)], true);
        var names = new List<string>();
        var unknown = new List<string>();
        var known = false;
        foreach (var range in content.SplitAny('/', ',', ';', '+'))
        {
            var part = content[range].Trim();
            if (part.IsEmpty)
                return null;
            if (Agencies.InSignature(part) is { } agency)
            {
                names.Add(Spelling(agency, part));
                known = true;
            }
            else if (AllKnown(part, ' ', names) || AllKnown(part, '-', names))
            {
                known = true;
            }
            else if (IsName(part))
            {
                names.Add(part.ToString());
            }
            else
            {
                unknown.Add(part.ToString());
            }
        }

        // "(dpa/bb)": a regional desk beside a known agency is dropped; anything else in lower case is no agency.
        if (unknown.Count > 0 && (!known || unknown.Any(part => part.Length > 5)))
            return null;
        return names.Count is > 0 and <= 4 ? (names, known) : null;
    }

    /// <summary>The names in what holds known agencies and nothing else; null for all else.</summary>
    public static List<string>? OfAgencies(ReadOnlySpan<char> content)
        => Read(content) is { Known: true } signature && signature.Names.TrueForAll(name => Agencies.InSignature(name) is not null) ? signature.Names : null;

    /// <summary>"NTB-Ola Nordmann", "Корр. ТАСС Иван Иванов": who wrote it, after the agency; null when nobody is named.</summary>
    public static string? Writer(ReadOnlySpan<char> content)
    {
        content = content.Trim();
        var agency = WithoutCorrespondent(content);
        if (agency.Length == content.Length || Agencies.InSignature(agency) is null)
            return null;
        var writer = content[(content.IndexOf(agency, StringComparison.Ordinal) + agency.Length)..].Trim(" -–,");
        return writer.IsEmpty ? null : writer.ToString();
    }

    /// <summary>The agency alone, where a correspondent is named with it.</summary>
    private static ReadOnlySpan<char> WithoutCorrespondent(ReadOnlySpan<char> content)
    {
        var agency = content;
        foreach (var title in Correspondents)
        {
            if (agency.StartsWith(title))
                agency = agency[title.Length..].TrimStart();
        }

        var titled = agency.Length < content.Length;
        var end = titled ? agency.IndexOf(' ') : agency.IndexOfAny('-', '–');
        if (end > 1 && Agencies.InSignature(agency) is null && Agencies.InSignature(agency[..end]) is not null && IsPerson(agency[(end + 1)..]))
            return agency[..end];
        return titled && Agencies.InSignature(agency) is not null ? agency : content;
    }

    /// <summary>Two to four words with capitals.</summary>
    private static bool IsPerson(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length < 40 && text.Count(' ') is >= 1 and <= 3 && IsName(text);
    }

    /// <summary>Makes those who sign the credit of an item that has none yet.</summary>
    public static void Credit(DispatchItem item, params IEnumerable<string> names)
    {
        if (item.Credits.Count == 0)
            item.Credits.AddRange(names.Select(name => new Credit { Name = name, Role = "distributor" }));
    }

    /// <summary>As printed, except that a known name in another case is spelled as the agency spells it ("BELGA" is Belga).</summary>
    public static string Spelling(Agency agency, ReadOnlySpan<char> printed)
        => printed.Equals(agency.Name, StringComparison.OrdinalIgnoreCase) ? agency.Name : printed.ToString();

    /// <summary>"ats afp", "AFP-DPA-REUTER": every part of it is an agency.</summary>
    private static bool AllKnown(ReadOnlySpan<char> part, char separator, List<string> names)
    {
        var found = new List<string>();
        foreach (var range in part.Split(separator))
        {
            if (Agencies.InSignature(part[range]) is not { } agency)
                return false;
            found.Add(Spelling(agency, part[range]));
        }

        names.AddRange(found);
        return found.Count > 0;
    }

    /// <summary>One to three words, each beginning with a capital or a letter of a script without case.</summary>
    private static bool IsName(ReadOnlySpan<char> part)
    {
        if (part.Length is < 2 or > 30 || NotAgencies.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part))
            return false;
        var words = 0;
        foreach (var range in part.Split(' '))
        {
            var word = part[range];
            if (word.IsEmpty || ++words > 3 || !char.IsLetter(word[0]) || char.IsLower(word[0]))
                return false;
        }

        return !part.ContainsAny(NeverInNames);
    }
}

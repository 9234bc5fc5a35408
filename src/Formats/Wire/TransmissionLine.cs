using System.Buffers;
using System.Globalization;

namespace Newswire.Formats.Wire;

/// <summary>
/// Lines that carried the dispatch and are no part of it: "nov0001 4 pl 53  nova r01" (IPTC 7901), "BC-Libraries, 2nd Ld-Writethru,210"
/// (ANPA slug), "écoles-rénovation/" (keywords).
/// </summary>
internal static class TransmissionLine
{
    private static readonly SearchValues<char> Codes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/-");

    /// <summary>The header line of IPTC 7901, with or without its control characters.</summary>
    public static Header7901? Read7901(ReadOnlySpan<char> line)
    {
        Span<Range> words = stackalloc Range[12];
        line = line.Trim().TrimStart("\u0001\u007f\u0000");
        if (line.Length is < 10 or > 120)
            return null;
        var count = line.SplitAny(words, " \t\u00a0", StringSplitOptions.RemoveEmptyEntries);
        if (count < 5)
            return null;
        var id = line[words[0]];
        if (id.Length is < 6 or > 8 || !AllLetters(id[..3]) || id[3..].ContainsAnyExceptInRange('0', '9'))
            return null;

        // Belga's placeholders have no category.
        var category = line[words[2]].Length <= 3 && AllLetters(line[words[2]]) ? line[words[2]] : default;
        var at = category.IsEmpty ? 2 : 3;
        if (line[words[1]] is not [>= '0' and <= '9'] || !int.TryParse(line[words[at]], NumberStyles.None, CultureInfo.InvariantCulture, out var wordCount))
            return null;
        var belga = line[words[at + 1]] is [(>= 'A' and <= 'Z') and var letter] ? letter : '\0';
        if (category.IsEmpty && belga == '\0')
            return null;
        var header = new Header7901(
            id[..3].ToString(), int.Parse(id[3..], CultureInfo.InvariantCulture), id.ToString(), line[words[1]][0] - '0', category.ToString(), wordCount,
            line[words[count - 2]].ToString(), line[words[count - 1]].ToString());
        if (belga == '\0')
            return header;

        // "F BELGA-0102 COR 703": language, number of the day (dots when it has none), then who wrote it.
        var number = at + 2 < count ? line[words[at + 2]] : default;
        var numbered = number.StartsWith("BELGA-") && !number["BELGA-".Length..].IsEmpty && !number["BELGA-".Length..].ContainsAnyExceptInRange('0', '9');
        return header with { Agency = "", AgencyNumber = numbered ? number.ToString() : "", IsBelga = true, Language = belga switch { 'F' => "fr", 'N' => "nl", 'E' => "en", _ => null } };
    }

    /// <summary>"[31-JUL-97  00:00]": when a session of a telex line took up the messages below it.</summary>
    public static bool IsSessionStamp(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length is > 14 and < 24 && line[0] == '[' && line[^1] == ']' && char.IsAsciiDigit(line[1]) && line.Contains(':') && line.Count('-') == 2;
    }

    /// <summary>"BC-slug, version,210": its slug, version (may be empty) and word count; null for any other line.</summary>
    public static (string Slug, string? Version, int? Words)? ReadSlug(string line)
    {
        var text = line.AsSpan().Trim().Trim("^<").Trim();
        if (text.Length is < 4 or > 120)
            return null;

        // "A1234 BC-MILL-FIRE-NYT": the number of the line before the slug.
        if (text.Length > 8 && char.IsAsciiLetterUpper(text[0]) && text[5] == ' ' && !text[1..5].ContainsAnyExceptInRange('0', '9'))
            text = text[6..].TrimStart();
        var parts = text.ToString().Split(',', StringSplitOptions.TrimEntries);
        int? words = null;
        if (parts.Length > 1 && parts[^1].Length is > 0 and < 6 && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            words = count;
        var cycle = text.Length > 4 && text[2] == '-' && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && text[..2] is "BC" or "AM" or "PM" or "AP" or "EU" or "US" or "AS" or "ML";
        if (!cycle || (words is null && parts.Length > 2) || parts[0].AsSpan().Count(' ') > 4)
            return null;
        var version = parts.Length > (words is null ? 1 : 2) ? parts[1] : null;
        return (parts[0], version, words);
    }

    /// <summary>"Switzerland/migration/UN/" or "/Essai/": words between slashes, no blank line's worth of prose.</summary>
    public static string? ReadKeywords(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 2 or > 120 || (text[^1] != '/' && text[0] != '/') || text.Contains("//", StringComparison.Ordinal))
            return null;
        var words = text.Trim('/').Trim();
        // "København, mandag /ritzau/" is signed.
        return words.IsEmpty || words.IndexOfAny('.', ':', '"') >= 0 || (text[0] != '/' && text.Contains(" /", StringComparison.Ordinal) && Agencies.InSignature(words[(words.LastIndexOf('/') + 1)..]) is not null) ? null : words.ToString();
    }

    /// <summary>"1 COURTS Bridge": PA's page, desk in capitals and catchline; null for any other line.</summary>
    public static string? ReadCatchline(string line)
    {
        var text = line.AsSpan().Trim();
        var page = text.IndexOf(' ');
        if (page is not (1 or 2) || text.Length > 40 || text[..page].ContainsAnyExceptInRange('0', '9'))
            return null;
        var catchline = text[(page + 1)..];
        var desk = catchline.IndexOf(' ');
        if (desk < 4 || catchline[..desk].ContainsAnyExceptInRange('A', 'Z') || catchline.Count(' ') > 2)
            return null;
        foreach (var range in catchline[(desk + 1)..].Split(' '))
        {
            if (catchline[(desk + 1)..][range] is not [>= 'A' and <= 'Z', ..] word || !word[1..].ContainsAnyInRange('a', 'z'))
                return null;
        }

        return catchline.ToString();
    }

    /// <summary>"XRE56789_SXA_QBXB", "R POL S0A QBXB", "MEDIA RELEASE PR67276", "Source: …": routing codes and what release wires print above.</summary>
    public static bool IsCodes(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.StartsWith("$adv", StringComparison.OrdinalIgnoreCase))
            return text.Length < 12;
        if (text.StartsWith("MEDIA RELEASE", StringComparison.Ordinal) || text.StartsWith("PRESS RELEASE", StringComparison.Ordinal))
            return text.Length < 40;
        if (text.StartsWith("Source:", StringComparison.Ordinal) || text.StartsWith("SOURCE:", StringComparison.Ordinal))
            return text.Length < 120;
        if (text.Length is < 3 or > 60)
            return false;
        if (IsNumbered(text))
            return true;
        int tokens = 0, coded = 0;
        foreach (var range in text.Split(' '))
        {
            var token = text[range];
            var underscore = token.Contains('_');
            if (token.IsEmpty || (token.Length > 4 && !underscore) || token.ContainsAnyExcept(Codes))
                return false;
            tokens++;
            coded += underscore || token.ContainsAnyInRange('0', '9') ? 1 : 0;
        }

        return coded > 0 && (tokens > 1 || text.Contains('_'));
    }

    /// <summary>"FRA0234 3 POL 0120": service and number, priority, category, words.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text)
    {
        Span<Range> words = stackalloc Range[5];
        if (text.Split(words, ' ') != 4)
            return false;
        var id = text[words[0]];
        var category = text[words[2]];
        var count = text[words[3]];
        return id.Length is >= 6 and <= 8 && AllLetters(id[..3]) && !id[3..].ContainsAnyExceptInRange('0', '9') && text[words[1]] is [>= '1' and <= '9']
            && category.Length is >= 1 and <= 4 && AllLetters(category) && count.Length is >= 2 and <= 5 && !count.ContainsAnyExceptInRange('0', '9');
    }

    private static bool AllLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return !text.IsEmpty;
    }
}

/// <summary>Service, sequence number and the rest of an IPTC 7901 header; <see cref="Words"/> is what the sender counted.</summary>
internal sealed record Header7901(string Service, int Number, string Id, int Priority, string Category, int Words, string Agency, string AgencyNumber)
{
    /// <summary>Belga's form, whose optional part begins with a letter for the language.</summary>
    public bool IsBelga { get; init; }

    /// <summary>BCP 47; null when the header states none, or two.</summary>
    public string? Language { get; init; }
}

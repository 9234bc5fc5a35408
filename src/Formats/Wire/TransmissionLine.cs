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
        if (line[words[1]] is not [>= '0' and <= '9'] || line[words[2]].Length > 3 || !AllLetters(line[words[2]]))
            return null;
        if (!int.TryParse(line[words[3]], NumberStyles.None, CultureInfo.InvariantCulture, out var wordCount))
            return null;
        return new Header7901(
            id[..3].ToString(), int.Parse(id[3..], CultureInfo.InvariantCulture), id.ToString(), line[words[1]][0] - '0', line[words[2]].ToString(), wordCount,
            line[words[count - 2]].ToString(), line[words[count - 1]].ToString());
    }

    /// <summary>"BC-slug, version,210": its slug, version (may be empty) and word count; null for any other line.</summary>
    public static (string Slug, string? Version, int? Words)? ReadSlug(string line)
    {
        var text = line.AsSpan().Trim().Trim("^<").Trim();
        if (text.Length is < 4 or > 120)
            return null;
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
        return words.IsEmpty || words.IndexOfAny('.', ':', '"') >= 0 ? null : words.ToString();
    }

    /// <summary>"XRE56789_SXA_QBXB", "R POL S0A QBXB", "MEDIA RELEASE PR67276", "Source: …": routing codes and what release wires print above.</summary>
    public static bool IsCodes(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.StartsWith("MEDIA RELEASE", StringComparison.Ordinal) || text.StartsWith("PRESS RELEASE", StringComparison.Ordinal))
            return text.Length < 40;
        if (text.StartsWith("Source:", StringComparison.Ordinal) || text.StartsWith("SOURCE:", StringComparison.Ordinal))
            return text.Length < 120;
        if (text.Length is < 3 or > 60)
            return false;
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
internal sealed record Header7901(string Service, int Number, string Id, int Priority, string Category, int Words, string Agency, string AgencyNumber);

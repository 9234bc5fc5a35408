using System.Buffers;

namespace Newswire.Formats.Wire;

/// <summary>Initials of those who wrote and edited, below a text or straight after it.</summary>
internal static class DeskInitials
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> NeverInInitials = SearchValues.Create(".,:;!?\"");
    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(Letters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly SearchValues<char> SmallLetters = SearchValues.Create(Letters + "-");

    /// <summary>"cm/el/jp", "nova xy", "dpa al rmo hct rmo", "(SDA/sj)", "hjk/": recognised by themselves.</summary>
    public static bool Are(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line is [_, _, .., '/'] && line.Length < 6 && !line[..^1].ContainsAnyExceptInRange('a', 'z'))
            return true;
        line = line.Trim("()[]/");
        if (line.Length is < 2 or > 40 || line.ContainsAny(NeverInInitials))
            return false;
        if (line.Contains("/ ", StringComparison.Ordinal))
            line = line.ToString().Replace(" // ", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal);
        var slashed = line.Contains('/');
        var parts = 0;
        var known = false;
        foreach (var range in line.SplitAny("/ +-"))
        {
            var part = line[range];
            if (part.IsEmpty)
                return false;
            parts++;
            if (parts == 1 && Agencies.InSignature(part) is not null)
                known = true;
            else if (part.Length > 4 || !(known ? IsCode(part) : IsOneCase(part)))
                return false;
        }

        // "ABC" alone is whoever sent it; a word would not be in capitals.
        return parts == 1 ? !known && line.Length < 4 && char.IsAsciiLetterUpper(line[0]) : known || (slashed && !line.Contains(' '));
    }

    /// <summary>"(jm-tk)".</summary>
    public static bool AreBracketed(string line)
        => line is ['(', .., ')'] && line.Length < 16 && line.Contains('-', StringComparison.Ordinal) && !line.AsSpan(1, line.Length - 2).ContainsAnyExcept(SmallLetters);

    /// <summary>What only its place tells: below a signed text "Y1K-BAN", below the text of an agency "jm tk".</summary>
    public static bool AreBelow(ReadOnlySpan<char> line, bool signed, bool credited)
    {
        int parts = 0, lower = 0;
        foreach (var range in line.SplitAny(" -/+"))
        {
            var part = line[range];
            if (part.IsEmpty)
                continue;
            if (++parts > 4 || part.Length is < 2 or > 4 || !IsCode(part))
                return false;
            lower += part.ContainsAnyExceptInRange('a', 'z') ? 0 : 1;
        }

        return parts > 1 && (signed || (lower == parts && line.Length < 12 && credited));
    }

    private static bool IsCode(ReadOnlySpan<char> part) => !part.ContainsAnyExcept(LettersAndDigits);

    private static bool IsOneCase(ReadOnlySpan<char> part)
    {
        var upper = 0;
        foreach (var c in part)
        {
            if (!char.IsLetter(c))
                return false;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper == 0 || upper == part.Length;
    }
}

namespace Newswire.Formats.Wire;

/// <summary>Who signs above the text: the byline, with the organisation and the copyright line below it.</summary>
internal sealed class HeadCredits(WireHead head, DispatchLines lines)
{
    /// <summary>How many lines were taken; null when this is none of them.</summary>
    public int? Take(int i, int seen)
    {
        var line = lines[i];
        if (head.Byline is not null)
        {
            if (head.Copyright is not null || line.Length >= 100 || !IsCopyright(line))
                return null;
            head.Copyright = line.Trim();
            return 1;
        }

        if (head.Organisation is null && head.Headlines.Count is 1 or 2 && IsAgencyAlone(i))
        {
            head.Organisation = line.Trim();
            return 1;
        }

        // The only line of a dispatch is its text.
        var more = seen > 0 || i + 1 < lines.Count;
        return more && (Bylines.Is(line) || IsSmallByline(i)) ? TakeByline(i) : more ? TakeInBrackets(i) : null;
    }

    /// <summary>"(di Mario Rossi)" on a line of its own.</summary>
    private int? TakeInBrackets(int i)
    {
        if (lines[i].Trim() is not ['(', .., ')'] line || line.Length > 60 || !line.StartsWith("(di ", StringComparison.OrdinalIgnoreCase) || !Bylines.IsNames(line.AsSpan(4, line.Length - 5)))
            return null;
        head.Byline = line[1..^1];
        return 1;
    }

    private int TakeByline(int i)
    {
        head.Byline = WithoutBlockEnd(lines[i]);
        if (!IsOrganisation(i + 1))
            return 1;
        head.Organisation = WithoutBlockEnd(lines[i + 1]);
        return 2;
    }

    /// <summary>A few words directly below the byline that are not the text yet.</summary>
    private bool IsOrganisation(int i)
        => lines.HasText(i) && lines[i] is { Length: < 40 } line && !IsCopyright(line) && line[^1] != '.'
            && line.AsSpan().Trim().Trim('=').Count(' ') < 4 && lines.DatelineAt(i) is null;

    private bool IsAgencyAlone(int i)
        => lines[i].Length < 24 && i + 2 < lines.Count && lines.StandsAlone(i) && Signature.OfAgencies(lines[i].Replace('–', '-')) is not null;

    /// <summary>"by Zhang San" between blank lines; straight below a line it goes on with the headline.</summary>
    private bool IsSmallByline(int i)
        => lines.StandsAlone(i) && lines[i] is { Length: < 60 } line && line.StartsWith("by ", StringComparison.Ordinal) && Bylines.IsNames(line.AsSpan(3));

    private static bool IsCopyright(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.StartsWith("©") || line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase) || IsYearOfCopyright(line);
    }

    /// <summary>"c. 1998", "c.2004".</summary>
    private static bool IsYearOfCopyright(ReadOnlySpan<char> line)
        => line.StartsWith("c.") && line.Length > 7
            && line[2..].TrimStart() is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..];

    /// <summary>IPTC 7901 ends each block with "=".</summary>
    private static string WithoutBlockEnd(string line) => line.Trim().TrimEnd('=').TrimEnd();
}

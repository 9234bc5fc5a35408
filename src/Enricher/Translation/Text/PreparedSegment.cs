namespace Newswire.Enricher.Translations.Text;

/// <summary>A headline or paragraph made ready for an engine.</summary>
public sealed record PreparedSegment
{
    /// <summary>As in the dispatch.</summary>
    public required string Source { get; init; }

    public required string SegmentHash { get; init; }

    public required bool IsHeadline { get; init; }

    /// <summary>Dateline and blanks before the text, kept as they are.</summary>
    public required string Before { get; init; }

    /// <summary>What is translated, with neutral placeholders; normalized.</summary>
    public required string Masked { get; init; }

    public required string After { get; init; }

    /// <summary>Text of placeholder 0, 1, …</summary>
    public required IReadOnlyList<string> Originals { get; init; }

    /// <summary>False when no letter is left: it is kept as it is, engines make nonsense of it.</summary>
    public bool IsTranslatable => PlaceholderStyle.NeutralPattern().Replace(Masked, string.Empty).Any(char.IsLetter);

    /// <summary>Puts the protected text back.</summary>
    public string Restore(string translated)
        => Before + PlaceholderStyle.NeutralPattern().Replace(translated, m => Original(m.Groups["number"].ValueSpan) ?? m.Value) + After;

    /// <summary>Every placeholder exactly once and no other.</summary>
    public bool HasAllPlaceholders(string translated)
    {
        var seen = new int[Originals.Count];
        foreach (System.Text.RegularExpressions.Match match in PlaceholderStyle.NeutralPattern().Matches(translated))
        {
            if (!int.TryParse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var number) || number >= seen.Length)
                return false;
            seen[number]++;
        }
        return Array.TrueForAll(seen, n => n == 1);
    }

    private string? Original(ReadOnlySpan<char> number)
        => int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var n) && n < Originals.Count ? Originals[n] : null;
}

using Newswire.Formats.Dates;

namespace Newswire.Formats.Signalling;

/// <summary>The zone of the time in a phrase. Each reader gives the token after what it took; null when it took none.</summary>
internal sealed class PhraseZones(PhraseTokens tokens, PhraseDate date)
{
    private bool MayFollow => date.Hour is not null && date.Offset is null;

    /// <summary>"18:00 CET", "1800 GMT+1", "6 AM ET".</summary>
    public int? Named(int i)
    {
        if (!MayFollow)
            return null;
        var word = tokens.Text(tokens[i]);
        if (IsOwnName(i, word))
            return i + 1;

        // A zone's short name is in capitals; "est" and "met" are words.
        if (word.Length < 3 || word.ContainsAnyExceptInRange('A', 'Z') || !ZoneNames.TryGet(word, out var minutes))
            return null;
        if (Sign(i + 1) is not { } sign || !tokens.IsNumber(i + 2, 1, 2, glued: true))
        {
            date.Offset = minutes;
            return i + 1;
        }

        date.Offset = minutes + (sign * 60 * tokens[i + 2].Value);
        return i + 3;
    }

    /// <summary>06:00+01:00: straight after the time.</summary>
    public int? InNumbers(int i)
    {
        if (!MayFollow || Sign(i) is not { } sign || !tokens.IsNumber(i + 1, 2, 2, glued: true)
            || !tokens.IsSymbol(i + 2, ':') || !tokens.IsNumber(i + 3, 2, 2, glued: true))
            return null;
        date.Offset = sign * ((60 * tokens[i + 1].Value) + tokens[i + 3].Value);
        return i + 4;
    }

    private int? Sign(int i) => tokens.IsSymbol(i, '+') ? 1 : tokens.IsSymbol(i, '-') ? -1 : null;

    /// <summary>2026-11-27T06:00Z, "6 AM ET", "06:00 мск": names that are no offsets, or too short to be looked up.</summary>
    private bool IsOwnName(int i, ReadOnlySpan<char> word)
    {
        if (word is "Z" && tokens[i].Start == tokens[i - 1].End)
            date.Offset = 0;
        else if (word.Equals("мск", StringComparison.OrdinalIgnoreCase))
            date.Offset = 180;
        else if (word is "ET" or "CT" or "MT" or "PT")
            date.Zone = word[0] switch { 'E' => "America/New_York", 'C' => "America/Chicago", 'M' => "America/Denver", _ => "America/Los_Angeles" };
        else
            return false;
        return true;
    }
}

using Newswire.Contracts;

namespace Newswire.Formats.Signalling;

/// <summary>
/// A date, a time of day and a zone as they stand in a sentence: "samedi 16 mars 2024 à 18h00 (heure de Bruxelles)", "16. März 2024,
/// 18.00 Uhr", "6 p.m. EST on Saturday, March 16", "1800 GMT". Each part may be absent; the first of each kind counts.
/// </summary>
internal sealed class PhraseDate
{
    // A place further on is not the one whose time it is.
    private const int MostBeforePlace = 400;

    private PhraseDate()
    {
    }

    public int? Year { get; private set; }

    public int? Month { get; private set; }

    public int? Day { get; private set; }

    public int? Hour { get; private set; }

    public int Minute { get; private set; }

    /// <summary>Minutes east of Greenwich, when a zone or offset is named.</summary>
    public int? Offset { get; set; }

    /// <summary>IANA zone of the place whose time it is ("heure de Bruxelles"); null when none is named.</summary>
    public string? Zone { get; set; }

    /// <summary>Where the first part of it begins; <see cref="int.MaxValue"/> when there is none.</summary>
    public int Start { get; private set; } = int.MaxValue;

    /// <summary>A second, different date or time stands there too: which one counts nobody can tell.</summary>
    public bool Ambiguous { get; private set; }

    public static PhraseDate Read(ReadOnlySpan<char> text, SourceSettings settings)
    {
        var date = new PhraseDate();
        var tokens = new PhraseTokens(text);
        var days = new PhraseDays(tokens, date, settings);
        var times = new PhraseTimes(tokens, date);
        var zones = new PhraseZones(tokens, date);
        for (var i = 0; i < tokens.Count;)
        {
            var next = tokens[i].Kind switch
            {
                PhraseKind.Number => days.InNumbers(i) ?? times.OnClock(i) ?? days.DayMonth(i),
                PhraseKind.Word => days.MonthDay(i) ?? times.InWords(i) ?? zones.Named(i),
                _ => zones.InNumbers(i),
            };
            if (next > i)
                date.Start = Math.Min(date.Start, tokens[i].Start);
            i = Math.Max(next ?? 0, i + 1);
        }

        if (date.Offset is null && date.Hour is not null)
            date.Zone ??= PlaceZones.Find(text[..Math.Min(text.Length, MostBeforePlace)]);
        return date;
    }

    /// <summary>Keeps the first that is on a calendar.</summary>
    public void SetDay(int? year, int month, int day)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return;
        if (Day is null)
            (Year, Month, Day) = (year, month, day);
        else
            Ambiguous |= Month != month || Day != day;
    }

    /// <summary>Keeps the first that is on a clock.</summary>
    public void SetTime(int hour, int minute)
    {
        if (hour > 24 || minute > 59)
            return;
        if (Hour is null)
            (Hour, Minute) = (hour, minute);
        else
            Ambiguous |= Hour != hour || Minute != minute;
    }
}

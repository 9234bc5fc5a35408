using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Signalling;

/// <summary>
/// A date, a time of day and a zone as they stand in a sentence: "samedi 16 mars 2024 à 18h00 (heure de Bruxelles)", "16. März 2024,
/// 18.00 Uhr", "6 p.m. EST on Saturday, March 16", "1800 GMT". Each part may be absent; the first of each kind counts.
/// </summary>
internal sealed class PhraseDate
{
    private readonly PhraseTokens _tokens;
    private readonly SourceSettings _settings;

    private PhraseDate(ReadOnlySpan<char> text, SourceSettings settings)
    {
        _tokens = new PhraseTokens(text);
        _settings = settings;
        Start = int.MaxValue;
        for (var i = 0; i < _tokens.Count;)
        {
            var next = Step(i);
            if (next > i)
                Start = Math.Min(Start, _tokens[i].Start);
            i = Math.Max(next, i + 1);
        }

        if (Offset is null && Hour is not null)
            Zone ??= PlaceZones.Find(text[..Math.Min(text.Length, 400)]);
    }

    public int? Year { get; private set; }

    public int? Month { get; private set; }

    public int? Day { get; private set; }

    public int? Hour { get; private set; }

    public int Minute { get; private set; }

    /// <summary>Minutes east of Greenwich, when a zone or offset is named.</summary>
    public int? Offset { get; private set; }

    /// <summary>IANA zone of the place whose time it is ("heure de Bruxelles"); null when none is named.</summary>
    public string? Zone { get; private set; }

    /// <summary>Where the first part of it begins; <see cref="int.MaxValue"/> when there is none.</summary>
    public int Start { get; private set; }

    /// <summary>A second, different date or time stands there too: which one counts nobody can tell.</summary>
    public bool Ambiguous { get; private set; }

    public static PhraseDate Read(ReadOnlySpan<char> text, SourceSettings settings) => new(text, settings);

    /// <summary>The token after what is read at <paramref name="i"/>, or <paramref name="i"/> when nothing is.</summary>
    private int Step(int i) => _tokens[i].Kind switch
    {
        PhraseKind.Number => NumericDate(i) ?? ClockTime(i) ?? DayMonth(i) ?? i,
        PhraseKind.Word => MonthDay(i) ?? Word(i) ?? i,
        PhraseKind.Symbol => NumericOffset(i) ?? i,
        _ => i,
    };

    /// <summary>2024-03-16 · 16.03.2024 · 16/03/2024 · 16/03 · 16.3.</summary>
    private int? NumericDate(int i)
    {
        if (_tokens.IsNumber(i, 4, 4) && _tokens.IsSymbol(i + 1, '-') && _tokens.IsNumber(i + 2, 2, 2, glued: true) && _tokens.IsSymbol(i + 3, '-') && _tokens.IsNumber(i + 4, 2, 2, glued: true))
            return SetDate(_tokens[i].Value, _tokens[i + 2].Value, _tokens[i + 4].Value, i + 5 + (_tokens.IsWord(i + 5, "T") ? 1 : 0));
        foreach (var separator in "/.-")
        {
            if (!_tokens.IsNumber(i, 1, 2) || !_tokens.IsSymbol(i + 1, separator) || !_tokens.IsNumber(i + 2, 1, 2, glued: true))
                continue;
            if (_tokens.IsSymbol(i + 3, separator) && (_tokens.IsNumber(i + 4, 4, 4) || _tokens.IsNumber(i + 4, 2, 2, glued: true)))
                return Ordered(_tokens[i].Value, _tokens[i + 2].Value, _tokens[i + 4].Value, i + 5);
            if (separator == '/' || (separator == '.' && _tokens.IsSymbol(i + 3, '.')))
                return Ordered(_tokens[i].Value, _tokens[i + 2].Value, null, i + 3);
        }

        return null;
    }

    private int? Ordered(int first, int second, int? year, int next)
    {
        // Day first is how all the languages of these phrases write it, except American English: then the setting, or a number above 12, decides.
        var monthFirst = (_settings.DateOrder == "mdy" && first <= 12) || second > 12;
        return SetDate(year < 100 ? 2000 + year : year, monthFirst ? first : second, monthFirst ? second : first, next);
    }

    /// <summary>18:00 · 18h00 · 18h · 18u30 · 18.00 Uhr · 18 Uhr · 6 Uhr abends · 6 p.m. · a las 18 · 1800 GMT</summary>
    private int? ClockTime(int i)
    {
        if (_tokens.IsNumber(i, 4, 4) && (_tokens.IsWord(i + 1, "GMT", "UTC", "CET", "CEST", "hrs", "EST", "EDT", "BST", "MEZ") || _tokens.IsWord(i + 1, "hours")))
            return SetTime(_tokens[i].Value / 100, _tokens[i].Value % 100, i + 1);

        // "to 0001 Tuesday March 10": no year begins with 0.
        if (_tokens.IsNumber(i, 4, 4) && (_tokens[i].Value < 1000 || IsWeekday(i + 1)))
            return SetTime(_tokens[i].Value / 100, _tokens[i].Value % 100, i + 1);
        if (!_tokens.IsNumber(i, 1, 2))
            return null;
        if ((_tokens.IsSymbol(i + 1, ':') || _tokens.IsSymbol(i + 1, '.') || (_tokens.IsWord(i + 1, "h", "u") && _tokens[i + 1].Start == _tokens[i].End)) && _tokens.IsNumber(i + 2, 2, 2, glued: true))
        {
            var next = i + 3;
            if (_tokens.IsSymbol(next, ':') && _tokens.IsNumber(next + 1, 2, 2, glued: true))
                next += 2;
            return SetTime(_tokens[i].Value, _tokens[i + 2].Value, next);
        }

        if (_tokens.IsWord(i + 1, "h", "u", "Uhr", "uur", "heures", "heure", "horas", "hrs", "ore", "am", "pm", "noon") || IsMeridiem(i + 1))
            return SetTime(_tokens[i].Value, 0, i + 1);
        if (_tokens.IsWord(i - 1, "las", "alle", "às"))
            return SetTime(_tokens[i].Value, 0, i + 1);
        return _tokens.IsWord(i - 1, "kl") || (_tokens.IsSymbol(i - 1, '.') && _tokens.IsWord(i - 2, "kl")) ? SetTime(_tokens[i].Value, 0, i + 1) : null;
    }

    private bool IsWeekday(int i) => _tokens.IsWord(i, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private bool IsMeridiem(int i)
        => _tokens.IsWord(i, "am", "pm") || (_tokens.IsWord(i, "a", "p") && _tokens.IsSymbol(i + 1, '.') && _tokens.IsWord(i + 2, "m"));

    /// <summary>16 mars 2024 · 16. März · 1er mars · 16 de marzo de 2024 · 16th of March</summary>
    private int? DayMonth(int i)
    {
        if (!_tokens.IsNumber(i, 1, 2))
            return null;
        var next = i + 1;
        while (_tokens.IsSymbol(next, '.') || _tokens.IsWord(next, "de", "of", "er", "st", "nd", "rd", "th", "ter", "e"))
            next++;
        if (_tokens[next].Kind != PhraseKind.Word || !MonthNames.TryGet(_tokens.Text(_tokens[next]), out var month))
            return null;
        var (year, after) = YearAfter(next + 1);
        return SetDate(year, month, _tokens[i].Value, after);
    }

    /// <summary>March 16, 2024 · March 16th</summary>
    private int? MonthDay(int i)
    {
        if (!MonthNames.TryGet(_tokens.Text(_tokens[i]), out var month))
            return null;
        var day = _tokens.IsSymbol(i + 1, '.') ? i + 2 : i + 1;
        if (!_tokens.IsNumber(day, 1, 2))
            return null;
        var next = _tokens.IsWord(day + 1, "st", "nd", "rd", "th") ? day + 2 : day + 1;
        var (year, after) = YearAfter(next);
        return SetDate(year, month, _tokens[day].Value, after);
    }

    private (int? Year, int Next) YearAfter(int i)
    {
        var next = i;
        while (_tokens.IsSymbol(next, ',') || _tokens.IsSymbol(next, '.') || _tokens.IsWord(next, "de", "del"))
            next++;
        return _tokens.IsNumber(next, 4, 4) && _tokens[next].Value is > 1990 and < 2100 && !_tokens.IsWord(next + 1, "GMT", "UTC", "hrs") ? (_tokens[next].Value, next + 1) : (null, i);
    }

    private int? Word(int i)
    {
        var word = _tokens.Text(_tokens[i]);
        if (_tokens.IsWord(i, "minuit", "midnight", "Mitternacht", "middernacht", "medianoche", "mezzanotte"))
            return SetTime(24, 0, i + 1);
        if (_tokens.IsWord(i, "midi", "noon", "mediodía", "mezzogiorno"))
            return SetTime(12, 0, i + 1);

        if (Hour is not null && Offset is null && NamesZone(i, word))
            return i + 1;

        // A zone's short name is in capitals; "est" and "met" are words.
        if (Hour is null || Offset is not null || word.Length < 3 || word.ContainsAnyExceptInRange('A', 'Z') || !ZoneNames.TryGet(word, out var minutes))
            return null;
        Offset = minutes;
        if ((_tokens.IsSymbol(i + 1, '+') || _tokens.IsSymbol(i + 1, '-')) && _tokens.IsNumber(i + 2, 1, 2, glued: true))
        {
            Offset += (_tokens.IsSymbol(i + 1, '+') ? 60 : -60) * _tokens[i + 2].Value;
            return i + 3;
        }

        return i + 1;
    }

    /// <summary>2026-11-27T06:00Z, "6 AM ET", "06:00 мск": names that are no offsets, or too short to be looked up.</summary>
    private bool NamesZone(int i, ReadOnlySpan<char> word)
    {
        if (word is "Z" && _tokens[i].Start == _tokens[i - 1].End)
            Offset = 0;
        else if (word.Equals("мск", StringComparison.OrdinalIgnoreCase))
            Offset = 180;
        else if (word is "ET" or "CT" or "MT" or "PT")
            Zone = word[0] switch { 'E' => "America/New_York", 'C' => "America/Chicago", 'M' => "America/Denver", _ => "America/Los_Angeles" };
        else
            return false;
        return true;
    }

    /// <summary>06:00+01:00: straight after the time.</summary>
    private int? NumericOffset(int i)
    {
        if (Hour is null || Offset is not null || !(_tokens.IsSymbol(i, '+') || _tokens.IsSymbol(i, '-')) || !_tokens.IsNumber(i + 1, 2, 2, glued: true)
            || !_tokens.IsSymbol(i + 2, ':') || !_tokens.IsNumber(i + 3, 2, 2, glued: true))
            return null;
        Offset = (_tokens.IsSymbol(i, '+') ? 1 : -1) * ((60 * _tokens[i + 1].Value) + _tokens[i + 3].Value);
        return i + 4;
    }

    /// <summary>"6 heures du soir", "6 Uhr abends", "las 6 de la tarde": a few words after the hour.</summary>
    private bool IsAfternoon(int i)
    {
        for (var end = i + 4; i < end; i++)
        {
            if (_tokens.IsWord(i, "soir", "abends", "nachmittags", "avonds", "namiddags", "middags", "tarde", "noche", "pomeriggio", "noite", "evening", "afternoon")
                || (_tokens.IsWord(i, "sera") && _tokens.IsWord(i - 1, "di", "della")))
                return true;
        }

        return false;
    }

    private int SetTime(int hour, int minute, int next)
    {
        if (IsMeridiem(next))
        {
            var afternoon = _tokens.Text(_tokens[next])[0] is 'p' or 'P';
            hour = (hour % 12) + (afternoon ? 12 : 0);
            next += _tokens.Text(_tokens[next]).Length == 2 ? 1 : 3;
        }
        else if (hour is > 0 and < 12 && IsAfternoon(next))
        {
            hour += 12;
        }

        if (hour > 24 || minute > 59)
            return next;
        if (Hour is null)
            (Hour, Minute) = (hour, minute);
        else
            Ambiguous |= Hour != hour || Minute != minute;
        return next;
    }

    private int SetDate(int? year, int month, int day, int next)
    {
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return next;
        if (Day is null)
            (Year, Month, Day) = (year, month, day);
        else
            Ambiguous |= Month != month || Day != day;
        return next;
    }
}

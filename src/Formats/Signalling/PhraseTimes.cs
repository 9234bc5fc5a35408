namespace Newswire.Formats.Signalling;

/// <summary>The times of day in a phrase. Each reader gives the token after what it took; null when it took none.</summary>
internal sealed class PhraseTimes(PhraseTokens tokens, PhraseDate date)
{
    // "6 heures du soir", "las 6 de la tarde": how far after the hour its half of the day is named.
    private const int MostWordsToHalf = 4;

    /// <summary>18:00 · 18h00 · 18h · 18u30 · 18.00 Uhr · 18 Uhr · 6 Uhr abends · 6 p.m. · a las 18 · 1800 GMT</summary>
    public int? OnClock(int i)
    {
        var value = tokens[i].Value;
        if (tokens.IsNumber(i, 4, 4))
            return IsFourDigitTime(i) ? Set(value / 100, value % 100, i + 1) : null;
        if (!tokens.IsNumber(i, 1, 2))
            return null;
        if (PartsMinutes(i + 1) && tokens.IsNumber(i + 2, 2, 2, glued: true))
        {
            var seconds = tokens.IsSymbol(i + 3, ':') && tokens.IsNumber(i + 4, 2, 2, glued: true);
            return Set(value, tokens[i + 2].Value, seconds ? i + 5 : i + 3);
        }

        var isHour = tokens.IsWord(i + 1, "h", "u", "Uhr", "uur", "heures", "heure", "horas", "hrs", "ore", "noon") || IsMeridiem(i + 1)
            || tokens.IsWord(i - 1, "las", "alle", "às", "kl") || (tokens.IsSymbol(i - 1, '.') && tokens.IsWord(i - 2, "kl"));
        return isHour ? Set(value, 0, i + 1) : null;
    }

    /// <summary>Midnight and noon.</summary>
    public int? InWords(int i)
    {
        if (tokens.IsWord(i, "minuit", "midnight", "Mitternacht", "middernacht", "medianoche", "mezzanotte"))
            return Set(24, 0, i + 1);
        return tokens.IsWord(i, "midi", "noon", "mediodía", "mezzogiorno") ? Set(12, 0, i + 1) : null;
    }

    /// <summary>"1800 GMT"; "to 0001 Tuesday March 10", because no year begins with 0.</summary>
    private bool IsFourDigitTime(int i)
        => tokens[i].Value < 1000 || tokens.IsWord(i + 1, "GMT", "UTC", "CET", "CEST", "hrs", "hours", "EST", "EDT", "BST", "MEZ")
            || tokens.IsWord(i + 1, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private bool PartsMinutes(int i)
        => tokens.IsSymbol(i, ':') || tokens.IsSymbol(i, '.') || (tokens.IsWord(i, "h", "u") && tokens[i].Start == tokens[i - 1].End);

    private bool IsMeridiem(int i)
        => tokens.IsWord(i, "am", "pm") || (tokens.IsWord(i, "a", "p") && tokens.IsSymbol(i + 1, '.') && tokens.IsWord(i + 2, "m"));

    /// <summary>"6 heures du soir", "6 Uhr abends", "las 6 de la tarde".</summary>
    private bool IsAfternoon(int i)
    {
        for (var end = i + MostWordsToHalf; i < end; i++)
        {
            if (tokens.IsWord(i, "soir", "abends", "nachmittags", "avonds", "namiddags", "middags", "tarde", "noche", "pomeriggio", "noite", "evening", "afternoon")
                || (tokens.IsWord(i, "sera") && tokens.IsWord(i - 1, "di", "della")))
                return true;
        }

        return false;
    }

    private int Set(int hour, int minute, int next)
    {
        if (IsMeridiem(next))
        {
            var half = tokens.Text(tokens[next]);
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
            next += half.Length == 2 ? 1 : 3;
        }
        else if (hour is > 0 and < 12 && IsAfternoon(next))
        {
            hour += 12;
        }

        date.SetTime(hour, minute);
        return next;
    }
}

using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Signalling;

/// <summary>The days in a phrase. Each reader gives the token after what it took; null when it took none.</summary>
internal sealed class PhraseDays(PhraseTokens tokens, PhraseDate date, SourceSettings settings)
{
    /// <summary>2024-03-16 · 16.03.2024 · 16/03/2024 · 16/03 · 16.3.</summary>
    public int? InNumbers(int i)
    {
        if (tokens.IsNumber(i, 4, 4) && tokens.IsSymbol(i + 1, '-') && tokens.IsNumber(i + 2, 2, 2, glued: true)
            && tokens.IsSymbol(i + 3, '-') && tokens.IsNumber(i + 4, 2, 2, glued: true))
            return Set(tokens[i].Value, tokens[i + 2].Value, tokens[i + 4].Value, tokens.IsWord(i + 5, "T") ? i + 6 : i + 5);
        foreach (var separator in "/.-")
        {
            if (!tokens.IsNumber(i, 1, 2) || !tokens.IsSymbol(i + 1, separator) || !tokens.IsNumber(i + 2, 1, 2, glued: true))
                continue;
            if (tokens.IsSymbol(i + 3, separator) && (tokens.IsNumber(i + 4, 4, 4) || tokens.IsNumber(i + 4, 2, 2, glued: true)))
                return Ordered(tokens[i].Value, tokens[i + 2].Value, tokens[i + 4].Value, i + 5);
            if (separator == '/' || (separator == '.' && tokens.IsSymbol(i + 3, '.')))
                return Ordered(tokens[i].Value, tokens[i + 2].Value, null, i + 3);
        }

        return null;
    }

    /// <summary>16 mars 2024 · 16. März · 1er mars · 16 de marzo de 2024 · 1º de outubro · 16th of March</summary>
    public int? DayMonth(int i)
    {
        if (!tokens.IsNumber(i, 1, 2))
            return null;
        var next = i + 1;
        while (tokens.IsSymbol(next, '.') || tokens.IsSymbol(next, '°') || tokens.IsWord(next, "de", "of", "er", "st", "nd", "rd", "th", "ter", "e", "ste", "º", "ª"))
            next++;
        if (tokens[next].Kind != PhraseKind.Word || !MonthNames.TryGet(tokens.Text(tokens[next]), out var month))
            return null;
        var (year, after) = YearAfter(next + 1);
        return Set(year, month, tokens[i].Value, after);
    }

    /// <summary>March 16, 2024 · March 16th</summary>
    public int? MonthDay(int i)
    {
        if (!MonthNames.TryGet(tokens.Text(tokens[i]), out var month))
            return null;
        var day = tokens.IsSymbol(i + 1, '.') ? i + 2 : i + 1;
        if (!tokens.IsNumber(day, 1, 2))
            return null;
        var (year, after) = YearAfter(tokens.IsWord(day + 1, "st", "nd", "rd", "th") ? day + 2 : day + 1);
        return Set(year, month, tokens[day].Value, after);
    }

    private (int? Year, int Next) YearAfter(int i)
    {
        var next = i;
        while (tokens.IsSymbol(next, ',') || tokens.IsSymbol(next, '.') || tokens.IsWord(next, "de", "del"))
            next++;
        var isYear = tokens.IsNumber(next, 4, 4) && tokens[next].Value is > 1990 and < 2100 && !tokens.IsWord(next + 1, "GMT", "UTC", "hrs");
        return isYear ? (tokens[next].Value, next + 1) : (null, i);
    }

    private int Ordered(int first, int second, int? year, int next)
    {
        // Day first is how all the languages of these phrases write it, except American English: then the setting, or a number above 12, decides.
        var monthFirst = (settings.DateOrder == "mdy" && first <= 12) || second > 12;
        return Set(year < 100 ? 2000 + year : year, monthFirst ? first : second, monthFirst ? second : first, next);
    }

    private int Set(int? year, int month, int day, int next)
    {
        date.SetDay(year, month, day);
        return next;
    }
}

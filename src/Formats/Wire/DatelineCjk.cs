using System.Globalization;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>
/// Chinese, Japanese and Korean datelines: 新华社北京3月14日电（记者张三） · （中央社台北14日電） · 【東京14日共同】 · (서울=연합뉴스) 김하늘 기자 = .
/// </summary>
internal static class DatelineCjk
{
    public static Dateline? TryRead(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        _ = settings;
        if (text[0] is '(' or '[' or '【' or '（' && Korean(text) is { } korean)
            return korean;
        return text[0] == '【' ? Japanese(text, reference) : Chinese(text, reference);
    }

    private static Dateline? Korean(ReadOnlySpan<char> text)
    {
        var close = text.IndexOfAny(")]】）");
        var equals = close < 0 ? -1 : text[..close].IndexOf('=');
        if (equals < 2 || close > 50)
            return null;
        var place = text[1..equals].Trim();
        var agency = text[(equals + 1)..close].Trim();
        if (!IsHangul(place[0]) || agency.IsEmpty || agency.Length > 20)
            return null;
        var after = text[(close + 1)..];
        var end = after[..Math.Min(45, after.Length)].IndexOf('=');
        var byline = end > 0 ? after[..end].Trim() : default;
        var length = close + 1 + (end >= 0 ? end + 1 : 0);
        return new Dateline
        {
            Text = text[..(close + 1)].ToString(),
            City = place.ToString(),
            Agencies = [agency.ToString()],
            Byline = byline.IsEmpty ? null : byline.ToString(),
            Length = length + DatelineReader.Blanks(text[length..]),
        };
    }

    private static Dateline? Japanese(ReadOnlySpan<char> text, DateTimeOffset reference)
    {
        var close = text.IndexOf('】');
        if (close is < 3 or > 40)
            return null;
        var content = text[1..close].Trim();
        var equals = content.IndexOfAny('＝', '=');
        var byline = equals > 0 ? content[(equals + 1)..].Trim().ToString() : null;
        if (equals > 0)
            content = content[..equals];
        var day = content.IndexOf('日');
        PrintedDate? date = null;
        string agency;
        ReadOnlySpan<char> place;
        if (day > 0 && Number(content[..day], out var number, out var digits) && day + 1 < content.Length)
        {
            place = content[..(day - digits)];
            agency = content[(day + 1)..].ToString();
            date = PrintedDates.Day(number, reference);
        }
        else if (Agencies.AtEnd(content) is { } known && known.Length < content.Length)
        {
            place = content[..^known.Length];
            agency = content[^known.Length..].ToString();
        }
        else if (byline is not null && Agencies.AtEnd(byline) is { } signed)
        {
            place = content;
            agency = byline[^signed.Length..];
            byline = byline[..^signed.Length].Trim();
        }
        else
        {
            return null;
        }

        return new Dateline
        {
            Text = text[..(close + 1)].ToString(),
            City = place.Trim().ToString(),
            Date = date,
            Agencies = [agency.Trim()],
            Byline = string.IsNullOrEmpty(byline) ? null : byline,
            Length = close + 1 + DatelineReader.Blanks(text[(close + 1)..]),
        };
    }

    private static Dateline? Chinese(ReadOnlySpan<char> text, DateTimeOffset reference)
    {
        var start = text[0] is '（' or '(' ? 1 : 0;
        var rest = text[start..];
        var agency = Agencies.AtStart(rest) is { } known && !char.IsAscii(rest[0]) ? known.Length : rest[..Math.Min(6, rest.Length)].IndexOf('社') + 1;
        if (agency < 2)
            return null;
        var end = rest[..Math.Min(45, rest.Length)].IndexOfAny("电電讯訊");
        if (end < agency || rest[end - 1] != '日')
            return null;
        var where = rest[agency..(end - 1)];
        if (!Number(where, out var day, out var digits))
            return null;
        where = where[..^digits];
        PrintedDate? date;
        if (where.Length > 1 && where[^1] == '月' && Number(where[..^1], out var month, out digits))
        {
            where = where[..^(digits + 1)];
            date = PrintedDates.Day(null, month, day, reference);
        }
        else
        {
            date = PrintedDates.Day(day, reference);
        }

        var byline = Reporter(ref where);
        var close = end + 1;
        if (start == 1 && close < rest.Length && rest[close] is '）' or ')')
            close++;
        else if (close < rest.Length && rest[close] is '（' or '(' && rest[close..].IndexOfAny('）', ')') is var bracket and > 0 && rest[(close + 1)..].StartsWith("记者"))
            (byline, close) = (rest[(close + 1)..(close + bracket)].ToString(), close + bracket + 1);
        return new Dateline
        {
            Text = text[..(start + close)].ToString(),
            City = where.IsEmpty ? null : where.ToString(),
            Date = date,
            Agencies = [rest[..agency].ToString()],
            Byline = byline,
            Length = start + close + DatelineReader.Blanks(rest[close..]),
        };
    }

    /// <summary>"記者侯姿瑩台北": names have three characters nearly always; the place is the rest.</summary>
    private static string? Reporter(ref ReadOnlySpan<char> where)
    {
        if (!where.StartsWith("記者") && !where.StartsWith("记者"))
            return null;
        var blank = where.IndexOf(' ');
        var end = blank > 2 ? blank : Math.Min(5, where.Length - 2);
        if (end <= 2)
            return null;
        var byline = where[..end].ToString();
        where = where[end..].Trim();
        return byline;
    }

    /// <summary>The number a span ends with, in ASCII or full-width digits.</summary>
    private static bool Number(ReadOnlySpan<char> text, out int value, out int digits)
    {
        value = digits = 0;
        while (digits < 2 && digits < text.Length && char.IsDigit(text[^(digits + 1)]))
            digits++;
        if (digits == 0)
            return false;
        foreach (var c in text[^digits..])
            value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c);
        return true;
    }

    private static bool IsHangul(char c) => c is >= '\uac00' and <= '\ud7a3';
}

using System.Buffers;
using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Wire;

/// <summary>Shapes of single lines below a text: who wrote and sent it, when, and what else there is of the story.</summary>
internal static class TrailerLine
{
    private static readonly SearchValues<char> SmallLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz -");

    private static readonly SearchValues<char> NumbersOfDates = SearchValues.Create("0123456789/.: ");

    private const int LongestWriter = 60;

    private static readonly HashSet<string> Writers = new(StringComparer.OrdinalIgnoreCase) { "autor", "autorka", "autorzy", "autoři", "autori", "autore", "auteur", "автор", "автори", "авторы" };

    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase) { "foto", "fotos", "photo", "photos", "vídeo", "video", "audio", "gráfico", "infografía", "y", "e", "con" };

    /// <summary>"(foto)(vídeo)": what else there is of the story.</summary>
    public static bool IsMediaList(string line)
    {
        if (line.Length is 0 or > 40 || line[0] != '(')
            return false;
        foreach (var range in line.AsSpan().SplitAny("() /,"))
        {
            var word = line.AsSpan()[range];
            if (!word.IsEmpty && !Media.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return false;
        }

        return true;
    }

    /// <summary>The time in "APA0123    2015-03-09/12:34".</summary>
    public static NewsDate? Time(string line, SourceSettings settings)
    {
        var text = line.AsSpan().Trim("()");
        var stated = text[(text.LastIndexOf(' ') + 1)..];
        return stated is [_, _, _, _, '-', _, _, '-', _, _, '/', ..] && NewsDateParser.TryParse($"{stated[..10]}T{stated[11..]}", settings, out var date) ? date : null;
    }

    /// <summary>"(ats / 09.03.2015 12h34)", "MTI 2015. március 9., hétfő 12:34", "(Hina) xabc ydef", "AXC0123 2015-03-09/12:34", "APA0123    2015-03-09/12:34".</summary>
    public static bool IsAgencyAndTime(string line)
    {
        var text = line.AsSpan().Trim("()");
        if (text.Length is < 8 or > 48)
            return false;
        var end = text.IndexOfAny(" /)");
        if (end < 2 || (Agencies.InSignature(text[..end].TrimEnd("0123456789")) is null && !text[..end].StartsWith("AXC")))
            return false;
        int digits = 0, letters = 0;
        foreach (var c in text[end..])
        {
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return digits >= 7 ? letters <= 20 : digits == 0 && line[0] == '(' && line.IndexOf(')', StringComparison.Ordinal) == end + 1 && !text[(end + 1)..].ContainsAnyExcept(SmallLetters) && text[(end + 1)..].Trim().Count(' ') is 1 or 2 && letters <= 12;
    }

    /// <summary>"AAP BETTING", "AAP RESULTS": agency and desk.</summary>
    public static bool IsDesk(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return blank > 1 && line.Length < 24 && Agencies.InSignature(line.AsSpan(0, blank)) is not null && !line.AsSpan(blank + 1).ContainsAnyExceptInRange('A', 'Z');
    }

    /// <summary>"WAM/Ali Hassan", "(Abc/Adnkronos)": an agency and who wrote for it.</summary>
    public static bool IsWriterOfAgency(string line, DispatchItem item)
    {
        var text = line.AsSpan().Trim("()");
        var slash = text.IndexOf('/');
        if (slash < 2 || text.Length > 40)
            return false;
        if (line[0] == '(' && slash < 5 && Agencies.InSignature(text[(slash + 1)..]) is not null)
            return true;
        var last = text.LastIndexOf('/');
        if (Agencies.InSignature(text[(last + 1)..]) is not null && text[..last].Count(' ') is >= 1 and <= 3 && text[..last].IndexOf('/') < 0 && char.IsUpper(text[0]) && Bylines.IsNames(text[..last]))
        {
            item.Byline ??= text[..last].ToString();
            return true;
        }

        if (Agencies.InSignature(text[..slash]) is null || text[slash..].Count(' ') is < 1 or > 3 || !Bylines.IsNames(text[(slash + 1)..]))
            return false;
        item.Byline ??= text[(slash + 1)..].ToString();
        return true;
    }

    /// <summary>"Autor: Jan Nowak", "Jan Nowak (PAP)": who wrote it, as Polish and other wires say below the text.</summary>
    public static bool IsWriter(string line, DispatchItem item)
    {
        if (line.Length > LongestWriter)
            return false;
        var names = line.AsSpan();
        var colon = names.IndexOf(':');
        var titled = colon > 0 && Writers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(names[..colon]);
        if (titled)
            names = names[(colon + 1)..].Trim();
        var open = line[^1] == ')' ? names.IndexOf(" (") : -1;
        var agencies = open > 0 ? Signature.OfAgencies(names[(open + 2)..^1]) : null;
        if (agencies is not null)
            names = names[..open];
        if (!(titled || (agencies is not null && names.Count(' ') is 1 or 2)) || !Bylines.IsNames(names) || !char.IsUpper(names[0]))
            return false;
        Signature.Credit(item, agencies ?? []);
        item.Byline ??= names.ToString();
        return true;
    }

    /// <summary>"12/03/26 14:05": a date in numbers and a time, whose order only a setting of the source tells.</summary>
    public static bool IsDateAndTime(ReadOnlySpan<char> line)
    {
        var blank = line.IndexOf(' ');
        return blank is >= 6 and <= 10 && line.Length - blank is 5 or 6 && line[(blank + 1)..].Count(':') == 1 && line[..blank].Count(line.Contains('/') ? '/' : '.') == 2
            && !line.ContainsAnyExcept(NumbersOfDates);
    }

    /// <summary>An end mark or initials that only their place tells.</summary>
    public static bool IsSignOff(string line, string before, DispatchItem item)
    {
        var signed = IsSigned(before);
        if (line.Length > 16 || !(signed || WireParagraphs.EndsSentence(before)))
            return false;
        return EndMark.IsBare(line) || DeskInitials.AreBelow(line, signed, credited: item.Credits.Count > 0);
    }

    private static bool IsSigned(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd('.');
        var open = end.LastIndexOf('(');
        return open >= 0 && end[^1] == ')' && Agencies.InSignature(end[(open + 1)..^1]) is not null;
    }
}

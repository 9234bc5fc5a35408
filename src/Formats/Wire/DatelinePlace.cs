using System.Buffers;

namespace Newswire.Formats.Wire;

/// <summary>Tells whether the words before a date or signature can be a place: "BUENOS AIRES, Argentina", "Neufchâteau-sur-Sûre", "نئی دہلی".</summary>
internal static class DatelinePlace
{
    private const int LongestPlace = 60;
    private const int MostWords = 8;

    // Lower-case words within names of places.
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "du", "des", "la", "le", "les", "en", "et", "sur", "sous", "lès", "aux", "au", "à", "of", "the", "on", "upon", "by", "in", "am", "an", "der", "den",
        "dem", "im", "bei", "ob", "und", "and", "aan", "op", "het", "bij", "ter", "ten", "van", "von", "zum", "zur", "del", "el", "los", "las", "y", "e", "i", "do", "da", "dos", "das",
        "di", "delle", "dell", "sul", "nad", "pod", "na", "al", "ar", "as", "i", "ja", "och", "og", "d", "l", "près", "a.M.", "a.d.",
    };

    private static readonly HashSet<string> Weekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tisdag", "lördag", "söndag",
    };

    // Written with a capital, they would pass for a place behind a date.
    private static readonly HashSet<string> CapitalWeekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag",
        "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
    };

    private static readonly SearchValues<char> NeverInPlaces = SearchValues.Create("\"«»“”„;:!?()[]{}<>=…*#@&%");

    /// <summary>Empty means no place, which is right for a date alone; null means these words are no place.</summary>
    public static string? Read(ReadOnlySpan<char> text)
    {
        var place = text.Trim().Trim(",-–—.: /|").Trim();
        if (place.IsEmpty || place is "date" or "datum" or "DATE" or "DATUM" or "Date" or "fecha" or "data")
            return "";

        // A bracketed country before the signature: "HOMS (Syrie), 3 mars (AFP)".
        if (place[^1] == ')' && place.LastIndexOf('(') is var open and > 0)
            place = place[..open].TrimEnd();

        // The seed's placeholder for a day that was taken out may follow a real place.
        // So may a word that leads to the date: "Hà Nội, ngày 14/3", "PARIS, le 3 mars".
        foreach (var word in (string[])[" date", " datum", " ngày", " le", " den", " the", " on", " am", " el", " dia", " il", " في"])
        {
            if (place.EndsWith(word, StringComparison.Ordinal))
                place = place[..^word.Length].TrimEnd(", ");
        }

        return IsPlace(WithoutWeekday(place)) ? WithoutWeekday(place).ToString() : null;
    }

    /// <summary>"København, mandag": Nordic wires date by the weekday.</summary>
    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> place)
    {
        var blank = place.LastIndexOf(' ');
        return blank > 1 && Weekdays.GetAlternateLookup<ReadOnlySpan<char>>().Contains(place[(blank + 1)..]) ? place[..blank].TrimEnd(", ") : place;
    }

    /// <summary>Up to the first comma: the country or state after it is no part of the city.</summary>
    public static string? City(string place)
    {
        var comma = place.AsSpan().IndexOfAny(',', '،', '、');
        var city = (comma > 0 ? place[..comma] : place).Trim();
        return city.Length > 0 ? city : null;
    }

    public static bool IsWeekday(string word) => Weekdays.Contains(word) || CapitalWeekdays.Contains(word);

    public static bool IsAllCapitals(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                letters++;
        }

        return letters > 1;
    }

    private static bool IsPlace(ReadOnlySpan<char> place)
    {
        if (place.IsEmpty || place.Length > LongestPlace || char.IsLower(place[0]) || !char.IsLetter(place[0]))
            return false;
        if (place.ContainsAny(NeverInPlaces))
            return false;
        var words = 0;
        foreach (var range in place.SplitAny(' ', '\u00a0', '/', ',', '-', '\u202f', '\'', '’'))
        {
            var word = place[range].Trim();
            if (word.IsEmpty)
                continue;
            if (++words > MostWords || !IsPlaceWord(word))
                return false;
        }

        return words > 0;
    }

    private static bool IsPlaceWord(ReadOnlySpan<char> word)
    {
        // A full stop only ends an abbreviation: "St.", "D.C.", "Calif.".
        var stop = word.IndexOf('.');
        if (stop > 5 || (stop > 3 && stop < word.Length - 1))
            return false;
        return !char.IsLower(word[0]) ? !char.IsDigit(word[0]) : Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}

using System.Buffers;
using Newswire.Contracts;
using Newswire.Formats.Wire;
using NodaTime;

namespace Newswire.Formats.Signalling;

/// <summary>An embargo stated in words: its end, or the fact that its end cannot be read (then <see cref="Until"/> is null: hold).</summary>
internal sealed record EmbargoPhrase(NewsDate? Until, IReadOnlyList<RecordWarning> Warnings)
{
    private const int LongestLine = 400;

    // The last whose days can be told in every zone.
    private const int LastYear = 9998;
    private static readonly SearchValues<char> Opening = SearchValues.Create(" \t\u00a0*+>=#!([{-–—\"«'");

    // Words an embargo begins with. Those of the second group are whole phrases and need no date to be one.
    private static readonly string[] Words =
    [
        "embargoed", "embargo", "embargó", "sous embargo", "onder embargo", "unter embargo", "bajo embargo", "embargado", "embargada", "sob embargo", "sotto embargo", "under embargo", "strict embargo",
        "strictly embargoed", "sperrfrist", "sperrvermerk", "sendesperrfrist", "for release", "klausul", "embargopflichtig", "эмбарго", "под эмбарго", "ембарго", "під ембарго", "ambargo", "frigives",
    ];

    private static readonly string[] Phrases =
    [
        "embargoed until", "embargoed till", "embargoed for", "embargo until", "embargo till", "embargo for", "not for publication before", "not for publication until", "not for release before", "not for release until",
        "not to be published before", "for release at", "do not publish before", "hold for release", "sous embargo jusqu", "embargo jusqu", "ne pas diffuser avant", "ne pas publier avant", "à ne pas diffuser avant",
        "à ne pas publier avant", "a ne pas publier avant", "onder embargo tot", "embargo tot", "niet publiceren voor", "niet publiceren vóór", "niet vrijgeven voor", "niet voor publicatie voor", "sperrfrist bis", "sperrfrist:",
        "gesperrt bis", "nicht vor", "embargo bis", "bajo embargo hasta", "embargo hasta", "embargado hasta", "no publicar antes", "no difundir antes", "sotto embargo fino", "embargo fino", "non pubblicare prima",
        "sob embargo até", "embargo até", "não publicar antes", "embargo indtil", "embargo til", "embargo till", "må ikke offentliggøres før", "får ej publiceras före", "эмбарго до", "не публиковать до", "не публиковать ранее", "ембарго до", "не публікувати до", "حظر النشر حتى", "ممنوع النشر قبل", "يمنع النشر قبل",
    ];

    private static readonly ByFirstLetters<string> WordsByLetter = new(Words, word => word);
    private static readonly ByFirstLetters<string> PhrasesByLetter = new(Phrases, phrase => phrase);

    // What may stand between an embargo word and its date.
    private static readonly HashSet<string> Connectives = new(StringComparer.OrdinalIgnoreCase)
    {
        "до", "do", "dnia", "od", "в", "у", "с", "ранее", "раньше", "حتى", "until", "till", "to", "for", "release", "before", "publication", "not", "at", "on", "from", "the", "is", "and", "use", "or", "publish", "be", "published", "by", "media", "jusqu", "jusque", "au", "à", "a", "le", "la", "ne", "pas", "diffuser", "publier",
        "avant", "d", "du", "de", "fin", "tot", "op", "voor", "vóór", "niet", "publiceren", "te", "bis", "zum", "vor", "am", "ab", "um", "den", "nicht", "veröffentlichen", "hasta", "el", "las", "los", "antes", "del", "no", "publicar", "difundir", "fino",
        "al", "alle", "ore", "prima", "non", "pubblicare", "até", "às", "ao", "dia", "não", "indtil", "til", "kl", "den", "før", "ikke", "före", "ej", "strict", "strikt", "levé", "lifted", "lifts", "expires", "ends", "endet", "heure", "hora", "uur", "uhr", "h",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "montag", "dienstag",
        "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda", "terça", "quarta",
        "quinta", "sexta", "feira", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag", "måndag", "tisdag", "lördag", "söndag", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "today", "tomorrow", "aujourd", "hui", "demain", "heute", "morgen", "vandaag", "mañana", "hoy",
    };

    /// <summary>Reads a line of the dispatch; null when it states no embargo. "Embargo sur les armes" is news, not an embargo.</summary>
    public static EmbargoPhrase? Read(ReadOnlySpan<char> line, SignalContext context)
    {
        if (line.Length > LongestLine)
            return null;
        var text = LineStart.Past(EditorCall.After(LineStart.Past(line, Opening)), Opening).TrimEnd();
        foreach (var phrase in PhrasesByLetter.For(text))
        {
            if (StartsWith(text, phrase))
                return Resolve(PhraseDate.Read(text[phrase.Length..], context.Settings), context);
        }

        foreach (var word in WordsByLetter.For(text))
        {
            if (!StartsWith(text, word))
                continue;
            var rest = text[word.Length..];
            if (rest.Contains("immediat", StringComparison.OrdinalIgnoreCase))
                continue;
            var date = PhraseDate.Read(rest, context.Settings);
            if (date.Start < rest.Length && OnlyConnectives(rest[..date.Start]))
                return Resolve(date, context);

            // In capitals and by itself it is the newsroom's word even when no date can be read.
            var capitals = text[..word.Length].IndexOfAnyInRange('a', 'z') < 0;
            if (capitals && word.Length > 4 && (rest.IsEmpty || rest.TrimStart() is [':' or '-' or '–' or '—' or '!' or '*' or '.' or ')' or ']' or '/' or ',', ..]))
                return Resolve(date, context);
        }

        return null;
    }

    /// <summary>
    /// The part of a headline that states an embargo: in brackets, or in capitals after a dash ("Löhne steigen - SPERRFRIST 15.3., 6.00 Uhr").
    /// </summary>
    public static string? InTitle(string title, SignalContext context)
    {
        for (var i = NextInTitle(title, 1); i + 1 < title.Length; i = NextInTitle(title, i + 1))
        {
            var dash = title[i] is '-' or '–' && title[i - 1] == ' ' && title[i + 1] == ' ';
            if (!(title[i] is '(' or '[' || dash))
                continue;
            var part = title[(i + 1)..].Trim();
            var word = part.AsSpan(0, Math.Min(part.Length, 7));
            if (!(dash && word.ContainsAnyInRange('a', 'z')) && Read(part, context) is not null)
                return part;
        }

        return null;
    }

    private static int NextInTitle(string title, int start) =>
        start < title.Length && title.AsSpan(start).IndexOfAny("-–([") is var next and >= 0 ? start + next : title.Length;

    /// <summary>Reads an editor's note, in which the embargo may stand in any of its sentences.</summary>
    public static EmbargoPhrase? ReadNote(string note, SignalContext context)
    {
        foreach (var at in note.AsSpan().Split('\n'))
        {
            var text = note.AsSpan()[at];
            text = text[..Math.Min(text.Length, 4 * LongestLine)];
            while (!text.IsEmpty)
            {
                var end = SentenceEnd(text);
                if (Read(text[..end], context) is { } found)
                    return found;
                text = text[Math.Min(end + 2, text.Length)..];
            }
        }

        return null;
    }

    /// <summary>A full stop and a blank, but not those after the day in "Sperrfrist 15. März".</summary>
    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == '.' && text[i + 1] == ' ' && !char.IsAsciiDigit(text[i - 1]))
                return i;
        }

        return text.Length;
    }

    private static EmbargoPhrase Resolve(PhraseDate date, SignalContext context)
    {
        if (date is { Day: { } day, Month: { } month, Ambiguous: false } && Local(date, month, day, context) is { } local)
        {
            var precision = date.Hour is null ? "day" : "minute";
            if (date.Offset is { } minutes && Math.Abs(minutes) <= 14 * 60)
                return new EmbargoPhrase(new NewsDate(new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)), precision, AssumedZone: false), Precision(date.Hour));
            if (InZone(local, date.Zone) is { } named)
                return new EmbargoPhrase(new NewsDate(named, precision, AssumedZone: false), Precision(date.Hour));
            if (InZone(local, context.Settings.TimeZone) is { } assumed)
                return new EmbargoPhrase(new NewsDate(assumed, precision, AssumedZone: true), Precision(date.Hour));

            // No zone anywhere: the latest instant it can mean.
            return new EmbargoPhrase(
                new NewsDate(new DateTimeOffset(local, TimeSpan.FromHours(-12)), precision, AssumedZone: true),
                [Warning(WarningCodes.EmbargoZoneAssumed, "no zone is stated: held until the latest instant it can mean"), .. Precision(date.Hour)]);
        }

        return new EmbargoPhrase(null, [Warning(WarningCodes.EmbargoUnreadable, "an embargo is stated whose end cannot be read")]);
    }

    private static DateTime? Local(PhraseDate date, int month, int day, SignalContext context)
    {
        var year = date.Year ?? NearestYear(month, day, context.Reference);
        if (year is null or < 1990 or > LastYear || day > DateTime.DaysInMonth(year.Value, month))
            return null;
        var midnight = new DateTime(year.Value, month, day, 0, 0, 0, DateTimeKind.Unspecified);

        // No time of day: held to the end of the day, for an embargo must never lift too early.
        return date.Hour is { } hour ? midnight.AddHours(hour).AddMinutes(date.Minute) : midnight.AddDays(1);
    }

    /// <summary>The year that puts the day closest to the reference; null when there is nothing to count from.</summary>
    private static int? NearestYear(int month, int day, DateTimeOffset reference)
    {
        if (reference.Year < 1990)
            return null;
        int? nearest = null;
        var least = double.MaxValue;
        for (var year = reference.Year - 1; year <= reference.Year + 1; year++)
        {
            if (day > DateTime.DaysInMonth(year, month))
                continue;
            var distance = Math.Abs((new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) - reference.Date).TotalDays);
            if (distance < least)
                (nearest, least) = (year, distance);
        }

        return nearest;
    }

    private static DateTimeOffset? InZone(DateTime local, string? name)
    {
        var zone = name is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
        if (zone is null)
            return null;

        // Where a local time is there twice, the later instant: an embargo must never lift too early.
        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
        return mapping.Count == 2 ? mapping.Last().ToDateTimeOffset() : zone.AtLeniently(mapping.LocalDateTime).ToDateTimeOffset();
    }

    private static List<RecordWarning> Precision(int? hour)
        => hour is null ? [Warning(WarningCodes.DatePrecision, "the embargo states no time of day: held to the end of the day")] : [];

    private static RecordWarning Warning(string code, string detail) => new() { Code = code, Detail = detail };

    private static bool OnlyConnectives(ReadOnlySpan<char> text)
    {
        var lookup = Connectives.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
                i++;
            if (!lookup.Contains(text[start..i]))
                return false;
        }

        return true;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string word)
        => text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[word.Length]) || !char.IsLetter(word[^1]) || word.EndsWith("jusqu", StringComparison.Ordinal));
}

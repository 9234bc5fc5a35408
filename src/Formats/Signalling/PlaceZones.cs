using System.Collections.Frozen;

namespace Newswire.Formats.Signalling;

/// <summary>IANA zones of the places whose time newsrooms name: "heure de Bruxelles", "Brussels time", "hora de Madrid", "Ortszeit Berlin".</summary>
internal static class PlaceZones
{
    private const string Table = """
        Europe/Brussels bruxelles brussels brussel brüssel bruselas belgique belgium belge belgische brusselse brüsseler belgië liège liége antwerpen gent namur
        Europe/Paris paris parís parigi france frankrijk française francia parijs parijse pariser parisienne strasbourg
        Europe/Amsterdam amsterdam amsterdamse nederlandse nederland haag
        Europe/Luxembourg luxembourg luxemburg luxembourgeoise
        Europe/Berlin berlin berliner berlijn berlijnse berlín berlino deutsche frankfurt münchen hamburg allemagne allemande germany german
        Europe/Zurich genève geneva genf ginevra ginebra zürich zürcher genfer berner bern berne lausanne suisse swiss schweizer
        Europe/Vienna wien wiener wenen vienna vienne viena österreichische
        Europe/London londres london londen londense londoner londra british uk
        Europe/Dublin dublin irish
        Europe/Madrid madrid madrileña española peninsular barcelona
        Europe/Lisbon lisboa lisbon lisbonne lissabon
        Europe/Rome roma rome rom italiana italienne italian milano
        Europe/Athens athènes athens athen atene
        Europe/Copenhagen københavn copenhagen copenhague kopenhagen dansk
        Europe/Stockholm stockholm svensk
        Europe/Oslo oslo norsk
        Europe/Helsinki helsinki
        Europe/Warsaw warszawa warsaw varsovie warschau
        Europe/Prague praha prague prag praga
        Europe/Budapest budapest
        Europe/Bucharest bucarest bucharest bukarest bucurești
        Europe/Sofia sofia софия
        Europe/Kyiv kiev kyiv київ
        Europe/Moscow moscou moscow moskau moskou moscú mosca москва московское moskva
        Europe/Istanbul istanbul ankara
        Asia/Jerusalem jérusalem jerusalem israel israeli
        Africa/Cairo cairo caire kairo
        Asia/Dubai dubai dubaï
        Asia/Karachi islamabad karachi pakistan pakistani
        Asia/Kolkata delhi mumbai indian
        Asia/Shanghai beijing pékin peking shanghai pekín pechino
        Asia/Hong_Kong hongkong
        Asia/Singapore singapore singapour
        Asia/Tokyo tokyo tokio japan japon
        Asia/Seoul seoul séoul
        Australia/Sydney sydney aest melbourne canberra
        Pacific/Auckland auckland wellington
        America/New_York washington york eastern
        America/Chicago chicago
        America/Los_Angeles angeles
        America/Toronto ottawa toronto montréal montreal québec
        America/Mexico_City méxico mexico
        America/Sao_Paulo brasília paulo brasilia
        America/Argentina/Buenos_Aires aires
        Africa/Johannesburg johannesburg pretoria
        Africa/Algiers alger algiers
        Africa/Casablanca rabat casablanca
        Africa/Tunis tunis
        Africa/Kinshasa kinshasa
        """;

    // "heure" before or "time" after a place: without one of them a place says nothing about the clock.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ClockWords = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "heure", "heures", "time", "zeit", "ortszeit", "tijd", "uur", "hora", "horas", "ora", "ore", "tid", "czasu", "времени", "время", "času",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Zones = Build();

    /// <summary>The zone a phrase names; null when it names none.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        var clock = false;
        string? zone = null;
        foreach (var range in text.SplitAny(' ', '(', ')', ',', '.', '\'', '’', '\u00a0', '/', ';', ':', '-'))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            clock |= ClockWords.Contains(word) || word.EndsWith("zeit", StringComparison.OrdinalIgnoreCase);
            if (zone is null && word.Length < 24 && Zones.TryGetValue(word, out var found))
                zone = found;
        }

        return clock ? zone : null;
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var zones = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            foreach (var place in words.Skip(1))
                zones.TryAdd(place, words[0]);
        }

        return zones.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

using System.Collections.Frozen;

namespace Newswire.Formats.Identity;

/// <summary>Declared languages as BCP 47; what is no language (a country code, a sentence) is none.</summary>
public static class LanguageTags
{
    private static readonly FrozenSet<string> TwoLetters = ("aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
        + "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv "
        + "kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si "
        + "sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["iw"] = "he",
        ["in"] = "id",
        ["ji"] = "yi",
        ["mo"] = "ro",
        ["jp"] = "ja",
        ["eng"] = "en",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["deu"] = "de",
        ["ger"] = "de",
        ["nld"] = "nl",
        ["dut"] = "nl",
        ["spa"] = "es",
        ["ita"] = "it",
        ["por"] = "pt",
        ["rus"] = "ru",
        ["ara"] = "ar",
        ["zho"] = "zh",
        ["chi"] = "zh",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["swe"] = "sv",
        ["dan"] = "da",
        ["nor"] = "no",
        ["fin"] = "fi",
        ["pol"] = "pl",
        ["ces"] = "cs",
        ["cze"] = "cs",
        ["hun"] = "hu",
        ["ell"] = "el",
        ["gre"] = "el",
        ["tur"] = "tr",
        ["ukr"] = "uk",
        ["heb"] = "he",
        ["ron"] = "ro",
        ["rum"] = "ro",
        ["cat"] = "ca",
        ["english"] = "en",
        ["french"] = "fr",
        ["français"] = "fr",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["dutch"] = "nl",
        ["nederlands"] = "nl",
        ["spanish"] = "es",
        ["español"] = "es",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["arabic"] = "ar",
        ["russian"] = "ru",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag in its usual spelling (<c>fr_be</c> → <c>fr-BE</c>); null when it names no language.</summary>
    public static string? Normalize(string? declared)
    {
        declared = declared?.Trim();
        if (declared is null or { Length: < 2 or > 35 }) return null;
        if (declared.Length == 2 && char.IsAsciiLetterLower(declared[0]) && TwoLetters.Contains(declared)) return declared;
        if (Others.TryGetValue(declared, out var known)) return known;
        var parts = declared.Replace('_', '-').Split('-');
        var primary = parts[0].ToLowerInvariant();
        if (Others.TryGetValue(primary, out var mapped)) primary = mapped;
        else if (primary.Length == 2 ? !TwoLetters.Contains(primary) : primary.Length != 3 || !primary.All(char.IsAsciiLetterLower)) return null;
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i].Length is < 1 or > 8 || !parts[i].All(char.IsAsciiLetterOrDigit)) return primary;
            parts[i] = parts[i].Length switch
            {
                // The usual slip: the code of the kingdom is GB.
                2 => parts[i].ToUpperInvariant() is var region && region == "UK" ? "GB" : region,
                4 when char.IsAsciiLetter(parts[i][0]) => char.ToUpperInvariant(parts[i][0]) + parts[i][1..].ToLowerInvariant(),
                _ => parts[i].ToLowerInvariant(),
            };
        }

        parts[0] = primary;
        return string.Join('-', parts);
    }
}

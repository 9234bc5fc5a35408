using Newswire.Contracts;

namespace Newswire.Enricher.Language;

/// <summary>How tags of feeds and settings compare with the detector's.</summary>
internal static class LanguageTags
{
    /// <summary>Whether a text in <paramref name="detected"/> is what <paramref name="said"/> (any case, old codes, macrolanguages, regions) says it is.</summary>
    public static bool Covers(string said, string detected)
    {
        var saidPrimary = Primary(said);
        var detectedPrimary = Primary(detected);
        if (saidPrimary.Equals("zh", StringComparison.Ordinal) && detectedPrimary.Equals("zh", StringComparison.Ordinal))
            return Chinese(said) is not { } script || Chinese(detected) is not { } other || script == other;
        return saidPrimary switch
        {
            "no" => detectedPrimary is "nb" or "nn",
            "sh" => detectedPrimary is "bs" or "hr" or "sr",
            _ => saidPrimary == detectedPrimary,
        };
    }

    /// <summary>The language alone, in its current code: <c>fr</c> of <c>fr-BE</c>, <c>he</c> of <c>iw</c>.</summary>
    public static string Primary(string tag)
    {
        var primary = LanguageTag.Primary(tag).Trim();
        return primary switch
        {
            "iw" => "he",
            "in" => "id",
            "ji" => "yi",
            "fil" => "tl",
            "kmr" => "ku",
            "prs" => "fa",
            "cmn" => "zh",
            _ => primary,
        };
    }

    /// <summary>Hans or Hant, where a Chinese tag says so by script or by region.</summary>
    private static string? Chinese(string tag)
    {
        foreach (var part in tag.Split('-', '_').Skip(1))
        {
            switch (part.ToUpperInvariant())
            {
                case "HANS" or "CN" or "SG" or "MY":
                    return "Hans";
                case "HANT" or "TW" or "HK" or "MO":
                    return "Hant";
            }
        }

        return null;
    }
}

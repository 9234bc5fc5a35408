using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Corpora;

/// <summary>The language of a locale's name (<c>sr@latin</c>, <c>zh_TW</c>, <c>be-tarask</c>), as the model calls it.</summary>
internal static class LocaleCode
{
    // Invented or romanized varieties, alphabets that the model does not know, and documentation that looks like a language.
    private static readonly string[] Unfit = ["shaw", "latn", "iqtelif", "igbo", "piglatin", "arab", "arabic", "ijekavian", "cyrl"];

    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["no"] = "nb",
        ["C"] = "en",
        ["simple"] = "en",
        ["nds-nl"] = "nds",
    };

    private static readonly HashSet<string> Known = [.. LanguageDetector.Default.Languages];

    public static string? Language(string locale)
    {
        var name = locale.Replace('_', '-').Split('.')[0];
        if (OtherNames.TryGetValue(name, out var other))
            name = other;
        var parts = name.ToLowerInvariant().Split('-', '@');
        var language = LanguageTags.Primary(parts[0]);
        var variants = parts[1..];
        if (language == "zh")
            language = variants.Any(part => part is "tw" or "hk" or "mo" or "hant") ? "zh-Hant" : variants.Any(part => part is "cn" or "sg" or "my" or "hans") ? "zh-Hans" : "zh";
        else if (variants.Any(part => Unfit.Contains(part)) && !IsOwnScript(language, variants))
            return null;
        return Known.Contains(language) ? language : null;
    }

    /// <summary>The locale at the end of a file's name, <c>admin-sv_SE</c>.</summary>
    public static string Ending(string name) => name[(name.LastIndexOf('-') + 1)..];

    /// <summary>A script that is named although it is the usual one.</summary>
    private static bool IsOwnScript(string language, string[] variants) => (language, variants[0]) is
        ("ku", "latn") or ("kk" or "tg" or "tt" or "uz" or "mn", "cyrl") or ("ug", "arab") or ("sr", _);
}

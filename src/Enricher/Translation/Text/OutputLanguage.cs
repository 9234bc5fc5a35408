using Newswire.Contracts;
using Newswire.Enricher.Language;

namespace Newswire.Enricher.Translations.Text;

/// <summary>
/// The validator's view of the language detector. Asked for 90 % confidence it refused none of 1,183 translations (by people and by Apertium, of 40
/// characters or more) and caught 295 of 297 texts returned untranslated (bench/Translation, verb language).
/// </summary>
internal static class OutputLanguage
{
    private const double Sure = 0.9;

    /// <summary>Told apart by hints rather than by letters: no ground for refusing a text.</summary>
    private static readonly HashSet<string> Close = new(StringComparer.Ordinal) { "hr", "sr", "bs", "id", "ms", "nb", "nn", "no", "da" };

    /// <summary>Primary subtag, or null when the detector is not sure.</summary>
    public static string? Of(string text)
    {
        var guess = LanguageDetector.Default.Detect(text);
        var tag = LanguageTag.Primary(guess.Tag);
        return guess.Confidence < Sure || guess.Tag == LanguageGuess.Undetermined || Close.Contains(tag) ? null : tag;
    }
}

namespace Newswire.Enricher.Language;

/// <summary>
/// What <see cref="LanguageDetector"/> makes of a text: a BCP 47 tag, <see cref="Undetermined"/> when it cannot be told, and the probability
/// (0 to 1, calibrated on held-out texts) that the tag is right.
/// </summary>
public readonly record struct LanguageGuess(string Tag, double Confidence)
{
    public const string Undetermined = "und";

    public static LanguageGuess None => new(Undetermined, 0);
}

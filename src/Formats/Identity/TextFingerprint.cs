using System.Globalization;
using System.Text;

namespace Newswire.Formats.Identity;

/// <summary>
/// The identity of text that carries none: a hash of its letters and digits only, so that wraps, blanks, punctuation of transmission, case
/// and normal form make no difference, and the same text by folder, HTTP and mail is one story.
/// </summary>
public static class TextFingerprint
{
    /// <summary><c>urn:newswire:text:{32 hex digits}</c> of the text without transmission headers.</summary>
    public static string Uri(params ReadOnlySpan<string?> parts)
    {
        var letters = new StringBuilder();
        foreach (var part in parts)
            if (part is not null) AppendLetters(letters, part);
        return "urn:newswire:text:" + ProviderIds.Hash(letters.ToString());
    }

    private static void AppendLetters(StringBuilder letters, string text)
    {
        // A non-character is no letter, and normalizing throws on it.
        text = text.Replace("\uFFFE", "", StringComparison.Ordinal);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category <= UnicodeCategory.OtherNumber) letters.Append(Rune.ToLowerInvariant(rune).ToString());
        }
    }
}

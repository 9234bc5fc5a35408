using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Formats.Identity;

/// <summary>
/// The identity of text that carries none: a hash of its letters and digits only, so that wraps, blanks, punctuation of transmission, case
/// and normal form make no difference, and the same text by folder, HTTP and mail is one story.
/// </summary>
public static class TextFingerprint
{
    // Of one character in UTF-8.
    private const int MostBytes = 4;

    /// <summary><c>urn:newswire:text:{32 hex digits}</c> of the text without transmission headers.</summary>
    public static string Uri(params ReadOnlySpan<string?> parts)
    {
        // Hashed as they are found: the letters of a text may be as long as the text.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            if (part is not null) AppendLetters(hash, part);
        return "urn:newswire:text:" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void AppendLetters(IncrementalHash hash, string text)
    {
        Span<byte> letters = stackalloc byte[1_024];
        var length = 0;
        // A non-character is no letter, and normalizing throws on it.
        text = text.Replace("\uFFFE", "", StringComparison.Ordinal);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) > UnicodeCategory.OtherNumber) continue;
            length += Rune.ToLowerInvariant(rune).EncodeToUtf8(letters[length..]);
            if (length <= letters.Length - MostBytes) continue;
            hash.AppendData(letters[..length]);
            length = 0;
        }

        hash.AppendData(letters[..length]);
    }
}

using System.Text;

namespace Newswire.Contracts;

/// <summary>
/// Hashes of source text: NFC, LF line ends, no trailing blanks, so that a re-transmission with other line ends is the same text. Stored in archives
/// and memories: changing this invalidates them.
/// </summary>
public static class TranslationHash
{
    private const char FieldSeparator = '\u001F';

    public static string OfSegment(string text) => DispatchIdentity.TextHash(Canonical(text));

    /// <summary>Headline (empty when there is none) and paragraphs, in order.</summary>
    public static string OfContent(string? headline, IReadOnlyList<string> body)
    {
        var joined = new StringBuilder(Canonical(headline ?? string.Empty));
        foreach (var paragraph in body)
            joined.Append(FieldSeparator).Append(Canonical(paragraph));
        return DispatchIdentity.TextHash(joined.ToString());
    }

    private static string Canonical(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i].TrimEnd();
        var joined = string.Join('\n', lines);
        // Lone surrogates cannot be normalized; such text is hashed as it is.
        try
        {
            return joined.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return joined;
        }
    }
}

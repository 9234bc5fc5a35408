using System.Buffers;
using System.Text;

namespace Newswire.Contracts;

/// <summary>
/// Hashes of source text: NFC, LF line ends, no trailing blanks, so that a re-transmission with other line ends is the same text. Stored in archives
/// and memories: changing this invalidates them.
/// </summary>
public static class TranslationHash
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\f\u0085\u2028\u2029");

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
        var joined = text.AsSpan().ContainsAny(LineEnds) ? string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())) : text.TrimEnd();
        // Below the first combining character all text is composed.
        if (!joined.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
            return joined;
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

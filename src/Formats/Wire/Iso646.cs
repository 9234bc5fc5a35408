namespace Newswire.Formats.Wire;

/// <summary>
/// National versions of ISO 646: seven bits whose brackets and braces are accented letters. They look like ASCII, so only a source's
/// charset setting (<c>iso646-fr</c>) can say so.
/// </summary>
internal static class Iso646
{
    // The positions every national version may fill anew.
    private const string Positions = "#$@[\\]^`{|}~";

    private static readonly (string Name, string Letters)[] Sets =
    [
        ("fr", "£$à°ç§^µéùè¨"), ("be", "#$à°ç§^`éùè¨"), ("de", "#$§ÄÖÜ^`äöüß"), ("it", "£$§°çé^ùàòèì"), ("es", "£$§¡Ñ¿^`°ñç~"), ("pt", "#$§ÃÇÕ^`ãçõ°"), ("se", "#¤ÉÄÖÅÜéäöåü"),
        ("fi", "#$@ÄÖÅÜéäöåü"), ("no", "#$@ÆØÅ^`æøå~"), ("dk", "#$@ÆØÅÜ`æøåü"), ("gb", "£$@[\\]^`{|}~"), ("nl", "£$¾ÿ½|^`¨ƒ¼´"), ("ch", "ùàçàêîôéäöüû"),
    ];

    /// <summary>The twelve letters of a set named iso646-xx; null for any other name.</summary>
    public static string? Find(string? charset)
    {
        const string Prefix = "iso646-";
        var name = charset?.Replace("iso-646-", Prefix, StringComparison.OrdinalIgnoreCase);
        if (name is null || !name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return null;
        return Sets.FirstOrDefault(set => name.AsSpan(Prefix.Length).Equals(set.Name, StringComparison.OrdinalIgnoreCase)).Letters;
    }

    public static string Decode(string text, string letters) => string.Create(text.Length, (text, letters), static (target, state) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var at = Positions.IndexOf(state.text[i], StringComparison.Ordinal);
            target[i] = at < 0 ? state.text[i] : state.letters[at];
        }
    });

    /// <summary>Braces, bars or backslashes inside words, three times and more, in text that is otherwise ASCII.</summary>
    public static bool LooksNational(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, 16_384)];
        if (text.ContainsAnyExceptInRange('\0', '\u007f'))
            return false;
        var inside = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is '{' or '|' or '}' or '\\' && char.IsAsciiLetter(text[i - 1]) && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '{' or ' '))
                inside++;
        }

        return inside >= 3;
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Newswire.Contracts;

namespace Newswire.Enricher.Translations.Text;

/// <summary>
/// Normalizes segments and masks what must come back unchanged: names from the record, addresses, editors' marks. The version is part of the memory
/// key: raise it when the result changes.
/// </summary>
public sealed partial class SegmentPreparer
{
    public const string Version = "prepare/1";

    private const string Addresses = @"https?://[^\s<>""»]+[\w/]|www\.[^\s<>""»]+[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w{2,}";
    private const string EditorsMarks = @"(?<!\w)(?:NDLR|NDT|N\.D\.L\.R\.|ndlr|Nota del editor|red\.\))(?!\w)";

    private readonly Regex _protected;

    /// <param name="names">Longest first wins; matched as whole words, case kept.</param>
    public SegmentPreparer(IEnumerable<string> names)
    {
        var pattern = new StringBuilder($"{Addresses}|{EditorsMarks}");
        var escaped = names.Select(Normalize).Where(n => n.Any(char.IsLetter)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).Select(Regex.Escape).ToList();
        if (escaped.Count > 0)
            pattern.Append(@"|(?<![\p{L}\p{N}])(?:").AppendJoin('|', escaped).Append(@")(?![\p{L}\p{N}])");
        _protected = new Regex(pattern.ToString(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    /// <param name="isFirst">Only a first paragraph may begin with a dateline.</param>
    public PreparedSegment Prepare(string source, bool isHeadline, bool isFirst)
    {
        var text = Normalize(source);
        var start = isFirst ? Dateline().Match(text).Length : 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var originals = new List<string>();
        var masked = _protected.Replace(text[start..end], match =>
        {
            originals.Add(match.Value);
            return PlaceholderStyle.Neutral(originals.Count - 1);
        });
        return new PreparedSegment
        {
            Source = source,
            SegmentHash = TranslationHash.OfSegment(source),
            IsHeadline = isHeadline,
            Before = text[..start],
            Masked = masked,
            After = text[end..],
            Originals = originals,
        };
    }

    /// <summary>LF line ends; no control or zero-width characters (they split words), none of the private-use characters we use ourselves, no lone surrogates.</summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        text = text.ReplaceLineEndings("\n");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(c).Append(text[++i]);
            else if (IsKept(c))
                result.Append(c);
        }
        return result.ToString();
    }

    private static bool IsKept(char c) => c switch
    {
        '\n' or '\t' => true,
        '\uFEFF' or '\u200B' or '\u200C' or '\u200D' => false,
        '\uE000' or '\uE001' or PlaceholderStyle.Open or PlaceholderStyle.Close => false,
        _ => !char.IsControl(c) && !char.IsSurrogate(c),
    };

    // "PARIS, 12 oct (AFP) - ", "date 2021-10 (Belga) ", "(Belga) ": a place and date of at most 80 characters, then an agency in brackets that
    // is known or set off by a dash. Anything looser would eat "Le ministre (PS) …".
    [GeneratedRegex(
        """^\s*(?:date [0-9]{4}(?:-[0-9]{2}){1,2}\s+|\p{Lu}[\p{L}\p{N}'’ .,/-]{1,80}?\s+)?\((?:(?:AFP|AP|AAP|AGI|ANP|ANSA|APA|ATS|Belga|BELGA|CP|dpa|DPA|EFE|Europa Press|Kyodo|Lusa|NTB|PA|PTI|Reuters|REUTERS|STT|TASS|UPI|Xinhua)(?:/\w+)?\)\s*[-–—_]{0,2}\s+|\p{L}[\p{L} /]{1,30}\)\s*[-–—_]{1,2}\s+)""",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dateline();
}

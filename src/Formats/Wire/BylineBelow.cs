using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// A writer named below or behind the dateline: "ISTANBUL (AA) -", then "By Anna Veld" as a paragraph of its own; and, as Turkish agencies do,
/// the name in capitals and a dash: "ISTANBUL (AA) - ANNA VELD - ".
/// </summary>
internal static class BylineBelow
{
    private const int LongestName = 60;
    private const int MostNames = 6;
    private const int MostWordsOfPlace = 3;

    private static readonly HashSet<string> NamesInCapitals = new(StringComparer.OrdinalIgnoreCase) { "AA", "Anadolu", "Anadolu Agency", "Anadolu Ajansı", "DHA", "İHA", "IHA" };

    /// <summary>Takes it off the text, of which something must remain.</summary>
    public static void Take(List<WireParagraph> paragraphs, DispatchItem item)
    {
        if (item.Dateline is null)
        {
            TakePlaceLine(paragraphs, item);
            return;
        }

        var first = paragraphs.FindIndex(paragraph => paragraph.Text.Length > 0);
        if (item.Byline is not null || first is not (0 or 1) || paragraphs[first].Preformatted)
            return;
        var text = paragraphs[first].Text;
        var inCapitals = item.Credits.Exists(credit => NamesInCapitals.Contains(credit.Name));
        var isLast = first + 1 >= paragraphs.Count;
        if (!isLast && (Bylines.Is(text) || (inCapitals && IsNameInCapitals(text.TrimEnd(' ', '-', '–')))))
        {
            item.Byline = text.TrimEnd(' ', '-', '–');
            paragraphs.RemoveAt(first);
        }
        else if (inCapitals && text.IndexOf(" - ", StringComparison.Ordinal) is var dash and > 4 and <= LongestName && IsNameInCapitals(text[..dash]))
        {
            item.Byline = text[..dash];
            paragraphs[first] = paragraphs[first] with { Text = text[(dash + 3)..].TrimStart() };
        }
    }

    private static bool IsNameInCapitals(string text)
    {
        var words = text.AsSpan().Count(' ') + text.AsSpan().Count('/') + 1;
        return text.Length <= LongestName && words is >= 2 and <= MostNames && !text.AsSpan().ContainsAnyInRange('0', '9') && DatelinePlace.IsAllCapitals(text)
            && Bylines.IsNames(text) && MarkerReader.Read(text, language: null) is null;
    }

    /// <summary>Anadolu's English texts have the place in capitals on a line of its own, between byline and text, and name the agency in the text.</summary>
    private static void TakePlaceLine(List<WireParagraph> paragraphs, DispatchItem item)
    {
        if (item.Byline is null || paragraphs.Count < 2 || paragraphs[0].Text is not { Length: > 2 and <= LongestName } line || line.Contains('\n', StringComparison.Ordinal))
            return;
        if (line.AsSpan().Count(' ') >= MostWordsOfPlace || !DatelinePlace.IsAllCapitals(line) || DatelinePlace.Read(line) is not { Length: > 0 } place || MarkerReader.Read(line, language: null) is not null)
            return;
        if (!paragraphs.Exists(paragraph => paragraph.Text.Contains("Anadolu", StringComparison.Ordinal)))
            return;
        (item.Dateline, item.DatelineCity) = (line, DatelinePlace.City(place));
        paragraphs.RemoveAt(0);
    }
}

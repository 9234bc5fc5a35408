using Newswire.Contracts;
using Newswire.Formats.Dates;
using Newswire.Formats.Markup;

namespace Newswire.Formats.NewsML;

/// <summary>The dateline of an element: some systems put only the date there, which then stands in the text with its place.</summary>
internal static class DatelineText
{
    // A day and a time of day: "3.6.2024 10:00 EEST". A day alone may stand before a place.
    private const int FiguresOfAMoment = 10;

    /// <summary>Null when it is blank or only a date.</summary>
    public static string? Of(string? printed, SourceSettings settings)
    {
        if (string.IsNullOrWhiteSpace(printed)) return null;
        printed = HtmlText.Fold(printed);
        var start = printed.TakeWhile(c => !char.IsLetter(c)).ToList();
        if (start.Count == printed.Length || start.Count(char.IsAsciiDigit) >= FiguresOfAMoment) return null;
        return NewsDateParser.TryParse(printed, settings, out _) ? null : printed;
    }
}

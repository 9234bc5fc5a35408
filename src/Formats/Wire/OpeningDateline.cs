using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>Takes the dateline off the first paragraph of a message in an envelope, and what stands between it and the text.</summary>
internal static class OpeningDateline
{
    public static void Take(List<WireParagraph> paragraphs, DispatchItem item, SourceSettings settings, DateTimeOffset received, List<string> markers, List<string> notes)
    {
        if (paragraphs.Count == 0 || DatelineReader.TryRead(paragraphs[0].Text, settings, item.VersionCreated?.Instant ?? received) is not { } dateline)
            return;
        (item.Dateline, item.DatelineCity, item.DatelineDate) = (dateline.Text, dateline.City, dateline.Date);
        item.Credits.AddRange(dateline.Credits);
        var text = paragraphs[0].Text[dateline.Length..];
        paragraphs[0] = paragraphs[0] with { Text = text[DatelineTail.Length(text, markers, notes)..] };
    }
}

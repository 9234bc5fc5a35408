using Newswire.Contracts;

namespace Newswire.Archiver.Search;

/// <summary>What of a record can be found by its words.</summary>
internal static class SearchDocument
{
    /// <summary>Parts are kept apart by a word nobody can type, so that no phrase runs from one into the next.</summary>
    public const string Gap = "\uE000";

    public static IReadOnlyList<string> Words(NewsRecord record)
    {
        var item = record.Item;
        var words = new List<string>();
        foreach (var headline in item.Headlines ?? [])
            Add(words, headline.Value);
        foreach (var description in item.Descriptions ?? [])
            Add(words, description.Value);
        Add(words, item.Slugline);
        Add(words, item.By);
        Add(words, item.Located);
        Add(words, item.EdNote);
        foreach (var subject in item.Subjects ?? [])
            Add(words, subject.Name);
        var plain = item.Bodies?.Where(b => b.ContentType == "text/plain").Select(b => b.Value).ToList() ?? [];
        foreach (var body in plain.Count > 0 ? plain : item.Bodies?.Select(b => b.Value) ?? [])
            Add(words, body);
        return words;
    }

    private static void Add(List<string> words, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (words.Count > 0)
            words.Add(Gap);
        SearchText.AddWords(words, text);
    }
}

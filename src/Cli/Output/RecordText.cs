using Newswire.Contracts;

namespace Newswire.Cli.Output;

/// <summary>Parts of a record as people read them.</summary>
internal static class RecordText
{
    public static string? Headline(NewsRecord record) => record.Item.Headlines is not [var first, ..] headlines ? null : (headlines.FirstOrDefault(h => h.Role is "main" or null) ?? first).Value;

    public static string Body(NewsRecord record) => record.Item.Bodies?.FirstOrDefault(b => b.ContentType == "text/plain")?.Value ?? "";

    /// <summary>The headline, or the beginning of the text in quotes when the dispatch has none: nothing is made up.</summary>
    public static string Title(NewsRecord record)
    {
        if (Headline(record) is { } headline)
            return headline;
        var body = Body(record).ReplaceLineEndings(" ");
        return body.Length == 0 ? "(no text)" : $"“{(body.Length <= 80 ? body : body[..80] + "…")}”";
    }
}

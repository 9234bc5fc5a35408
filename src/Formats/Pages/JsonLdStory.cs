using System.Text.Json;
using Newswire.Formats.Json;

namespace Newswire.Formats.Pages;

/// <summary>A schema.org NewsArticle (or one of its kinds) in the JSON-LD of a page.</summary>
internal sealed record JsonLdStory
{
    private const int Deepest = 4;

    public string? Headline { get; private init; }

    public string? Body { get; private init; }

    public string? Description { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Authors { get; private init; }

    public string? Publisher { get; private init; }

    public string? Language { get; private init; }

    public string? Url { get; private init; }

    public IReadOnlyList<string> Keywords { get; private init; } = [];

    /// <summary>The first story of the scripts; null when none describes one. Scripts that are no JSON are passed over.</summary>
    public static JsonLdStory? Find(IEnumerable<string> scripts, FormatLimits limits)
    {
        foreach (var script in scripts)
        {
            using var document = Parse(script, limits) ?? Parse(LooseJson.Repaired(script), limits);
            if (document is not null && Search(document.RootElement, 0) is { } story) return story;
        }

        return null;
    }

    /// <summary>Null for what is no JSON: one broken script says nothing about the page; the others may describe it.</summary>
    private static JsonDocument? Parse(string script, FormatLimits limits)
    {
        try
        {
            return JsonText.Parse(script, limits, []);
        }
        catch (UnreadableDispatchException)
        {
            return null;
        }
    }

    private static JsonLdStory? Search(JsonElement element, int depth)
    {
        if (depth > Deepest) return null;
        foreach (var candidate in element.AsList())
        {
            if (candidate.ValueKind != JsonValueKind.Object) continue;
            if (candidate.Get("@type").AsList().Any(type => IsStory(type.AsText()))) return Of(candidate);
            if ((Search(candidate.Get("@graph"), depth + 1) ?? Search(candidate.Get("mainEntity"), depth + 1)) is { } inner) return inner;
        }

        return null;
    }

    private static bool IsStory(string? type) => type is not null
        && (type.EndsWith("NewsArticle", StringComparison.Ordinal) || type is "Article" or "BlogPosting" or "LiveBlogPosting" or "Report");

    private static JsonLdStory Of(JsonElement element) => new()
    {
        Headline = element.Get("headline", "name").AsText(),
        Body = element.Get("articleBody").AsText(),
        Description = element.Get("description").AsText(),
        Published = element.Get("datePublished", "dateCreated").AsText(),
        Modified = element.Get("dateModified").AsText(),
        Authors = Names(element.Get("author", "creator")),
        Publisher = Names(element.Get("publisher", "sourceOrganization")),
        Language = element.Get("inLanguage").AsText(),
        Url = element.Get("url").AsText() ?? element.Get("mainEntityOfPage").AsText() ?? element.Get("mainEntityOfPage").Get("@id").AsText(),
        Keywords = [.. element.Get("keywords").AsList().Select(k => k.AsText()).OfType<string>().SelectMany(k => k.Split(',')).Select(k => k.Trim()).Where(k => k.Length > 0).Take(200)],
    };

    private static string? Names(JsonElement element)
    {
        var names = string.Join(", ", element.AsList().SelectMany(a => (a.ValueKind == JsonValueKind.Object ? a.Get("name") : a).AsList()).Select(name => name.AsText()).OfType<string>().Distinct(StringComparer.Ordinal).Take(20));
        return names.Length == 0 ? null : names;
    }
}

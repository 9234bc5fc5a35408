using System.Text.Json;
using Newswire.Formats.Json;

namespace Newswire.Formats.Pages;

/// <summary>A schema.org NewsArticle (or one of its kinds) in the JSON-LD of a page.</summary>
internal sealed record JsonLdStory
{
    private const int Deepest = 4;

    // Nodes of a graph that are looked through for the names of authors; graphs of pages have a dozen.
    private const int MostNodes = 500;

    public string? Headline { get; private init; }

    public string? Body { get; private init; }

    public string? Description { get; private init; }

    public string? Published { get; private init; }

    public string? Modified { get; private init; }

    public string? Authors { get; private init; }

    public string? Publisher { get; private init; }

    public string? Language { get; private init; }

    public string? Url { get; private init; }

    public string? Image { get; private init; }

    public string? AlternativeHeadline { get; private init; }

    public string? CopyrightHolder { get; private init; }

    public string? CopyrightNotice { get; private init; }

    public IReadOnlyList<string> Keywords { get; private init; } = [];

    /// <summary>The first story of the scripts; null when none describes one. Scripts that are no JSON are passed over.</summary>
    public static JsonLdStory? Find(IEnumerable<string> scripts, FormatLimits limits)
    {
        foreach (var script in scripts)
        {
            using var document = Parse(script, limits) ?? Parse(LooseJson.Repaired(script), limits);
            if (document is not null && Search(document.RootElement, document.RootElement, 0) is { } story) return story;
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

    /// <param name="graph">Where the nodes that a story only refers to are described.</param>
    private static JsonLdStory? Search(JsonElement element, JsonElement graph, int depth)
    {
        if (depth > Deepest) return null;
        foreach (var candidate in element.AsList())
        {
            if (candidate.ValueKind != JsonValueKind.Object) continue;
            if (candidate.Get("@type").AsList().Any(type => IsStory(type.AsText()))) return Of(candidate, graph);
            var nodes = candidate.Get("@graph");
            if ((Search(nodes, nodes, depth + 1) ?? Search(candidate.Get("mainEntity"), graph, depth + 1)) is { } inner) return inner;
        }

        return null;
    }

    private static bool IsStory(string? type) => type is not null
        && (type.EndsWith("NewsArticle", StringComparison.Ordinal) || type[(type.LastIndexOf('/') + 1)..] is "Article" or "BlogPosting" or "LiveBlogPosting" or "Report");

    private static JsonLdStory Of(JsonElement element, JsonElement graph) => new()
    {
        Headline = First(element.Get("headline", "name")),
        AlternativeHeadline = First(element.Get("alternativeHeadline")),
        Body = JoinedText(element.Get("articleBody")),
        Description = First(element.Get("description")),
        Published = First(element.Get("datePublished", "dateCreated")),
        Modified = First(element.Get("dateModified")),
        Authors = Names(element.Get("author", "creator"), graph),
        Publisher = Names(element.Get("publisher", "sourceOrganization"), graph),
        CopyrightHolder = Names(element.Get("copyrightHolder"), graph),
        CopyrightNotice = First(element.Get("copyrightNotice")),
        Language = First(element.Get("inLanguage")) ?? First(element.Get("inLanguage").Get("alternateName", "name")),
        Url = element.Get("url").AsText() ?? element.Get("mainEntityOfPage").AsText() ?? element.Get("mainEntityOfPage").Get("@id").AsText(),
        Image = element.Get("image", "thumbnailUrl").AsList().Select(image => image.AsText() ?? image.Get("url", "contentUrl").AsText()).FirstOrDefault(image => image is not null),
        Keywords = [.. element.Get("keywords").AsList().Take(200).Select(k => k.AsText() ?? k.Get("name").AsText()).OfType<string>().SelectMany(k => k.Split(',')).Select(k => k.Trim()).Where(k => k.Length > 0).Take(200)],
    };

    /// <summary>A text, or the first of several, as of a headline in two lengths.</summary>
    private static string? First(JsonElement element) => element.AsList().Select(value => value.AsText()).FirstOrDefault(value => value is not null);

    /// <summary>A text, or its paragraphs in a list.</summary>
    private static string? JoinedText(JsonElement element) => string.Join("\n\n", element.AsList().Select(value => value.AsText()).OfType<string>()) is { Length: > 0 } text ? text : null;

    /// <summary>Names of people and organisations, stated here or in the node of the graph that is referred to.</summary>
    private static string? Names(JsonElement element, JsonElement graph)
    {
        var names = string.Join(", ", element.AsList().Take(20).SelectMany(a => NamesOf(a, graph)).Distinct(StringComparer.Ordinal).Take(20));
        return names.Length == 0 ? null : names;
    }

    private static List<string> NamesOf(JsonElement one, JsonElement graph)
    {
        if (one.ValueKind != JsonValueKind.Object) return Texts(one);
        var name = one.Get("name");
        if (name.ValueKind == JsonValueKind.Undefined && one.Get("@id").AsText() is { } id)
            name = graph.AsList().Take(MostNodes).Where(node => node.Get("@id").AsText() == id).Select(node => node.Get("name")).FirstOrDefault(found => found.ValueKind != JsonValueKind.Undefined);
        return Texts(name);
    }

    private static List<string> Texts(JsonElement names) => names.AsList().Take(20).Select(name => name.AsText()).OfType<string>().ToList();
}

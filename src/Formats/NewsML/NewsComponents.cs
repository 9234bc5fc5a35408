using System.Collections.Frozen;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>What the NewsComponents of NewsML 1.x are for the story they are part of.</summary>
internal static class NewsComponents
{
    /// <summary>The rank of what stands beside a text and is none.</summary>
    public const int LastRank = 4;

    /// <summary>A release comes with six of them.</summary>
    private static readonly FrozenSet<string> Beside =
        new[] { "Title", "HeadLine", "Abstract", "Summary", "StyleSheet", "Contact", "TweetText", "Caption" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string? RoleOf(Element component) => component.Child("Role")?.Attribute("FormalName");

    public static bool HasRole(Element component, string role) => string.Equals(RoleOf(component), role, StringComparison.OrdinalIgnoreCase);

    /// <summary>Some providers cut a text into components Title, Lead and Body: the one with that role, when there is text in it.</summary>
    public static Element? Part(Element? story, string role) => story?.Children("NewsComponent").FirstOrDefault(c => HasRole(c, role) && HasText(c));

    /// <summary>The lower, the more a component is the text itself.</summary>
    public static int Rank(Element component)
    {
        var role = RoleOf(component);
        if (role is not null && Beside.Contains(role)) return LastRank;
        if (string.Equals(role, "Main", StringComparison.OrdinalIgnoreCase)) return 0;
        if (Around(component).Skip(1).Any(around => HasRole(around, "Main"))) return 1;
        return role is null || string.Equals(role, "Body", StringComparison.OrdinalIgnoreCase) ? 2 : 3;
    }

    public static bool HasText(Element component) => component.Children("ContentItem").Any(content =>
    {
        var medium = content.Child("MediaType")?.Attribute("FormalName");
        return (medium is null || medium.Contains("text", StringComparison.OrdinalIgnoreCase) || medium.Contains("complex", StringComparison.OrdinalIgnoreCase))
            && content.Child("DataContent") is { First: not null, IsBlank: false };
    });

    public static string? Language(Element component) =>
        Around(component).Select(at => Metadata(at)?.Child("Language")?.Attribute("FormalName")).FirstOrDefault(language => language is not null) ?? component.Inherited("lang");

    // The misspelling is one provider's.
    public static Element? Metadata(Element component) => component.Child("DescriptiveMetadata") ?? component.Child("DescriptiveMetada");

    /// <summary>This component and those around it, inside out.</summary>
    public static IEnumerable<Element> Around(Element component)
    {
        for (var at = component; at is { Name: "NewsComponent" }; at = at.Parent!) yield return at;
    }
}

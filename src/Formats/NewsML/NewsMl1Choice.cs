using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>Chooses the components of a NewsItem that become items.</summary>
internal static class NewsMl1Choice
{
    private const int MostComponents = 1_000;
    private const int MostLanguages = 20;

    /// <summary>The component with role Main, else the first with text; one more for each other language. At least one.</summary>
    public static List<NewsMl1Component> Of(Element newsItem)
    {
        var all = newsItem.Descendants("NewsComponent").Take(MostComponents).ToList();
        var texts = all.Where(IsStory).OrderBy(NewsComponents.Rank).ToList();
        var main = texts.FirstOrDefault() ?? all.Find(c => NewsComponents.HasRole(c, "Title"))?.Parent ?? all.FirstOrDefault() ?? newsItem;
        var chosen = new List<NewsMl1Component> { new(main, NewsComponents.Language(main)) };
        foreach (var other in texts)
        {
            if (NewsComponents.Rank(other) == NewsComponents.LastRank || chosen.Count >= MostLanguages) break;
            if (NewsComponents.Language(other) is not { } language || chosen.Exists(c => c.Language is null || c.Language == language)) continue;
            if (!other.Descendants().Any(e => ReferenceEquals(e, main))) chosen.Add(new NewsMl1Component(other, language));
        }

        return chosen;
    }

    /// <summary>A lead is part of the story its body is of.</summary>
    private static bool IsStory(Element component) =>
        NewsComponents.HasText(component) && !NewsComponents.HasRole(component, "Title")
        && !(NewsComponents.HasRole(component, "Lead") && NewsComponents.Part(component.Parent, "Body") is not null);
}

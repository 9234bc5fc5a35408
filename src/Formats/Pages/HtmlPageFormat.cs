using Newswire.Contracts;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Pages;

/// <summary>
/// A web page that plainly is one news story: marked as an article (schema.org, Open Graph, or an article element with its heading) and with
/// enough text. Any other page is refused: an error page with status 200 is never news.
/// </summary>
public sealed class HtmlPageFormat : IDispatchFormat
{
    // Shorter than any story worth a page, longer than the sentences of an error page.
    private const int EnoughText = 250;

    public string Name => "html-page";

    public FormatMatch? Match(DispatchHead head)
    {
        if (head.Root is not { Preceded: false } root) return null;
        return root.HtmlDoctype || root.Name.Equals("html", StringComparison.OrdinalIgnoreCase) ? new FormatMatch(0.6, "root or doctype html") : null;
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var page = PageScan.Of(dispatch.Text, EnoughText, context.Deadline);
        var story = JsonLdStory.Find(page.JsonLd, context.Limits);
        var item = new DispatchItem { Headline = Headline(page, story), SignsInWords = true };
        SetText(item, page, story, context);
        var marked = story is not null || page.IsMarkedArticle || (page.HasOneArticle && page.Heading.Length > 0);
        if (!marked || item.Headline is null || (item.Body?.Length ?? 0) < EnoughText)
            throw new UnreadableDispatchException(ReasonCodes.HtmlPage, "an HTML page that is not plainly a news story");
        Fill(item, page, story, context);
        return [item];
    }

    /// <summary>What schema.org, Open Graph or the heading says, without the name of the site behind it.</summary>
    private static string? Headline(PageScan page, JsonLdStory? story)
    {
        if (ItemFields.Line(story?.Headline) is { } stated) return stated;
        if (!page.IsMarkedArticle && !page.HasArticleElement) return null;
        if (page.IsMarkedArticle && page.MarkedHeadline is { } marked) return marked;
        var heading = page.Heading.Length > 0 ? page.Heading : null;
        if ((ItemFields.Line(page.Meta["og:title"]) ?? (page.IsMarkedArticle ? ItemFields.Line(page.Title) : null)) is not { } title) return heading;
        foreach (var separator in (string[])[" - ", " | ", " – ", " — ", " • ", " :: "])
        {
            if (title.LastIndexOf(separator, StringComparison.Ordinal) is not (> 0 and var at)) continue;
            if (title[..at] == heading || title[(at + separator.Length)..].Equals(page.Meta["og:site_name"], StringComparison.OrdinalIgnoreCase)) return title[..at];
        }

        return title;
    }

    private static void SetText(DispatchItem item, PageScan page, JsonLdStory? story, ReadContext context)
    {
        var article = page.Article;
        var cleaned = HtmlSanitizer.Clean(article, page.Meta.Base, context.Deadline);
        if (cleaned.Text.Length >= EnoughText || story?.Body is null)
        {
            item.BodyHtml = article;
            item.Body = cleaned.Text;
            return;
        }

        item.SetBody(story.Body);
        item.Body ??= ItemFields.PlainText(story.Body, context.Deadline);
    }

    private static void Fill(DispatchItem item, PageScan page, JsonLdStory? story, ReadContext context)
    {
        var meta = page.Meta;
        item.Link = meta.Address ?? story?.Url;
        item.BaseUri = meta.Base ?? item.Link;
        item.ProviderId = item.Link;
        item.IdentityBasis = [item.Headline, item.Body];
        item.FirstCreated = Date(item, [story?.Published, .. meta.Published, .. page.Times], context, "published");
        item.VersionCreated = Date(item, [story?.Modified, .. meta.Modified], context, "modified");
        item.Language = story?.Language ?? meta.Language ?? meta["content-language"] ?? meta["dc.language"] ?? meta["og:locale"];
        item.Byline = ItemFields.Line(story?.Authors ?? Feeds.FeedAuthors.Join(meta.Authors) ?? Feeds.FeedAuthors.Join(page.Authors));
        item.CreditLine = ItemFields.Line(story?.Publisher ?? meta["og:site_name"]);
        item.Summary = ItemFields.PlainText(meta["og:description"] ?? meta["description"] ?? story?.Description, context.Deadline);
        item.Keywords.AddRange(story?.Keywords ?? []);
        item.Keywords.AddRange(meta.Tags);
        item.CopyrightHolder = ItemFields.Line(story?.CopyrightHolder);
        item.CopyrightNotice = ItemFields.PlainText(story?.CopyrightNotice, context.Deadline);
        if (ItemFields.Line(story?.AlternativeHeadline) is { } other && other != item.Headline) item.OtherHeadlines.Add(("alternative", other));
        if ((meta["og:image"] ?? story?.Image) is { } image) item.Renditions.Add(new NinjsRendition { Name = "image", Href = image });
    }

    private static NewsDate? Date(DispatchItem item, IEnumerable<string?> values, ReadContext context, string field)
    {
        foreach (var value in values)
            if (item.ReadDate(value, context, field) is { } date) return date;
        return null;
    }
}

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
        var page = PageScan.Of(dispatch.Text, context.Deadline);
        var story = JsonLdStory.Find(page.JsonLd, context.Limits);
        var item = new DispatchItem
        {
            Headline = ItemFields.Line(story?.Headline) ?? (page.IsMarkedArticle || page.HasArticleElement ? ItemFields.Line(page.Meta("og:title")) ?? ItemFields.Line(page.Heading) : null),
            SignsInWords = true,
        };
        SetText(item, page, story, context);
        var marked = story is not null || page.IsMarkedArticle || (page.HasArticleElement && page.Heading.Length > 0);
        if (!marked || item.Headline is null || (item.Body?.Length ?? 0) < EnoughText)
            throw new UnreadableDispatchException(ReasonCodes.HtmlPage, "an HTML page that is not plainly a news story");
        Fill(item, page, story, context);
        return [item];
    }

    private static void SetText(DispatchItem item, PageScan page, JsonLdStory? story, ReadContext context)
    {
        var cleaned = HtmlSanitizer.Clean(page.Article, page.Canonical, context.Deadline);
        if (cleaned.Text.Length >= EnoughText || story?.Body is null)
        {
            item.BodyHtml = page.Article;
            item.Body = cleaned.Text;
            return;
        }

        item.SetBody(story.Body);
        item.Body ??= ItemFields.PlainText(story.Body, context.Deadline);
    }

    private static void Fill(DispatchItem item, PageScan page, JsonLdStory? story, ReadContext context)
    {
        item.Link = page.Canonical ?? page.Meta("og:url") ?? story?.Url;
        item.BaseUri = item.Link;
        item.ProviderId = item.Link;
        item.IdentityBasis = [item.Headline, item.Body];
        item.FirstCreated = item.ReadDate(story?.Published ?? page.Meta("article:published_time") ?? page.Time, context, "published");
        item.VersionCreated = item.ReadDate(story?.Modified ?? page.Meta("article:modified_time"), context, "modified");
        item.Language = story?.Language ?? page.Language ?? page.Meta("og:locale");
        item.Byline = ItemFields.Line(story?.Authors ?? page.Meta("author") ?? NameOnly(page.Meta("article:author")));
        item.CreditLine = ItemFields.Line(story?.Publisher ?? page.Meta("og:site_name"));
        item.Summary = ItemFields.PlainText(page.Meta("og:description") ?? page.Meta("description") ?? story?.Description, context.Deadline);
        item.Keywords.AddRange(story?.Keywords ?? []);
        item.Keywords.AddRange(page.Tags);
    }

    private static string? NameOnly(string? author) => author?.Contains("://", StringComparison.Ordinal) == true ? null : author;
}

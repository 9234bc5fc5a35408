using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>One item of an RSS feed of any version to an item: the fields its children were sorted into, read together.</summary>
internal sealed class RssItem(Element element, Element? channel, ReadContext context)
{
    private readonly RssFields _fields = new(new DispatchItem { SignsInWords = true });
    private string? _home;

    private DispatchItem Item => _fields.Item;

    public DispatchItem Map()
    {
        foreach (var child in element.Children()) _fields.Sort(child);
        _home = FeedLinks.Home(channel);
        Identify();
        Date();
        Text();
        Item.Byline = FeedAuthors.Join(_fields.Creators) ?? FeedAuthors.Join(_fields.Authors) ?? FeedAuthors.NameOf(_fields.Podcaster);
        // A forum names the thread as the source of its posts.
        Item.CreditLine = ItemFields.Line(_fields.Publisher ?? (ItemFields.Line(_fields.Source) == Item.Headline ? null : _fields.Source) ?? (_fields.Media.Any ? null : _fields.MediaCredit));
        FeedBoilerplate.Take(Item);
        Item.Language = _fields.Language ?? element.Inherited("lang") ?? channel?.Child("language")?.Value();
        return Item;
    }

    private void Identify()
    {
        var guid = _fields.Guid?.Value();
        var link = _fields.Original is { } original && FeedLinks.IsWeb(original) ? original : (_fields.Link?.Value() ?? RssFields.Reference(_fields.Link)) is { } written ? FeedLinks.Resolve(FeedLinks.Base(_fields.Link!, _home), written) : _fields.Alternate;
        // A guid stands in for a missing link unless it says it is none.
        if (link is null && guid is not null && IsPermanentLink(_fields.Guid!) && FeedLinks.IsWeb(guid)) link = guid;
        Item.Link = link;
        Item.BaseUri = FeedLinks.Base(element, link ?? _home);
        Item.ProviderId = element.Attribute("about") ?? guid ?? link ?? _fields.OtherId;
        Item.IdentityBasis = [_fields.Title?.InnerText(), (_fields.Description ?? _fields.Encoded)?.InnerText()];
    }

    /// <summary>True unless it says so; the attribute is written isPermalink and ispermalink too.</summary>
    private static bool IsPermanentLink(Element guid) =>
        !guid.Attributes.Any(a => a.Name.Equals("isPermaLink", StringComparison.OrdinalIgnoreCase) && a.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase));

    /// <summary>The first date that can be read: RSS's own, then Dublin Core's, then those of other modules.</summary>
    private void Date()
    {
        foreach (var (field, value) in _fields.Dates.OrderBy(d => d.Field switch { "pubDate" => 0, "date" or "dc:date" => 1, _ => 2 }))
            if ((Item.FirstCreated = Item.ReadDate(value, context, field)) is not null) break;
        Item.VersionCreated = Item.ReadDate(_fields.Updated, context, "updated");
    }

    private void Text()
    {
        Item.Headline = WithoutSource(ItemFields.Line(_fields.Title?.InnerText())) ?? ItemFields.Line(_fields.OtherTitle ?? _fields.Media.Title);
        if (_fields.Encoded is { IsBlank: false } && (HtmlText.HasWords(_fields.Encoded.InnerText()) || _fields.Description is not { IsBlank: false }))
        {
            SetBody(_fields.Encoded);
            Item.Summary = ItemFields.PlainText(_fields.Description?.InnerText(), context.Deadline);
        }
        else if (_fields.Description is { IsBlank: false })
        {
            SetBody(_fields.Description);
        }
        else
        {
            Item.SetBody(_fields.OtherText ?? _fields.Media.Description ?? _fields.Subtitle);
        }

        if (Item.Headline is not null || Item.Body is not null || Item.BodyHtml is not null) return;
        Item.Headline = ItemFields.Line(_fields.Media.First?.Child("title")?.Value());
        Item.SetBody(_fields.Media.First?.Child("description")?.Value());
    }

    /// <summary>Aggregators write the paper behind the headline, and again as the source: "Bridge opens - Alton Post".</summary>
    private string? WithoutSource(string? headline) =>
        _fields.Source is { } source && headline is not null && headline.Length > source.Length + 3 && headline.EndsWith(" - " + source, StringComparison.Ordinal) ? headline[..^(source.Length + 3)] : headline;

    private void SetBody(Element from)
    {
        Item.BaseUri = FeedLinks.Base(from, Item.Link ?? _home);
        // Markup that was not escaped is still the text's markup.
        if (from.HasElements) Item.BodyHtml = InnerHtml.Of(from, escapedToo: true);
        else Item.SetBody(from.InnerText());
    }
}

using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>What a feed item points to beside its text (enclosures, Media RSS), each address once, as renditions of the item.</summary>
internal sealed class FeedMedia(DispatchItem item)
{
    private const int Most = 20;

    /// <summary>Title and description of the whole group: of the item, where it has none of its own. Those of one picture are its caption.</summary>
    public string? Title { get; private set; }

    public string? Description { get; private set; }

    /// <summary>What is said of the first picture or film itself, for an item that says nothing else.</summary>
    public Element? First { get; private set; }

    /// <summary>True once any picture, sound or film was named: then a credit beside it is theirs, not the story's.</summary>
    public bool Any { get; private set; }

    public void Add(string name, string? href, string? type)
    {
        if (href is null) return;
        Any = true;
        if (item.Renditions.Count < Most && !item.Renditions.Exists(r => r.Href == href))
            item.Renditions.Add(new NinjsRendition { Name = name, Href = href, ContentType = type });
    }

    /// <summary>An element of Media RSS.</summary>
    public void Read(Element media)
    {
        switch (media.Name)
        {
            case "title": Title ??= media.Value(); break;
            case "description" or "text": Description ??= media.Value(); break;
            case "thumbnail": Add("thumbnail", media.Attribute("url"), null); break;
            case "content":
                First ??= media;
                Add("media", media.Attribute("url"), media.Attribute("type"));
                foreach (var thumbnail in media.Children("thumbnail").Take(Most)) Read(thumbnail);
                break;
            case "group": foreach (var inner in media.Children().Take(Most)) Read(inner); break;
            default: break;
        }
    }
}

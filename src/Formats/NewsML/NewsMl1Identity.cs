using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>Identifier of a NewsItem without its revision, the revision, and whether it is a whole item (N), a patch (U) or management only (A).</summary>
internal sealed record NewsMl1Identity(string Id, string? Revision, string Update, string? PublicIdentifier)
{
    /// <summary>Null when the item has none. Values come wrapped in line ends, or in a Duid.</summary>
    public static NewsMl1Identity? Of(Element newsItem)
    {
        var identification = newsItem.Child("Identification");
        var identifier = identification?.Child("NewsIdentifier");
        var stated = identifier?.Child("PublicIdentifier")?.Value();
        var revision = identifier?.Child("RevisionId");
        var update = revision?.Attribute("Update") ?? "N";
        var provider = identifier?.Child("ProviderId")?.Value();
        var date = identifier?.Child("DateId")?.Value();
        var item = identifier?.Child("NewsItemId")?.Value() ?? identifier?.Child("NewsItemId")?.Attribute("Duid");
        var id = provider is not null && date is not null && item is not null
            ? $"urn:newsml:{provider}:{date}:{item}"
            : stated ?? item ?? newsItem.Attribute("Duid") ?? identifier?.Attribute("Duid");
        return id is null ? null : new NewsMl1Identity(id, revision?.Value(), update, stated);
    }
}

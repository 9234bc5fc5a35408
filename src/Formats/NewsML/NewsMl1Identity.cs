using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>Identifier of a NewsItem without its revision, the revision, and whether it is a whole item (N), a patch (U) or management only (A).</summary>
internal sealed record NewsMl1Identity(string? Id, string? Revision, string Update, string? PublicIdentifier)
{
    /// <summary>A Duid is unique in its document only; what is as long as this comes out of a database and stands in for an identifier.</summary>
    private const int DatabaseKeyLength = 12;

    /// <summary>
    /// Null when the item has none; without <see cref="Id"/> when it names its provider only. Values come wrapped in line ends, or in a Duid.
    /// </summary>
    public static NewsMl1Identity? Of(Element newsItem)
    {
        var identification = newsItem.Child("Identification");
        var identifier = identification?.Child("NewsIdentifier");
        var stated = identifier?.Child("PublicIdentifier")?.Value();
        var revision = identifier?.Child("RevisionId");
        var update = revision?.Attribute("Update") ?? "N";
        var provider = identifier?.Child("ProviderId")?.Value();
        var date = identifier?.Child("DateId")?.Value();
        var number = identifier?.Child("NewsItemId")?.Value();
        // Nought is what a system writes before it has given a number.
        var item = WithoutRevision(number is "0" ? null : number, revision?.Value()) ?? identifier?.Child("NewsItemId")?.Attribute("Duid");
        var id = provider is not null && date is not null && item is not null
            ? $"urn:newsml:{provider}:{DayOf(date)}:{item}"
            : Whole(stated) ?? item ?? newsItem.Attribute("Duid") ?? identifier?.Attribute("Duid") ?? KeyOf(newsItem.Child("NewsComponent"));
        return id is null && provider is null ? null : new NewsMl1Identity(id, revision?.Value(), update, Whole(stated));
    }

    /// <summary>DateId is a day, the same for all revisions; some providers write the time of the revision after it.</summary>
    private static string DayOf(string date) => date switch
    {
        [_, _, _, _, _, _, _, _, 'T', ..] => date[..8],
        [_, _, _, _, '-', _, _, '-', _, _, ' ' or 'T', ..] => date[..10],
        _ => date,
    };

    /// <summary>One provider writes the revision into the number too, from the second on: <c>TENNIS-041-v2</c>.</summary>
    private static string? WithoutRevision(string? number, string? revision) =>
        number is not null && revision is not null && number.EndsWith("-v" + revision, StringComparison.Ordinal) ? number[..^(revision.Length + 2)] : number;

    /// <summary>An URN that ends with the provider would be the identity of everything it sends.</summary>
    private static string? Whole(string? stated) =>
        stated is not null && stated.StartsWith("urn:newsml:", StringComparison.OrdinalIgnoreCase) && stated.AsSpan().Count(':') < 4 ? null : stated;

    private static string? KeyOf(Element? component) => component?.Attribute("Duid") is { Length: >= DatabaseKeyLength } key ? key : null;
}

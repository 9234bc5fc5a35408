using System.Net;
using System.Text;
using Newswire.Contracts;
using Newswire.Formats.Dates;
using Newswire.Formats.Markup;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>The component of a NewsItem that holds its text, with the metadata of the components around it.</summary>
internal sealed class NewsMl1Component(Element component)
{
    public string? Language { get; private init; }

    /// <summary>The component with role Main, else the first with text; one more for each other language. At least one.</summary>
    public static List<NewsMl1Component> Choose(Element newsItem)
    {
        var all = newsItem.Descendants("NewsComponent").Take(1_000).ToList();
        var texts = all.Where(c => HasText(c) && !HasRole(c, "Title") && !(HasRole(c, "Lead") && PartOf(c.Parent, "Body") is not null)).ToList();
        var main = texts.Find(c => HasRole(c, "Main")) ?? texts.FirstOrDefault() ?? all.Find(c => HasRole(c, "Title"))?.Parent ?? all.FirstOrDefault() ?? newsItem;
        var chosen = new List<NewsMl1Component> { new(main) { Language = LanguageOf(main) } };
        foreach (var other in texts)
        {
            if (LanguageOf(other) is not { } language || chosen.Exists(c => c.Language is null || c.Language == language)) continue;
            if (other.Descendants().Any(e => ReferenceEquals(e, main)) || chosen.Count >= 20) continue;
            chosen.Add(new NewsMl1Component(other) { Language = language });
        }

        return chosen;
    }

    public void Read(DispatchItem item, ReadContext context)
    {
        ReadLines(item, context);
        ReadMetadata(item);
        item.Language = Language;
        foreach (var content in component.Children("ContentItem"))
        {
            if (item.Body is not null || item.BodyHtml is not null) break;
            if (content.Child("DataContent") is { } data) ReadText(item, data, content, context);
        }

        if (HasRole(component, "Body") && PartOf(component.Parent, "Lead") is { } lead) PutBefore(item, lead, context);
    }

    private static bool HasRole(Element component, string role) =>
        string.Equals(component.Child("Role")?.Attribute("FormalName"), role, StringComparison.OrdinalIgnoreCase);

    /// <summary>Some providers cut a text into components Title, Lead and Body: the one with that role, when there is text in it.</summary>
    private static Element? PartOf(Element? story, string role) => story?.Children("NewsComponent").FirstOrDefault(c => HasRole(c, role) && HasText(c));

    /// <summary>The lead is the first paragraph of the story, unless the body repeats it.</summary>
    private static void PutBefore(DispatchItem item, Element lead, ReadContext context)
    {
        var first = new DispatchItem();
        foreach (var content in lead.Children("ContentItem"))
        {
            if (first.Body is null && first.BodyHtml is null && content.Child("DataContent") is { } data) ReadText(first, data, content, context);
        }

        if (PlainBody(first, context)?.Trim() is not { Length: > 0 } text) return;
        item.Summary ??= text;
        var rest = PlainBody(item, context)?.TrimStart() ?? "";
        if (rest.StartsWith(text, StringComparison.Ordinal)) return;
        if (item.BodyHtml is { } html) item.BodyHtml = (first.BodyHtml ?? $"<p>{WebUtility.HtmlEncode(text)}</p>") + html;
        else item.Body = text + "\n\n" + rest;
    }

    private static string? PlainBody(DispatchItem item, ReadContext context) => item.Body ?? ItemFields.PlainText(item.BodyHtml, context.Deadline);

    private static bool HasText(Element component) => component.Children("ContentItem").Any(content =>
    {
        var medium = content.Child("MediaType")?.Attribute("FormalName");
        return (medium is null || medium.Contains("text", StringComparison.OrdinalIgnoreCase) || medium.Contains("complex", StringComparison.OrdinalIgnoreCase))
            && content.Child("DataContent") is { First: not null };
    });

    private static string? LanguageOf(Element component)
    {
        for (var at = component; at is { Name: "NewsComponent" }; at = at.Parent!)
            if (Metadata(at)?.Child("Language")?.Attribute("FormalName") is { } language) return language;
        return component.Inherited("lang");
    }

    // The misspelling is one provider's.
    private static Element? Metadata(Element component) => component.Child("DescriptiveMetadata") ?? component.Child("DescriptiveMetada");

    /// <summary>This component and those around it, inside out.</summary>
    private IEnumerable<Element> Around()
    {
        for (var at = component; at is { Name: "NewsComponent" }; at = at.Parent!) yield return at;
    }

    private List<string> Lines(string name)
    {
        foreach (var around in Around())
        {
            var found = around.Children("NewsLines").SelectMany(l => l.Children(name)).Select(l => ItemFields.Line(l.InnerText())).OfType<string>().Take(500).ToList();
            if (found.Count > 0) return found;
        }

        return [];
    }

    private void ReadLines(DispatchItem item, ReadContext context)
    {
        item.Headline = Lines("HeadLine").FirstOrDefault() ?? Lines("Headline").FirstOrDefault();
        foreach (var sub in Lines("SubHeadLine").Take(10)) item.OtherHeadlines.Add(("sub", sub));
        var bylines = Lines("ByLine");
        if (bylines.Count > 0) item.Byline = string.Join(", ", bylines);
        item.CreditLine = Lines("CreditLine").FirstOrDefault()?.TrimEnd(' ', '-', '–', '—');
        item.CopyrightNotice = Lines("CopyrightLine").FirstOrDefault();
        item.UsageTerms = Lines("RightsLine").FirstOrDefault();
        item.Slugline = Lines("SlugLine").FirstOrDefault();
        item.Keywords.AddRange(Lines("KeywordLine"));
        // Some providers put the date alone into the dateline.
        if (Lines("DateLine").FirstOrDefault() is { } dateline && !NewsDateParser.TryParse(dateline, context.Settings, out _)) item.Dateline = dateline;
    }

    private void ReadMetadata(DispatchItem item)
    {
        foreach (var around in Around())
        {
            var party = around.Path("AdministrativeMetadata", "Provider", "Party") ?? around.Path("AdministrativeMetadata", "Source", "Party");
            item.CreditLine ??= party?.Attribute("FormalName");
            item.CopyrightHolder ??= around.Path("RightsMetadata", "Copyright", "CopyrightHolder")?.Value();
            if (Metadata(around) is not { } metadata) continue;
            foreach (var code in metadata.Descendants().Where(e => e.Name is "Subject" or "SubjectMatter" or "SubjectDetail"))
            {
                if (code.Attribute("FormalName") is { } formal && item.Subjects.Count < 500)
                    item.Subjects.Add(new NinjsSubject { Name = formal, Rel = "about", Uri = Vocabulary.OfSubjectCode(formal) });
            }

            foreach (var property in metadata.Descendants("Property"))
            {
                var (name, value) = (property.Attribute("FormalName"), property.Attribute("Value"));
                if (value is null) continue;
                if (name is "Keyword" or "keyword") item.Keywords.Add(value);
                else if (name is "City") item.DatelineCity ??= value;
            }
        }
    }

    /// <summary>NITF, XHTML, escaped text or base64: the content itself decides.</summary>
    private static void ReadText(DispatchItem item, Element data, Element content, ReadContext context)
    {
        if (content.Child("Encoding")?.Attribute("Notation") is { } notation && notation.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            var encoded = data.InnerText().Trim();
            var bytes = new byte[encoded.Length];
            if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return;
            item.SetBody(Encoding.UTF8.GetString(bytes, 0, length));
            return;
        }

        if (data.Descendants("nitf").FirstOrDefault() is { } nitf)
        {
            new NitfItem(nitf, item, context).ReadText();
            return;
        }

        if (data.HasElements)
        {
            var body = data.Descendants("body").FirstOrDefault() ?? data;
            item.BodyHtml = InnerHtml.Of(body, e => e.Name is "head" or "script" or "style" or "media" or "media-caption" ? null : e.Name);
            return;
        }

        item.SetBody(data.InnerText());
    }
}

using System.Collections.Frozen;
using System.Net;
using System.Text;
using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>The component of a NewsItem that holds its text, with the metadata of the components around it.</summary>
internal sealed class NewsMl1Component(Element component)
{
    private const int LastRank = 4;

    /// <summary>Components that stand beside a text and are none: a release comes with six of them.</summary>
    private static readonly FrozenSet<string> Beside =
        new[] { "Title", "HeadLine", "Abstract", "Summary", "StyleSheet", "Contact", "TweetText", "Caption" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public string? Language { get; private init; }

    /// <summary>The component with role Main, else the first with text; one more for each other language. At least one.</summary>
    public static List<NewsMl1Component> Choose(Element newsItem)
    {
        var all = newsItem.Descendants("NewsComponent").Take(1_000).ToList();
        var texts = all.Where(c => HasText(c) && !HasRole(c, "Title") && !(HasRole(c, "Lead") && PartOf(c.Parent, "Body") is not null)).OrderBy(Rank).ToList();
        var main = texts.FirstOrDefault() ?? all.Find(c => HasRole(c, "Title"))?.Parent ?? all.FirstOrDefault() ?? newsItem;
        var chosen = new List<NewsMl1Component> { new(main) { Language = LanguageOf(main) } };
        foreach (var other in texts)
        {
            if (Rank(other) == LastRank) break;
            if (LanguageOf(other) is not { } language || chosen.Exists(c => c.Language is null || c.Language == language)) continue;
            if (other.Descendants().Any(e => ReferenceEquals(e, main)) || chosen.Count >= 20) continue;
            chosen.Add(new NewsMl1Component(other) { Language = language });
        }

        return chosen;
    }

    /// <summary>The lower, the more a component is the text itself.</summary>
    private static int Rank(Element component)
    {
        var role = RoleOf(component);
        if (role is not null && Beside.Contains(role)) return LastRank;
        if (string.Equals(role, "Main", StringComparison.OrdinalIgnoreCase)) return 0;
        for (var around = component.Parent; around is { Name: "NewsComponent" }; around = around.Parent)
            if (HasRole(around, "Main")) return 1;
        return role is null || string.Equals(role, "Body", StringComparison.OrdinalIgnoreCase) ? 2 : 3;
    }

    public void Read(DispatchItem item, ReadContext context)
    {
        ReadLines(item, context);
        ReadTypedLines(item, context);
        ReadMetadata(item);
        item.Language = Language;
        foreach (var content in component.Children("ContentItem"))
        {
            if (item.Body is not null || item.BodyHtml is not null) break;
            if (content.Child("DataContent") is { } data) ReadText(item, data, content, context);
        }

        if (HasRole(component, "Body") && PartOf(component.Parent, "Lead") is { } lead) PutBefore(item, lead, context);
        if (PartOf(component.Parent, "Abstract") is { } summary && !ReferenceEquals(summary, component)) item.Summary ??= PlainBody(TextOf(summary, context), context)?.Trim();
        ReadNotes(item);
        ReadRenditions(item);
        item.MetadataCity = City();
    }

    private static string? RoleOf(Element component) => component.Child("Role")?.Attribute("FormalName");

    private static bool HasRole(Element component, string role) => string.Equals(RoleOf(component), role, StringComparison.OrdinalIgnoreCase);

    /// <summary>Some providers cut a text into components Title, Lead and Body: the one with that role, when there is text in it.</summary>
    private static Element? PartOf(Element? story, string role) => story?.Children("NewsComponent").FirstOrDefault(c => HasRole(c, role) && HasText(c));

    /// <summary>The lead is the first paragraph of the story, unless the body repeats it.</summary>
    private static void PutBefore(DispatchItem item, Element lead, ReadContext context)
    {
        var first = TextOf(lead, context);
        if (PlainBody(first, context)?.Trim() is not { Length: > 0 } text) return;
        item.Summary ??= text;
        var rest = PlainBody(item, context)?.TrimStart() ?? "";
        if (rest.StartsWith(text, StringComparison.Ordinal)) return;
        if (item.BodyHtml is { } html) item.BodyHtml = (first.BodyHtml ?? $"<p>{WebUtility.HtmlEncode(text)}</p>") + html;
        else item.Body = text + "\n\n" + rest;
    }

    private static DispatchItem TextOf(Element part, ReadContext context)
    {
        var text = new DispatchItem();
        foreach (var content in part.Children("ContentItem"))
        {
            if (text.Body is null && text.BodyHtml is null && content.Child("DataContent") is { } data) ReadText(text, data, content, context);
        }

        return text;
    }

    private static string? PlainBody(DispatchItem item, ReadContext context) => item.Body ?? ItemFields.PlainText(item.BodyHtml, context.Deadline);

    private static bool HasText(Element component) => component.Children("ContentItem").Any(content =>
    {
        var medium = content.Child("MediaType")?.Attribute("FormalName");
        return (medium is null || medium.Contains("text", StringComparison.OrdinalIgnoreCase) || medium.Contains("complex", StringComparison.OrdinalIgnoreCase))
            && content.Child("DataContent") is { First: not null, IsBlank: false };
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
        item.Dateline = DatelineText.Of(Lines("DateLine").FirstOrDefault(), context.Settings);
    }

    /// <summary>Lines the standard has no element for: agencies put advisories to editors there, and summaries.</summary>
    private void ReadTypedLines(DispatchItem item, ReadContext context)
    {
        var notes = new List<string>();
        foreach (var line in Around().SelectMany(around => around.Children("NewsLines")).SelectMany(lines => lines.Children("NewsLine")).Take(100))
        {
            if (line.Child("NewsLineType")?.Attribute("FormalName") is not { } type || line.Child("NewsLineText")?.InnerText() is not { } text || string.IsNullOrWhiteSpace(text)) continue;
            if (type.Contains("Advisory", StringComparison.OrdinalIgnoreCase) || type.Contains("Editor", StringComparison.OrdinalIgnoreCase)) notes.Add(ItemFields.Line(text)!);
            else if (type.Equals("Summary", StringComparison.OrdinalIgnoreCase)) item.Summary ??= ItemFields.PlainText(text, context.Deadline);
        }

        AddNotes(item, notes);
    }

    /// <summary>Notes beside the text: comments of the components, and what one system keeps in a property.</summary>
    private void ReadNotes(DispatchItem item)
    {
        var comments = Around().SelectMany(around => around.Children("Comment")).Select(c => c.Value());
        var properties = Around().Select(around => around.Child("AdministrativeMetadata")).OfType<Element>().SelectMany(metadata => metadata.Children("Property"))
            .Where(property => property.Attribute("FormalName") is "EditorialInfo").Select(property => property.Attribute("Value"));
        AddNotes(item, comments.Concat(properties).OfType<string>().Where(note => note.Any(char.IsLetter)).Take(20));
    }

    private static void AddNotes(DispatchItem item, IEnumerable<string> notes)
    {
        foreach (var note in notes) item.EdNote = item.EdNote is null ? note : item.EdNote + "\n" + note;
    }

    /// <summary>Named, never fetched. File names that only mean something beside the document are no addresses, and are left out when written.</summary>
    private void ReadRenditions(DispatchItem item)
    {
        foreach (var content in Around().SelectMany(around => around.Descendants("ContentItem")).Distinct())
        {
            if (item.Renditions.Count >= 50) break;
            if (content.Attribute("Href") is { } href && !item.Renditions.Exists(r => r.Href == href))
                item.Renditions.Add(new NinjsRendition { Name = (content.Parent is { } part ? RoleOf(part) : null) ?? "remote", Href = href, ContentType = content.Child("MimeType")?.Attribute("FormalName") });
        }
    }

    private void ReadMetadata(DispatchItem item)
    {
        foreach (var around in Around())
        {
            item.CreditLine ??= around.Path("AdministrativeMetadata", "Provider", "Party")?.Attribute("FormalName")
                ?? around.Path("AdministrativeMetadata", "Source", "Party")?.Attribute("FormalName");
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
                else if (name is "Version") item.RaiseSignal(SignalOfVersion(value));
            }
        }
    }

    /// <summary>What kind of version of its story a text is, as one agency states it.</summary>
    private static string? SignalOfVersion(string version) => version.ToLowerInvariant() switch
    {
        "correction" or "corrected" => Signals.Correction,
        "lead" or "update" => Signals.Update,
        "kill" => Signals.Kill,
        _ => null,
    };

    /// <summary>Where the text comes from; where an event took place is no dateline.</summary>
    private string? City()
    {
        foreach (var property in Around().Select(Metadata).OfType<Element>().SelectMany(metadata => metadata.Descendants("Property")))
        {
            if (property.Attribute("FormalName") is not "City" || property.Attribute("Value") is not { } city) continue;
            if (property.Parent?.Attribute("HowPresent") is not { } how || how.Equals("Origin", StringComparison.OrdinalIgnoreCase)) return city;
        }

        return null;
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
            item.BodyHtml = TextMarkup.Of(body.Child("body.content") ?? body);
            return;
        }

        item.SetBody(LineParagraphs(data.InnerText()));
    }

    // Longer than a machine's wrap: then every line is a paragraph.
    private const int WidestWrap = 100;

    /// <summary>A text with a few words in bold is still lines: HTML would fold its paragraphs into one.</summary>
    private static string LineParagraphs(string text)
    {
        if (!HtmlText.HasTag(text) || HtmlText.HasParagraphs(text)) return text;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return Array.Exists(lines, line => line.Length > WidestWrap) || Array.Exists(lines[1..], line => line.StartsWith('\t'))
            ? string.Concat(lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => $"<p>{line.Trim()}</p>"))
            : text;
    }
}

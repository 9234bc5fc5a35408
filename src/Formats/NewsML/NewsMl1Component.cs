using Newswire.Contracts;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>The component of a NewsItem that holds its text, with the metadata of the components around it.</summary>
internal sealed class NewsMl1Component(Element component, string? language)
{
    public string? Language => language;

    public void Read(DispatchItem item, ReadContext context)
    {
        ReadLines(item, context);
        ReadTypedLines(item, context);
        ReadMetadata(item);
        item.Language = language;
        NewsMl1Text.ReadStory(item, component, context);
        ReadNotes(item);
        ReadRenditions(item);
        item.MetadataCity = City();
    }

    private List<string> Lines(string name)
    {
        foreach (var around in NewsComponents.Around(component))
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
        foreach (var line in NewsComponents.Around(component).SelectMany(around => around.Children("NewsLines")).SelectMany(lines => lines.Children("NewsLine")).Take(100))
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
        var comments = NewsComponents.Around(component).SelectMany(around => around.Children("Comment")).Select(c => c.Value());
        var properties = NewsComponents.Around(component).Select(around => around.Child("AdministrativeMetadata")).OfType<Element>().SelectMany(metadata => metadata.Children("Property"))
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
        foreach (var content in NewsComponents.Around(component).SelectMany(around => around.Descendants("ContentItem")).Distinct())
        {
            if (item.Renditions.Count >= 50) break;
            if (content.Attribute("Href") is { } href && !item.Renditions.Exists(r => r.Href == href))
                item.Renditions.Add(new NinjsRendition { Name = (content.Parent is { } part ? NewsComponents.RoleOf(part) : null) ?? "remote", Href = href, ContentType = content.Child("MimeType")?.Attribute("FormalName") });
        }
    }

    private void ReadMetadata(DispatchItem item)
    {
        foreach (var around in NewsComponents.Around(component))
        {
            item.CreditLine ??= around.Path("AdministrativeMetadata", "Provider", "Party")?.Attribute("FormalName")
                ?? around.Path("AdministrativeMetadata", "Source", "Party")?.Attribute("FormalName");
            item.CopyrightHolder ??= around.Path("RightsMetadata", "Copyright", "CopyrightHolder")?.Value();
            if (NewsComponents.Metadata(around) is not { } metadata) continue;
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
        foreach (var property in NewsComponents.Around(component).Select(NewsComponents.Metadata).OfType<Element>().SelectMany(metadata => metadata.Descendants("Property")))
        {
            if (property.Attribute("FormalName") is not "City" || property.Attribute("Value") is not { } city) continue;
            if (property.Parent?.Attribute("HowPresent") is not { } how || how.Equals("Origin", StringComparison.OrdinalIgnoreCase)) return city;
        }

        return null;
    }
}

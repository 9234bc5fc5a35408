using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>A newsItem of NewsML-G2 to an item.</summary>
internal sealed class G2Item(Element element, string guid, ReadContext context)
{
    private readonly Element? _itemMeta = element.Child("itemMeta");
    private readonly Element? _contentMeta = element.Child("contentMeta");
    private readonly G2Catalog _catalog = G2Catalog.Of(element);
    private readonly DispatchItem _item = new() { ProviderId = guid, SignsInWords = true };

    public DispatchItem Map()
    {
        _item.Version = element.Attribute("version");
        Management();
        Rights();
        if (_contentMeta is not null) Content(_contentMeta);
        new G2Content(_item, context).Read(element.Child("contentSet"));
        _item.Language = LanguageOf(_contentMeta) ?? LanguageOfText();
        _item.CreditLine ??= Provider();
        _item.Headline ??= ItemFields.Line(_itemMeta?.Child("title")?.InnerText());
        return _item;
    }

    private void Management()
    {
        if (_itemMeta is not { } meta) return;
        _item.PubStatus = QCode.Suffix(meta.Child("pubStatus"));
        _item.Type = QCode.Suffix(meta.Child("itemClass")) switch
        {
            "picture" or "photo" or "image" => "picture",
            "graphic" => "graphic",
            "audio" => "audio",
            "video" => "video",
            "composite" => "composite",
            _ => "text",
        };
        _item.VersionCreated = _item.ReadDate(meta.Child("versionCreated")?.Value(), context, "versionCreated");
        _item.FirstCreated = _item.ReadDate(meta.Child("firstCreated")?.Value(), context, "firstCreated");
        if (meta.Child("embargoed") is { } embargo) _item.ReadEmbargo(embargo.Value(), context);
        foreach (var signal in meta.Children("signal")) _item.RaiseSignal(SignalCodes.Of(signal.Attribute("qcode") ?? QCode.Suffix(signal)));
        // The signal stands on the item it kills.
        if (_item.Signal == Signals.Kill) _item.PubStatus = Statuses.Canceled;
        foreach (var note in meta.Children("edNote"))
        {
            _item.RaiseSignal(SignalCodes.OfNote(note.Attribute("role")));
            // Said to editors, but not in the field that counts.
            if (QCodeRole(note) is "embargo" && _item.Embargoed is null) _item.EmbargoUnreadable = true;
        }

        var notes = string.Join("\n", meta.Children("edNote").Select(n => n.HasElements ? ItemFields.PlainText(TextMarkup.Of(n), context.Deadline) : n.Value()).OfType<string>());
        if (notes.Length > 0) _item.EdNote = notes;
    }

    private void Rights()
    {
        if (element.Child("rightsInfo") is not { } rights) return;
        _item.CopyrightHolder = NameOf(rights.Child("copyrightHolder"));
        _item.CopyrightNotice = ItemFields.PlainText(rights.Child("copyrightNotice")?.InnerText());
        _item.UsageTerms = ItemFields.PlainText(rights.Child("usageTerms")?.InnerText());
    }

    private void Content(Element meta)
    {
        foreach (var child in meta.Children())
        {
            switch (child.Name)
            {
                case "urgency" when int.TryParse(child.Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency):
                    _item.Urgency ??= urgency;
                    break;
                case "located": _item.DatelineCity ??= NameOf(child); break;
                case "slugline": _item.Slugline ??= child.Value(); break;
                case "dateline": _item.Dateline ??= DatelineText.Of(child.Value(), context.Settings); break;
                case "creditline": _item.CreditLine ??= child.Value()?.TrimEnd(' ', '-', '–', '—'); break;
                case "by" when child.Value() is { } by: _item.Byline = _item.Byline is null ? by : $"{_item.Byline}, {by}"; break;
                case "keyword" when child.Value() is { } word: _item.Keywords.Add(word); break;
                case "description" when QCodeRole(child) != "caption": _item.Summary ??= ItemFields.PlainText(child.InnerText()); break;
                case "altId" when child.Value() is { } id: _item.AltIds.Add((QCode.Suffix(child, "type") ?? QCode.Suffix(child) ?? "alternative", id)); break;
                case "subject": Subject(child); break;
                case "genre": Genre(child); break;
                default: break;
            }
        }

        Headlines(meta);
        // A picture's caption is what it says.
        if (ItemFields.PlainText(meta.Child("description")?.InnerText()) is { } caption && !RepeatsHeadline(caption)) _item.Summary ??= caption;
    }

    /// <summary>Some systems write slug and headline once more where the caption of a picture would stand.</summary>
    private bool RepeatsHeadline(string caption) =>
        _item.Type == "text" && _item.Headline is { } headline && HtmlText.Fold(caption).EndsWith(headline, StringComparison.Ordinal);

    /// <summary>The headline without role or with role main, of the lowest rank; the others keep their roles.</summary>
    private void Headlines(Element meta)
    {
        var headlines = meta.Children("headline").Select(h => (Role: QCodeRole(h), Rank: Rank(h), Text: ItemFields.Line(h.InnerText()))).Where(h => h.Text is not null).ToList();
        if (headlines.Count == 0) return;
        var main = headlines.Where(h => h.Role is null or "main").OrderBy(h => h.Rank).FirstOrDefault();
        if (main.Text is null) main = headlines.OrderBy(h => h.Rank).First();
        _item.Headline = main.Text;
        foreach (var other in headlines)
            if (other != main) _item.OtherHeadlines.Add((other.Role is null or "main" ? "alternative" : other.Role, other.Text!));
    }

    private static int Rank(Element element) => int.TryParse(element.Attribute("rank"), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 0;

    private static string? QCodeRole(Element element) => element.Attribute("role") is { } role ? role[(role.LastIndexOf(':') + 1)..] : null;

    private void Subject(Element subject)
    {
        var stated = subject.Attribute("uri") ?? subject.Attribute("qcode");
        var literal = subject.Attribute("literal");
        var uri = subject.Attribute("uri") ?? _catalog.Expand(stated);
        if ((NameOf(subject) ?? literal ?? stated) is { } name) _item.Subjects.Add(new NinjsSubject { Name = name, Rel = "about", Uri = uri, Literal = literal });
    }

    private void Genre(Element genre)
    {
        var (uri, literal) = (genre.Attribute("uri") ?? _catalog.Expand(genre.Attribute("qcode")), genre.Attribute("literal"));
        if ((NameOf(genre) ?? QCode.Suffix(genre)) is { } name && _item.Genres.Count < DispatchItem.MostConcepts) _item.Genres.Add(new NinjsSubject { Name = name, Uri = uri, Literal = literal });
    }

    private string? Provider() => NameOf(_itemMeta?.Child("provider")) ?? QCode.Suffix(_itemMeta?.Child("provider")) ?? NameOf(_contentMeta?.Child("infoSource"));

    private static string? NameOf(Element? element) => element?.Child("name")?.Value() ?? element?.Attribute("literal");

    private static string? LanguageOf(Element? meta) => meta?.Child("language")?.Attribute("tag");

    /// <summary>Of the text itself: what the item declares around it is the language of its metadata.</summary>
    private string? LanguageOfText() =>
        element.Child("contentSet")?.Children("inlineXML").Select(t => t.Attribute("lang") ?? t.Children().FirstOrDefault()?.Attribute("lang")).FirstOrDefault(l => l is not null);
}

using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>A nitf element, alone or inside NewsML, to an item. What is known already is not overwritten.</summary>
internal sealed class NitfItem(Element nitf, DispatchItem item, ReadContext context)
{
    // A shorter key is a word, and the same words are used again.
    private const int ShortestKey = 12;

    private readonly Element? _head = nitf.Child("head");
    private readonly Element? _body = nitf.Child("body");

    /// <summary>Headline, byline, dateline, text: what is in the body, and the title for want of a headline.</summary>
    public void ReadText()
    {
        item.Language ??= nitf.Attribute("lang") ?? nitf.Attribute("baselang") ?? _body?.Attribute("lang");
        if (_body?.Child("body.head") is { } head) ReadHead(head);
        if (_body?.Child("body.content") is { } content)
        {
            var html = TextMarkup.Of(WholeText(content), TextMarkup.Nitf);
            if (!string.IsNullOrWhiteSpace(html)) item.BodyHtml ??= html;
        }

        var notes = Notes();
        foreach (var tagline in _body?.Child("body.end")?.Children("tagline") ?? [])
            if (tagline.Attribute("type") is not "npa" && tagline.Value() is { } line && line != item.EdNote && !notes.Contains(line)) item.BodyHtml += "<p>" + System.Net.WebUtility.HtmlEncode(line) + "</p>";
        item.Headline ??= ItemFields.Line(_head?.Child("title")?.InnerText());
    }

    /// <summary>One archive gives the lead by itself, and then the whole text with it.</summary>
    private static Element WholeText(Element content) => BlockOf(content, "full_text") ?? content;

    private static Element? BlockOf(Element? content, string kind) => content?.Children("block").FirstOrDefault(block => block.Attribute("class") == kind && !block.IsBlank);

    /// <summary>Identity, version, status, dates, subjects: what is in the head.</summary>
    public void ReadManagement()
    {
        if (_head?.Child("docdata") is not { } doc) return;
        ReadIdentity(doc);
        item.PubStatus ??= doc.Attribute("management-status");
        item.VersionCreated ??= item.ReadDate(Norm(doc.Child("date.issue")) ?? Norm(_body?.Path("body.head", "dateline", "story.date")) ?? _head.Child("pubdata")?.Attribute("date.publication"), context, "date.issue");
        item.Expires ??= item.ReadDate(Norm(doc.Child("date.expire")), context, "date.expire");
        ReadRelease(doc.Child("date.release"));
        if (int.TryParse((doc.Child("urgency") ?? _head.Child("urgency"))?.Attribute("ed-urg"), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency)) item.Urgency ??= urgency;
        item.CopyrightHolder ??= doc.Child("doc.copyright")?.Attribute("holder");
        if (item.CreditLine is null && item.Credits.Count == 0) item.CreditLine = item.CopyrightHolder;
        if (Notes() is { Count: > 0 } notes) item.EdNote ??= string.Join("\n", notes);
        ReadCorrection(doc.Child("correction"));
        ReadSubjects(doc);
    }

    /// <summary>
    /// The key names the story while it is news, the identifier this document. Some providers number the documents of one key, so that no
    /// version would meet another: then the key is the identity.
    /// </summary>
    private void ReadIdentity(Element doc)
    {
        var (id, key) = (doc.Child("doc-id")?.Attribute("id-string"), doc.Child("du-key")?.Attribute("key"));
        item.Version ??= doc.Child("du-key")?.Attribute("version");
        var numbered = id is not null && key is { Length: >= ShortestKey } && id.Length > key.Length + 1 && id.StartsWith(key, StringComparison.Ordinal)
            && id[key.Length] is '_' or '-' or '.' or ':' && !id.AsSpan(key.Length + 1).ContainsAnyExceptInRange('0', '9');
        if (numbered) item.AltIds.Add(("versioned-id", id!));
        else item.Slugline ??= key;
        item.ProviderId ??= numbered ? key : id;
    }

    /// <summary>What is for editors only.</summary>
    private List<string> Notes() =>
        (_head?.Child("docdata")?.Children("ed-msg") ?? []).Select(m => m.Attribute("info") ?? m.Value())
            .Concat((_head?.Children("revision-history") ?? []).Select(revision => revision.Attribute("comment")))
            .Concat((_body?.Child("body.head")?.Children("note") ?? []).Where(note => note.Attribute("noteclass") is not ("cpyrt" or "trademk")).Select(note => ItemFields.Line(note.InnerText())))
            .Append(BlockOf(_body?.Child("body.content"), "correction_text") is { } correction ? ItemFields.Line(correction.InnerText()) : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();

    /// <summary>
    /// A document may set the status of ANOTHER one (management-doc-idref): that is an item of its own, of that other identity, so that a
    /// kill reaches its target. Null when it does not.
    /// </summary>
    public DispatchItem? OtherDocument()
    {
        var doc = _head?.Child("docdata");
        if (doc?.Attribute("management-doc-idref") is not { } target || doc.Attribute("management-idref-status") is not { } status) return null;
        if (target == item.ProviderId || !status.StartsWith("cancel", StringComparison.OrdinalIgnoreCase)) return null;
        return new DispatchItem { ProviderId = target, PubStatus = Statuses.Canceled, VersionCreated = item.VersionCreated, EdNote = item.EdNote };
    }

    private void ReadHead(Element head)
    {
        var hedline = head.Child("hedline");
        item.Headline ??= ItemFields.Line(hedline?.Child("hl1")?.InnerText());
        foreach (var second in hedline?.Children("hl2") ?? [])
            if (ItemFields.Line(second.InnerText()) is { } line) item.OtherHeadlines.Add(("sub", line));
        item.Summary ??= head.Child("abstract") is { } summary ? ItemFields.PlainText(TextMarkup.Of(summary, TextMarkup.Nitf), context.Deadline) : null;
        // "Doe, Jane" beside "By JANE DOE" is for indexes.
        var bylines = head.Children("byline").Where(byline => byline.Attribute("class") is not "normalized_byline").Select(Byline).OfType<string>().ToList();
        if (bylines.Count > 0) item.Byline ??= string.Join(", ", bylines);
        item.CreditLine ??= head.Child("distributor")?.Value();
        if (head.Child("dateline") is not { } dateline) return;
        item.Dateline ??= Printed(dateline, context.Settings);
        item.DatelineCity ??= dateline.Path("location", "city")?.Value() ?? dateline.Child("location")?.Value();
    }

    /// <summary>Place and date stand in elements of their own, with or without a blank between them.</summary>
    private static string? Printed(Element dateline, SourceSettings settings)
    {
        var text = new System.Text.StringBuilder();
        for (var at = dateline; at is not null; at = Element.Following(at, dateline, descend: true))
        {
            if (at.IsText && !IsIndentation(at.Text)) Join(text, at.Text, ", ");
        }

        var printed = text.ToString().Trim();
        // A story.date alone, in figures, is for machines: the dateline then stands in the text.
        return printed.Any(char.IsLetter) && !Dates.NewsDateParser.TryParse(printed, settings, out _) ? printed : null;
    }

    private static bool IsIndentation(string text) => string.IsNullOrWhiteSpace(text) && text.Contains('\n', StringComparison.Ordinal);

    /// <summary>Parted where two words would run into each other.</summary>
    private static void Join(System.Text.StringBuilder text, string next, string separator)
    {
        if (text.Length > 0 && next.Length > 0 && char.IsLetterOrDigit(text[^1]) && char.IsLetterOrDigit(next[0])) text.Append(separator);
        text.Append(next);
    }

    /// <summary>The name without the title that is often glued on (byttl).</summary>
    private static string? Byline(Element byline)
    {
        if (!byline.HasElements) return byline.Value();
        var own = new System.Text.StringBuilder();
        for (var child = byline.First; child is not null; child = child.Next)
        {
            if (child.Name == "byttl") continue;
            Join(own, child.IsText ? child.Text : child.InnerText(), " ");
        }

        return string.IsNullOrWhiteSpace(own.ToString()) ? null : own.ToString().Trim(' ', ',', '\n', '\r', '\t');
    }

    private static string? Norm(Element? date) => date?.Attribute("norm");

    /// <summary>The release date defaults to the time of receipt: it is an embargo only when it lies ahead, or the status says so.</summary>
    private void ReadRelease(Element? release)
    {
        var embargoed = string.Equals(item.PubStatus, "embargoed", StringComparison.OrdinalIgnoreCase);
        if (Norm(release) is not { } value)
        {
            if (embargoed && item.Embargoed is null) item.EmbargoUnreadable = true;
            return;
        }

        if (!embargoed && !(Dates.NewsDateParser.TryParse(value, context.Settings, out var date) && date.Instant > context.Dispatch.Received)) return;
        item.ReadEmbargo(value, context);
    }

    private void ReadCorrection(Element? correction)
    {
        if (correction is null) return;
        item.Signal ??= Signals.Correction;
        if (correction.Attribute("id-string") is { } target) item.SignalTarget ??= new SignalTarget { Uri = target };
        if (correction.Attribute("info") is { } said && item.EdNote?.Contains(said, StringComparison.Ordinal) != true) item.EdNote = item.EdNote is null ? said : item.EdNote + "\n" + said;
    }

    private void ReadSubjects(Element doc)
    {
        foreach (var keyword in doc.Child("key-list")?.Children("keyword") ?? [])
            if ((keyword.Attribute("key") ?? keyword.Value()) is { } word) item.Keywords.Add(word);
        foreach (var subject in _head!.Child("tobject")?.Children("tobject.subject") ?? [])
        {
            var code = subject.Attribute("tobject.subject.refnum");
            var name = subject.Attribute("tobject.subject.matter") ?? subject.Attribute("tobject.subject.detail") ?? subject.Attribute("tobject.subject.type") ?? code;
            if (name is not null) item.Subjects.Add(new NinjsSubject { Name = name, Rel = "about", Uri = Vocabulary.OfSubjectCode(code) });
        }
    }
}

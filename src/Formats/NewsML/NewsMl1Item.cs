using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>A NewsItem of NewsML 1.x to one item a language.</summary>
internal sealed class NewsMl1Item(Element newsItem, NewsMl1Identity identity, ReadContext context)
{
    /// <summary>Usually one; two languages in one NewsItem are two records.</summary>
    public IEnumerable<DispatchItem> Map()
    {
        var components = NewsMl1Choice.Of(newsItem);
        for (var i = 0; i < components.Count; i++)
        {
            var item = new DispatchItem
            {
                ProviderId = i == 0 || identity.Id is null ? identity.Id : $"{identity.Id}#{components[i].Language}",
                Version = identity.Revision,
                SignsInWords = true,
            };
            if (identity.PublicIdentifier is { } stated && stated != identity.Id) item.AltIds.Add(("public-identifier", stated));
            ReadManagement(item);
            components[i].Read(item, context);
            item.Slugline ??= newsItem.Path("Identification", "NameLabel")?.Value();
            item.Language ??= newsItem.Inherited("lang");
            var comments = newsItem.Children("Comment").Select(c => c.Value()).OfType<string>().Where(c => c.Any(char.IsLetter)).ToList();
            if (comments.Count > 0) item.EdNote = string.Join("\n", item.EdNote is null ? comments : comments.Prepend(item.EdNote));
            if (identity.Update is "U" or "A")
                item.Warn(WarningCodes.PartialUpdate, identity.Update == "U" ? "a patch of an earlier revision; keep its text and ask for the whole item" : "management only; the text of the revision stays");
            yield return item;
        }
    }

    private void ReadManagement(DispatchItem item)
    {
        if (newsItem.Child("NewsManagement") is not { } management) return;
        item.FirstCreated = item.ReadDate(management.Child("FirstCreated")?.Value(), context, "FirstCreated");
        item.VersionCreated = item.ReadDate(management.Child("ThisRevisionCreated")?.Value(), context, "ThisRevisionCreated");
        item.PubStatus = Formal(management.Child("Status"));
        if (int.TryParse(Formal(management.Child("Urgency")), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency)) item.Urgency = urgency;
        foreach (var instruction in management.Children("Instruction")) ReadInstruction(item, instruction);
        item.RaiseSignal(Formal(management.Child("NewsItemType"))?.ToLowerInvariant() switch
        {
            "alert" or "flash" => Signals.Alert,
            "urgent" => Signals.Urgent,
            "advisory" => Signals.Advisory,
            _ => null,
        });
        if (management.Child("StatusWillChange") is { } change) ReadChange(item, change);
        else if (Is(item.PubStatus, "embargoed")) item.EmbargoUnreadable = true;
    }

    /// <summary>Embargoed until the change to usable; a change of a usable item to anything else is its expiry.</summary>
    private void ReadChange(DispatchItem item, Element change)
    {
        var (future, date) = (Formal(change.Child("FutureStatus")), change.Child("DateAndTime")?.Value());
        if (Is(item.PubStatus, "embargoed") || (Is(future, "usable") && !Is(item.PubStatus, "usable"))) item.ReadEmbargo(date, context);
        else item.Expires = item.ReadDate(date, context, "StatusWillChange");
        if (Is(item.PubStatus, "embargoed") && item.Embargoed is null) item.EmbargoUnreadable = true;
    }

    private static void ReadInstruction(DispatchItem item, Element instruction)
    {
        var stated = Formal(instruction)?.ToLowerInvariant();
        item.Signal ??= stated switch
        {
            "correction" or "correct" or "rectify" => Signals.Correction,
            "update" or "replace" => Signals.Update,
            "kill" or "cancel" or "delete" => Signals.Kill,
            "refile" => Signals.Refile,
            _ => null,
        };
        // A kill that names revisions before this one speaks of those: the archive's order of versions does that already.
        if (item.Signal == Signals.Kill && item.PubStatus is null) item.PubStatus = Statuses.Canceled;
    }

    private static bool Is(string? value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);

    private static string? Formal(Element? element) => element?.Attribute("FormalName") ?? element?.Value();
}

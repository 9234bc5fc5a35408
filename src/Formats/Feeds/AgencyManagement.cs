using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>What AP adds to the entries of its Atom feeds: status, embargo, version and notes to editors.</summary>
internal static class AgencyManagement
{
    public static void Read(Element entry, DispatchItem item, ReadContext context)
    {
        if (entry.Child("ContentMetadata") is { } metadata)
        {
            item.Slugline ??= metadata.Child("SlugLine")?.Value();
            item.CreditLine ??= metadata.Child("Source")?.Value();
        }

        if (entry.Child("NewsManagement") is not { } management) return;
        item.Version ??= management.Child("ManagementSequenceNumber")?.Value();
        item.EdNote ??= ItemFields.PlainText(management.Child("PublishingSpecialInstructions")?.InnerText());
        item.PubStatus = Is(management.Child("ManagementType"), "cancel") ? Statuses.Canceled : management.Child("PublishingStatus")?.Value();
        if (!Is(management.Child("PublishingStatus"), "embargoed")) return;
        if (management.Child("PublishingReleaseDateTime")?.Value() is { } release) item.ReadEmbargo(release, context);
        if (item.Embargoed is null) item.EmbargoUnreadable = true;
    }

    private static bool Is(Element? element, string value) => string.Equals(element?.Value(), value, StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats.Feeds;
using Newswire.Formats.Identity;
using Newswire.Formats.Json;

namespace Newswire.Formats.Ninjs;

/// <summary>
/// IPTC ninjs 1, 2 and 3. The versions differ in spelling (camelCase, lower case, open names), and hybrids occur: every known spelling is
/// read in every version. One document, or a list of documents, is read.
/// </summary>
public sealed class NinjsFormat : IDispatchFormat
{
    public string Name => "ninjs";

    public FormatMatch? Match(DispatchHead head)
    {
        if (!head.IsJson || JsonFeedFormat.IsFeed(head.Json)) return null;
        var (uri, one, two, three) = NinjsNames.CountIn(head.Json);
        // An item without uri is refused as ninjs, with the reason, when it plainly is one.
        if (uri + three + two + one < 2) return null;
        var variant = three > 0 ? "ninjs3" : two > 0 ? "ninjs2" : "ninjs1";
        var why = $"JSON with {uri + three + two + one} properties of {variant}";
        return three + two + one == 0 ? null : new FormatMatch(uri == 1 ? 0.95 : 0.7, why, variant);
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        using var document = JsonText.Parse(dispatch, context.Limits, warnings);
        foreach (var listed in Unwrapped(document.RootElement).AsList())
        {
            var element = Unwrapped(listed);
            if (element.ValueKind != JsonValueKind.Object)
            {
                yield return new Refusal(ReasonCodes.NoContent, "an item that is no object");
                continue;
            }

            // Some systems write their own "guid" in the place of "uri".
            var fields = new JsonFields(element);
            if (NinjsIdentity.Of(fields) is not { } uri)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "ninjs without uri");
                continue;
            }

            var item = NinjsMapping.Map(fields, uri, context);
            item.Warnings.AddRange(warnings);
            if (fields.NamesTwice) item.Warn(WarningCodes.MarkupRepaired, JsonFields.Twice);
            if (!UriRules.IsValid(uri)) item.Warn(WarningCodes.GuidMinted, "the uri of a ninjs item must be an absolute URI");
            yield return item;
        }
    }

    /// <summary>The items inside what a content API answers with: under item, items or _items, in data.</summary>
    private static JsonElement Unwrapped(JsonElement element)
    {
        const int Deepest = 3;
        for (var depth = 0; depth < Deepest && element.ValueKind == JsonValueKind.Object && element.Get("uri", "guid", "altids").ValueKind == JsonValueKind.Undefined; depth++)
        {
            if (element.Get("item", "items", "_items", "data") is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } inside) break;
            element = inside;
        }

        return element;
    }
}

using System.Text.Json;
using Newswire.Contracts;
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

    // By version, presence of a uri and number of names: written out once.
    private static readonly FormatMatch[][][] Matches =
    [
        .. from variant in (string[])["ninjs1", "ninjs2", "ninjs3"]
           select (FormatMatch[][])[.. from score in (double[])[0.7, 0.95]
                                       select (FormatMatch[])[.. from names in Enumerable.Range(0, NinjsNames.Count + 1)
                                                                 select new FormatMatch(score, $"JSON with {names} properties of {variant}", variant)]],
    ];

    public FormatMatch? Match(DispatchHead head)
    {
        if (!head.IsJson) return null;
        var (uri, one, two, three) = NinjsNames.CountIn(head.Json);
        // An item without uri is refused as ninjs, with the reason, when it plainly is one.
        if (uri + three + two + one < 2) return uri > 0 && StatedVersion(head.Json) is { } stated ? Stated[stated] : null;
        return Matches[three > 0 ? 2 : two > 0 ? 1 : 0][uri][uri + three + two + one];
    }

    private static readonly FormatMatch[] Stated = [.. Enumerable.Range(1, 3).Select(version => new FormatMatch(0.9, $"JSON with the schema of ninjs {version}", $"ninjs{version}"))];

    /// <summary>The index in <see cref="Stated"/> of the version whose schema a document names that has hardly any other property of ninjs.</summary>
    private static int? StatedVersion(ReadOnlySpan<byte> json)
    {
        var schema = "/ninjs-schema_"u8;
        var at = json.IndexOf(schema);
        return at >= 0 && at + schema.Length < json.Length && json[at + schema.Length] is >= (byte)'1' and <= (byte)'3' and var digit ? digit - '1' : null;
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        using var document = JsonText.Parse(dispatch, context.Limits, warnings);
        var root = Unwrapped(document.RootElement);
        foreach (var listed in root.AsList())
        {
            var element = root.ValueKind == JsonValueKind.Array ? Unwrapped(listed) : root;
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

using System.Buffers;
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
    private const string Identifier = "\"uri\"";
    private const string JsonFeed = "jsonfeed.org/version/";

    private static readonly string[] Three = ["\"versionCreated\"", "\"firstCreated\"", "\"pubStatus\"", "\"contentType\"", "\"infoSources\"", "\"edNote\"", "\"embargoedUntil\"", "\"altIds\""];
    private static readonly string[] Two = ["\"bodies\"", "\"headlines\"", "\"contenttype\"", "\"infosources\"", "\"descriptions\""];
    private static readonly string[] One = ["\"headline\"", "\"body_text\"", "\"body_html\"", "\"body_xhtml\"", "\"description_text\"", "\"versioncreated\"", "\"pubstatus\"", "\"byline\""];
    private static readonly string[] Telling = [Identifier, JsonFeed, .. Three, .. Two, .. One];
    private static readonly SearchValues<string> AnyTelling = SearchValues.Create(Telling, StringComparison.Ordinal);

    public string Name => "ninjs";

    public FormatMatch? Match(DispatchHead head)
    {
        if (!head.IsJson) return null;
        var found = Found(head.Text);
        if (found.Contains(JsonFeed)) return null;
        var uri = found.Contains(Identifier) ? 1 : 0;
        var (three, two, one) = (found.Count(Three.Contains), found.Count(Two.Contains), found.Count(One.Contains));
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
        foreach (var element in document.RootElement.AsList())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                yield return new Refusal(ReasonCodes.NoContent, "an item that is no object");
                continue;
            }

            // Some systems write their own "guid" in the place of "uri".
            var fields = new JsonFields(element);
            if ((fields.Get("uri").AsText() ?? fields.Get("guid").AsText())?.Trim() is not { } uri)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "ninjs without uri");
                continue;
            }

            var item = NinjsMapping.Map(fields, uri, context);
            item.Warnings.AddRange(warnings);
            if (!UriRules.IsValid(uri)) item.Warn(WarningCodes.GuidMinted, "the uri of a ninjs item must be an absolute URI");
            yield return item;
        }
    }

    /// <summary>What tells ninjs from other JSON, each once, found in one pass.</summary>
    private static List<string> Found(ReadOnlySpan<char> text)
    {
        var found = new List<string>(Telling.Length);
        for (; text.IndexOfAny(AnyTelling) is var at and >= 0; text = text[(at + 1)..])
        {
            foreach (var telling in Telling)
                if (text[at..].StartsWith(telling) && !found.Contains(telling)) found.Add(telling);
        }

        return found;
    }
}

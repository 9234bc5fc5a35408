using System.Buffers;
using System.Collections.Frozen;
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
    private static readonly string[] Telling = [.. Three, .. Two, .. One, Identifier, JsonFeed];
    private static readonly SearchValues<string> AnyTelling = SearchValues.Create(Telling, StringComparison.Ordinal);
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Bits =
        Telling.Select((telling, index) => (telling, index)).ToFrozenDictionary(pair => pair.telling, pair => 1 << pair.index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "ninjs";

    public FormatMatch? Match(DispatchHead head)
    {
        if (!head.IsJson) return null;
        var found = Found(head.Text);
        if ((found & Bits[JsonFeed]) != 0) return null;
        int Count(string[] names) => names.Count(name => (found & Bits[name]) != 0);
        var uri = (found & Bits[Identifier]) != 0 ? 1 : 0;
        var (three, two, one) = (Count(Three), Count(Two), Count(One));
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

    /// <summary>A bit for each thing that tells ninjs from other JSON, found in one pass.</summary>
    private static int Found(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (; text.IndexOfAny(AnyTelling) is var at and >= 0; text = text[(at + 1)..])
        {
            var telling = text[at..];
            // Names end with the quotation mark they begin with.
            var length = telling[0] == '"' ? telling[1..].IndexOf('"') + 2 : JsonFeed.Length;
            found |= Bits[telling[..length]];
        }

        return found;
    }
}

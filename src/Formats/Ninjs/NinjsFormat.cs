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
    private static readonly string[] Three = ["\"versionCreated\"", "\"firstCreated\"", "\"pubStatus\"", "\"contentType\"", "\"infoSources\"", "\"edNote\"", "\"embargoedUntil\"", "\"altIds\""];
    private static readonly string[] Two = ["\"bodies\"", "\"headlines\"", "\"contenttype\"", "\"infosources\"", "\"descriptions\""];
    private static readonly string[] One = ["\"headline\"", "\"body_text\"", "\"body_html\"", "\"body_xhtml\"", "\"description_text\"", "\"versioncreated\"", "\"pubstatus\"", "\"byline\""];

    public string Name => "ninjs";

    public FormatMatch? Match(DispatchHead head)
    {
        if (!head.IsJson || head.Text.Contains("jsonfeed.org/version/", StringComparison.Ordinal)) return null;
        var uri = Has(head.Text, "\"uri\"") ? 1 : 0;
        var (three, two, one) = (Count(head.Text, Three), Count(head.Text, Two), Count(head.Text, One));
        // An item without uri is refused as ninjs, with the reason, when it plainly is one.
        if (uri + three + two + one < 2) return null;
        var variant = three > 0 ? "ninjs3" : two > 0 ? "ninjs2" : "ninjs1";
        var why = $"JSON with {uri + three + two + one} properties of {variant}";
        return three + two + one == 0 ? null : new FormatMatch(uri == 1 ? 0.95 : 0.7, why, variant);
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        using var document = JsonText.Parse(dispatch.Text, context.Limits, warnings);
        foreach (var element in document.RootElement.AsList())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                yield return new Refusal(ReasonCodes.NoContent, "an item that is no object");
                continue;
            }

            // Some systems write their own "guid" in the place of "uri".
            if ((element.Get("uri").AsText() ?? element.Get("guid").AsText())?.Trim() is not { } uri)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "ninjs without uri");
                continue;
            }

            var item = NinjsMapping.Map(element, uri, context);
            item.Warnings.AddRange(warnings);
            if (!UriRules.IsValid(uri)) item.Warn(WarningCodes.GuidMinted, "the uri of a ninjs item must be an absolute URI");
            yield return item;
        }
    }

    private static int Count(string text, string[] names) => names.Count(name => Has(text, name));

    private static bool Has(string text, string name) => text.Contains(name, StringComparison.Ordinal);
}

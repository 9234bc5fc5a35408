using System.Collections.Frozen;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>The text markup of the Swedish agency (TTNITF) inside NewsML-G2: texts with heading, place, lead, quotes, subheads, writer and pictures.</summary>
internal sealed class TtText(Element body)
{
    private static readonly FrozenDictionary<string, string?> Names = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["RUBRIK"] = "h2",
        ["MELLIS"] = "h3",
        ["CITAT"] = "blockquote",
        ["DAT"] = null,
        ["BYLINE"] = null,
        ["BILD"] = null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Is(Element root) => root.Name == "BODY" && root.Child("TEXT") is not null;

    public void Read(DispatchItem item)
    {
        var heading = body.Path("TEXT", "RUBRIK");
        item.Headline ??= ItemFields.Line(heading?.InnerText());
        var html = TextMarkup.Of(body, Names, without: element => ReferenceEquals(element, heading));
        if (!string.IsNullOrWhiteSpace(html)) item.BodyHtml = html;
        var writers = body.Children("TEXT").SelectMany(text => text.Children("BYLINE")).Select(line => line.Value()).OfType<string>().Distinct(StringComparer.Ordinal).Take(20).ToList();
        if (writers.Count > 0) item.Byline ??= string.Join(", ", writers);
    }
}

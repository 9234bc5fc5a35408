using System.Collections.Frozen;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>
/// The markup of a text in news XML as HTML. Names HTML does not have are the provider's own: they mark words inside a paragraph, and part
/// the text where they stand between paragraphs; they are never printed.
/// </summary>
internal sealed class TextMarkup
{
    /// <summary>NITF names; null leaves an element out: media with their captions are no text.</summary>
    public static readonly FrozenDictionary<string, string?> Nitf = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["media-metadata"] = null,
        ["note"] = null,
        ["hl1"] = "h2",
        ["hl2"] = "h2",
        ["bq"] = "blockquote",
        ["block"] = "div",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string?> None = FrozenDictionary<string, string?>.Empty;

    private readonly FrozenDictionary<string, string?> _names;
    private readonly Func<Element, bool>? _without;

    // Each parent is looked at once, however many children it has.
    private readonly Dictionary<Element, bool> _holdsWords = [];

    private TextMarkup(FrozenDictionary<string, string?>? names, Func<Element, bool>? without) => (_names, _without) = (names ?? None, without);

    /// <param name="body">Its content is written, not its own tag.</param>
    /// <param name="names">HTML names for the names of a vocabulary.</param>
    /// <param name="without">Elements that are no part of the text.</param>
    public static string Of(Element body, FrozenDictionary<string, string?>? names = null, Func<Element, bool>? without = null)
    {
        // Escaped, or in a CDATA section.
        if (!body.HasElements && body.InnerText() is var text && HtmlText.HasTag(text)) return text;
        return InnerHtml.Of(body, new TextMarkup(names, without).NameOf, WrappedLines.Html);
    }

    /// <summary>The HTML name of a name of NITF or HTML; null when it is left out. False for a name neither has.</summary>
    public static bool TryNitfName(string name, out string? written) => TryName(name, Nitf, out written);

    private static bool TryName(string name, FrozenDictionary<string, string?> names, out string? written)
    {
        if (names.TryGetValue(name, out written)) return true;
        if (name is "head" or "script" or "style" or "media" or "media-caption") return true;
        written = HtmlTag.Find(name) is null ? null : name;
        return written is not null;
    }

    private string? NameOf(Element element)
    {
        if (_without?.Invoke(element) == true) return null;
        return TryName(element.Name!, _names, out var name) ? name : IsAmongWords(element) ? "" : "div";
    }

    private bool IsAmongWords(Element element)
    {
        if (element.Parent is not { } parent) return false;
        if (_holdsWords.TryGetValue(parent, out var known)) return known;
        var words = false;
        for (var child = parent.First; child is not null && !words; child = child.Next) words = child.IsText && !string.IsNullOrWhiteSpace(child.Text);
        for (var around = parent; around?.Name is not null && !words; around = around.Parent)
            words = HtmlTag.Find(around.Name)?.Kind is TagKind.Paragraph or TagKind.Cell or TagKind.Inline;
        return _holdsWords[parent] = words;
    }
}

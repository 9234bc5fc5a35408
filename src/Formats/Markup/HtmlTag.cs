using System.Collections.Frozen;

namespace Newswire.Formats.Markup;

internal enum TagKind
{
    /// <summary>Known, but not written: its content is kept.</summary>
    Dropped,

    /// <summary>Dropped, and it parts paragraphs: div, section …</summary>
    Break,

    /// <summary>Dropped with all its text: script, style …</summary>
    Skipped,

    /// <summary>Dropped with its content where it is closed: svg, video, button … hold pictures, controls, or what old browsers show instead.</summary>
    Fallback,
    Inline,

    /// <summary>p, h2 to h6, pre, figcaption: holds inline content only.</summary>
    Paragraph,

    /// <summary>ul, ol, blockquote, table, figure.</summary>
    Container,

    /// <summary>li, td, th: holds inline content and containers.</summary>
    Cell,
    Row,
    Void,
}

/// <summary>What becomes of an HTML element: the allow-list. <see cref="Name"/> is what is written for it.</summary>
internal sealed record HtmlTag(string Name, TagKind Kind)
{
    private static readonly FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> Known = Build();

    public static HtmlTag Paragraph { get; } = Find("p")!;

    public static HtmlTag List { get; } = Find("ul")!;

    /// <summary>By name in any case; null for a name HTML does not have.</summary>
    public static HtmlTag? Find(ReadOnlySpan<char> name) => Known.TryGetValue(name, out var tag) ? tag : null;

    private static FrozenDictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var tags = new Dictionary<string, HtmlTag>(StringComparer.OrdinalIgnoreCase);
        void Add(TagKind kind, string names, string? written = null)
        {
            foreach (var name in names.Split(' ')) tags[name] = new HtmlTag(written ?? name, kind);
        }

        Add(TagKind.Paragraph, "p h2 h3 h4 h5 h6 pre figcaption");
        Add(TagKind.Paragraph, "h1", "h2");
        Add(TagKind.Paragraph, "listing plaintext xmp", "pre");
        Add(TagKind.Paragraph, "caption summary legend", "p");
        Add(TagKind.Container, "ul ol blockquote table figure");
        Add(TagKind.Container, "menu dir", "ul");
        Add(TagKind.Cell, "li td th");
        Add(TagKind.Row, "tr");
        Add(TagKind.Inline, "a em strong");
        Add(TagKind.Inline, "b", "strong");
        Add(TagKind.Inline, "i cite dfn var", "em");
        Add(TagKind.Void, "br img");
        Add(TagKind.Break, "div section article aside header footer main nav address details dl dt dd hr center fieldset form body html hgroup search");
        Add(TagKind.Dropped, "span font u s strike del ins small big sub sup abbr acronym q code kbd samp tt mark time data ruby rt rp rb rtc bdi bdo "
            + "wbr nobr label input option optgroup output progress meter datalist base basefont link meta map area param source track "
            + "embed object applet picture path math mtext mglyph mi mo mn ms mrow thead tbody tfoot col colgroup dialog slot "
            + "noscript frame frameset marquee blink bgsound keygen spacer multicol image nextid isindex command portal");
        Add(TagKind.Fallback, "svg video audio canvas template button select");
        Add(TagKind.Skipped, "script style title iframe textarea noembed noframes head");
        return tags.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

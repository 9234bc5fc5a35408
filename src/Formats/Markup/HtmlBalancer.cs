using System.Text;
using Newswire.Formats.Identity;

namespace Newswire.Formats.Markup;

/// <summary>Writes balanced, allow-listed HTML and the plain text of it from a stream of tags, however badly nested.</summary>
internal sealed class HtmlBalancer(int capacity, Uri? baseUri)
{
    // Deeper nesting is layout, not text: tags beyond are left out, their text is kept.
    private const int MaxDepth = 40;
    private const int MaxImages = 50;

    private readonly StringBuilder _html = new(capacity);
    private readonly PlainTextWriter _text = new(capacity);
    private readonly List<HtmlTag> _open = new(16);
    private readonly List<string> _images = [];
    private int _skip;

    public void Text(ReadOnlySpan<char> raw)
    {
        if (raw.Contains('&')) Literal(Entities.Decode(raw));
        else Literal(raw);
    }

    public void Literal(ReadOnlySpan<char> text)
    {
        if (_skip > 0) return;
        var blank = text.IsWhiteSpace();
        if (blank && !InParagraph && !Inside("pre")) return;
        if (!blank) EnsureParagraph();
        _text.Append(text, Inside("pre"));
        Escape(text);
    }

    public void Start(HtmlTag tag, ReadOnlySpan<char> attributes)
    {
        if (tag.Kind == TagKind.Skipped) _skip++;
        if (_skip > 0) return;
        switch (tag.Kind)
        {
            case TagKind.Void:
                Void(tag, attributes);
                break;
            case TagKind.Inline:
                StartInline(tag, attributes);
                break;
            case TagKind.Break:
                CloseParagraph();
                _text.Break(2);
                break;
            case TagKind.Paragraph or TagKind.Container:
                CloseParagraph();
                _text.Break(2);
                Open(tag);
                break;
            case TagKind.Row:
                if (CloseInside("table")) Open(tag);
                _text.Break(1);
                break;
            case TagKind.Cell:
                StartCell(tag);
                break;
            default:
                break;
        }
    }

    public void End(HtmlTag tag)
    {
        if (tag.Kind == TagKind.Skipped && _skip > 0) _skip--;
        if (_skip > 0) return;
        switch (tag.Kind)
        {
            case TagKind.Inline:
                for (var i = _open.Count - 1; i >= 0 && _open[i].Kind == TagKind.Inline; i--)
                {
                    if (!ReferenceEquals(_open[i], tag) && _open[i].Name != tag.Name) continue;
                    CloseTo(i);
                    break;
                }

                break;
            case TagKind.Break:
                CloseParagraph();
                _text.Break(2);
                break;
            case TagKind.Paragraph:
                if (LastOpen(tag.Name, stopAtCell: true) is >= 0 and var paragraph) CloseTo(paragraph);
                _text.Break(2);
                break;
            case TagKind.Container or TagKind.Row or TagKind.Cell:
                if (LastOpen(tag.Name, stopAtCell: tag.Kind != TagKind.Container && !IsOwnCell(tag)) is >= 0 and var container) CloseTo(container);
                _text.Break(tag.Kind == TagKind.Container ? 2 : tag.Kind == TagKind.Row ? 1 : 0);
                break;
            default:
                break;
        }
    }

    public CleanedHtml Finish()
    {
        CloseTo(0);
        return new CleanedHtml(_html.ToString(), _text.ToString(), _images);
    }

    private bool InParagraph => _open.Count > 0 && _open[^1].Kind is TagKind.Paragraph or TagKind.Cell or TagKind.Inline;

    private bool Inside(string name)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind is TagKind.Inline or TagKind.Paragraph; i--)
            if (_open[i].Name == name) return true;
        return false;
    }

    private static bool IsOwnCell(HtmlTag tag) => tag.Kind is TagKind.Cell or TagKind.Row;

    private void StartInline(HtmlTag tag, ReadOnlySpan<char> attributes)
    {
        if (tag.Name == "a")
        {
            var href = AttributeTokenizer.Find(attributes, "href");
            if (href is null || UriRules.SafeLink(href, baseUri, allowMail: true) is not { } link) return;
            if (Inside("a")) End(tag);
            EnsureParagraph();
            Open(tag, $" href=\"{EscapeAttribute(link)}\"");
            return;
        }

        EnsureParagraph();
        Open(tag);
    }

    private void StartCell(HtmlTag tag)
    {
        if (tag.Name == "li")
        {
            if (!CloseInside("ul", "ol"))
            {
                CloseParagraph();
                Open(HtmlTag.List);
            }

            _text.Break(1);
            Open(tag);
            _text.Append("- ", preformatted: false);
            return;
        }

        if (CloseInside("tr"))
        {
            Open(tag);
            _text.Cell();
        }
        else
        {
            // A cell without a table: its text is what is left of it.
            CloseParagraph();
            _text.Break(1);
        }
    }

    private void Void(HtmlTag tag, ReadOnlySpan<char> attributes)
    {
        if (tag.Name == "br")
        {
            if (InParagraph) _html.Append("<br>");
            _text.Line();
            return;
        }

        if (AttributeTokenizer.Find(attributes, "src") is not { } src || UriRules.SafeLink(src, baseUri, allowMail: false) is not { } link) return;
        // A picture of one point counts readers and shows nothing.
        if (AttributeTokenizer.Find(attributes, "width") is "0" or "1" || AttributeTokenizer.Find(attributes, "height") is "0" or "1") return;
        if (_images.Count < MaxImages) _images.Add(link);
        if (_open.Count == 0 || _open[^1].Kind is TagKind.Container && _open[^1].Name != "figure") EnsureParagraph();
        _html.Append("<img src=\"").Append(EscapeAttribute(link)).Append('"');
        if (AttributeTokenizer.Find(attributes, "alt") is { Length: > 0 } alt) _html.Append(" alt=\"").Append(EscapeAttribute(alt)).Append('"');
        _html.Append('>');
    }

    private void EnsureParagraph()
    {
        if (InParagraph || _open.Count >= MaxDepth) return;
        // Text straight in a list or table would be moved about by a browser.
        if (_open.Count > 0 && _open[^1].Name is "ul" or "ol") StartCell(HtmlTag.Find("li")!);
        else if (_open.Count > 0 && _open[^1].Name is "table" or "tr") CloseTo(LastOpen("table", stopAtCell: false));
        if (!InParagraph) Open(HtmlTag.Paragraph);
    }

    /// <summary>Closes an open paragraph with what is open inside it; containers and cells stay.</summary>
    private void CloseParagraph()
    {
        var i = _open.Count - 1;
        while (i >= 0 && _open[i].Kind is TagKind.Inline or TagKind.Paragraph) i--;
        CloseTo(i + 1);
    }

    /// <summary>Closes what is open inside the nearest of <paramref name="containers"/>; false when none of them is the nearest container.</summary>
    private bool CloseInside(params ReadOnlySpan<string> containers)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (containers.Contains(_open[i].Name))
            {
                CloseTo(i + 1);
                return true;
            }

            if (_open[i].Kind == TagKind.Container) return false;
        }

        return false;
    }

    private int LastOpen(string name, bool stopAtCell)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name) return i;
            if (stopAtCell && _open[i].Kind is TagKind.Cell or TagKind.Container) return -1;
        }

        return -1;
    }

    private void Open(HtmlTag tag, string attributes = "")
    {
        if (_open.Count >= MaxDepth) return;
        _open.Add(tag);
        _html.Append('<').Append(tag.Name).Append(attributes).Append('>');
    }

    private void CloseTo(int depth)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            _html.Append("</").Append(_open[i].Name).Append('>');
            _open.RemoveAt(i);
        }
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny('&', '<', '>');
            if (at < 0) break;
            _html.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
            text = text[(at + 1)..];
        }

        _html.Append(text);
    }

    private static string EscapeAttribute(string value) =>
        value.AsSpan().ContainsAny("&<>\"")
            ? value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            : value;
}

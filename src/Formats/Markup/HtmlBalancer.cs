using Newswire.Formats.Identity;

namespace Newswire.Formats.Markup;

/// <summary>Makes balanced, allow-listed HTML and the plain text of it from a stream of tags, however badly nested.</summary>
internal sealed class HtmlBalancer(int capacity, Uri? baseUri)
{
    private const int MaxImages = 50;
    private const string FigureCaption = "figcaption";

    private readonly BalancedHtml _html = new(capacity);
    private readonly PlainTextWriter _text = new(capacity);
    private readonly PlainTextWriter _captions = new(capacity: 16);
    private readonly List<string> _images = [];
    private int _skip;

    // The tag that will end the caption; its text is beside the story.
    private string? _caption;

    public void Text(ReadOnlySpan<char> raw)
    {
        if (raw.Contains('&')) Literal(Entities.Decode(raw));
        else Literal(raw);
    }

    public void Literal(ReadOnlySpan<char> text)
    {
        if (_skip > 0) return;
        var blank = text.IsWhiteSpace();
        if (blank && !_html.InParagraph && !_html.Inside("pre")) return;
        if (!blank) EnsureParagraph();
        Plain.Append(text, _html.Inside("pre"));
        _html.Text(text);
    }

    public void Start(HtmlTag tag, ReadOnlySpan<char> attributes)
    {
        if (tag.Kind == TagKind.Skipped) _skip++;
        if (_skip > 0) return;
        if (IsWithinCaption(tag))
        {
            Literal(" ");
            return;
        }

        StartCaption(tag, attributes);
        switch (tag.Kind)
        {
            case TagKind.Void when tag.Name == "br":
                if (_html.InParagraph) _html.Line();
                Plain.Line();
                break;
            case TagKind.Void:
                Image(attributes);
                break;
            case TagKind.Inline when tag.Name == "a":
                StartLink(tag, attributes);
                break;
            case TagKind.Inline:
                EnsureParagraph();
                _html.Open(tag);
                break;
            case TagKind.Break:
                BreakParagraph();
                break;
            case TagKind.Paragraph or TagKind.Container:
                BreakParagraph();
                _html.Open(tag);
                break;
            case TagKind.Row:
                if (_html.CloseInside("table")) _html.Open(tag);
                _text.Break(1);
                break;
            case TagKind.Cell when tag.Name == "li":
                StartListItem(tag);
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
        if (IsWithinCaption(tag)) return;
        if (tag.Name == _caption || tag.Name == "figure") _caption = null;
        switch (tag.Kind)
        {
            case TagKind.Inline:
                _html.CloseInline(tag.Name);
                break;
            case TagKind.Break:
                BreakParagraph();
                break;
            case TagKind.Paragraph:
                _html.Close(tag.Name, withinCell: true);
                _text.Break(2);
                break;
            case TagKind.Container or TagKind.Row or TagKind.Cell:
                _html.Close(tag.Name);
                Plain.EndItem();
                _text.Break(tag.Kind switch { TagKind.Container => 2, TagKind.Row => 1, _ => 0 });
                break;
            default:
                break;
        }
    }

    public CleanedHtml Finish()
    {
        var text = _text.ToString();

        // Nothing but pictures; or a caption that took the story in because nothing ended it.
        if (text.Length == 0 || _caption is not null) text = (text + "\n\n" + _captions).Trim();
        return new CleanedHtml(_html.Finish(), text, _images);
    }

    private PlainTextWriter Plain => _caption is null ? _text : _captions;

    /// <summary>A paragraph or division in a figcaption, which holds inline content only.</summary>
    private bool IsWithinCaption(HtmlTag tag) => _caption == FigureCaption && tag is { Kind: TagKind.Break or TagKind.Paragraph } && tag.Name != FigureCaption;

    /// <summary>The caption of a figure, and WordPress's, which has none around it.</summary>
    private void StartCaption(HtmlTag tag, ReadOnlySpan<char> attributes)
    {
        if (_caption == "p" && tag.Kind is TagKind.Paragraph or TagKind.Break or TagKind.Container) _caption = null;
        if (tag.Name == FigureCaption) _caption = FigureCaption;
        else if (tag.Name == "p" && attributes.Contains("caption", StringComparison.Ordinal) && AttributeTokenizer.Find(attributes, "class") is { } css && css.Split(' ').Contains("wp-caption-text")) _caption = "p";
        else return;
        _captions.Break(2);
    }

    private void BreakParagraph()
    {
        _html.CloseParagraph();
        _text.Break(2);
    }

    private void StartLink(HtmlTag tag, ReadOnlySpan<char> attributes)
    {
        if (AttributeTokenizer.Find(attributes, "href") is not { } href || UriRules.SafeLink(href, baseUri, allowMail: true) is not { } link) return;
        _html.CloseInline("a");
        EnsureParagraph();
        _html.Open(tag, BalancedHtml.Attribute("href", link));
    }

    private void StartListItem(HtmlTag tag)
    {
        if (!_html.CloseInside("ul", "ol"))
        {
            _html.CloseParagraph();
            _html.Open(HtmlTag.List);
        }

        _html.Open(tag);
        Plain.Bullet();
    }

    private void StartCell(HtmlTag tag)
    {
        if (_html.CloseInside("tr"))
        {
            _html.Open(tag);
            _text.Cell();
        }
        else
        {
            // A cell without a table: its text is what is left of it.
            _html.CloseParagraph();
            _text.Break(1);
        }
    }

    private void Image(ReadOnlySpan<char> attributes)
    {
        if (AttributeTokenizer.Find(attributes, "src") is not { } src || UriRules.SafeLink(src, baseUri, allowMail: false) is not { } link) return;
        // A picture of one point counts readers and shows nothing.
        if (AttributeTokenizer.Find(attributes, "width") is "0" or "1" || AttributeTokenizer.Find(attributes, "height") is "0" or "1") return;
        if (_images.Count < MaxImages) _images.Add(link);
        if (_html.Innermost is null or { Kind: TagKind.Container, Name: not "figure" }) EnsureParagraph();
        _html.Image(link, AttributeTokenizer.Find(attributes, "alt"));
    }

    private void EnsureParagraph()
    {
        if (_html.InParagraph || _html.IsFull) return;
        // Text straight in a list or table would be moved about by a browser.
        if (_html.Innermost is { Name: "ul" or "ol" }) StartListItem(HtmlTag.Find("li")!);
        else if (_html.Innermost is { Name: "table" or "tr" }) _html.Close("table");
        if (!_html.InParagraph) _html.Open(HtmlTag.Paragraph);
    }
}

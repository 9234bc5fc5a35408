using System.Text;

namespace Newswire.Formats.Markup;

/// <summary>HTML as it is written, and the tags that are open in it: they are closed in order, whatever is asked.</summary>
internal sealed class BalancedHtml(int capacity)
{
    // Deeper nesting is layout, not text: tags beyond are left out, their text is kept.
    private const int MaxDepth = 40;

    private readonly StringBuilder _html = new(capacity);
    private readonly List<HtmlTag> _open = new(16);

    public HtmlTag? Innermost => _open.Count > 0 ? _open[^1] : null;

    public bool IsFull => _open.Count >= MaxDepth;

    public bool InParagraph => Innermost is { Kind: TagKind.Paragraph or TagKind.Cell or TagKind.Inline };

    /// <summary>Such a tag is the open paragraph, or open in it.</summary>
    public bool Inside(string name)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind is TagKind.Inline or TagKind.Paragraph; i--)
            if (_open[i].Name == name) return true;
        return false;
    }

    public void Open(HtmlTag tag, string attributes = "")
    {
        if (IsFull) return;
        _open.Add(tag);
        _html.Append('<').Append(tag.Name).Append(attributes).Append('>');
    }

    /// <summary>Closes the nearest tag of that name with what is open inside it; nothing when there is none.</summary>
    public void Close(string name, bool withinCell = false)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                CloseTo(i);
                return;
            }

            if (withinCell && _open[i].Kind is TagKind.Cell or TagKind.Container) return;
        }
    }

    /// <summary>The same for emphasis and links, which end with their paragraph.</summary>
    public void CloseInline(string name)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Kind == TagKind.Inline; i--)
        {
            if (_open[i].Name != name) continue;
            CloseTo(i);
            return;
        }
    }

    /// <summary>Closes an open paragraph with what is open inside it; containers and cells stay.</summary>
    public void CloseParagraph()
    {
        var i = _open.Count - 1;
        while (i >= 0 && _open[i].Kind is TagKind.Inline or TagKind.Paragraph) i--;
        CloseTo(i + 1);
    }

    /// <summary>Closes what is open inside the nearest of <paramref name="containers"/>; false when none of them is the nearest container.</summary>
    public bool CloseInside(params ReadOnlySpan<string> containers)
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

    public void Text(ReadOnlySpan<char> text)
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

    public void Line() => _html.Append("<br>");

    public void Image(string link, string? alt)
    {
        _html.Append("<img").Append(Attribute("src", link));
        if (alt is { Length: > 0 }) _html.Append(Attribute("alt", alt));
        _html.Append('>');
    }

    public string Finish()
    {
        CloseTo(0);
        return _html.ToString();
    }

    public static string Attribute(string name, string value)
    {
        if (value.AsSpan().ContainsAny("&<>\""))
        {
            value = value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
        }

        return $" {name}=\"{value}\"";
    }

    private void CloseTo(int depth)
    {
        for (var i = _open.Count - 1; i >= depth; i--)
        {
            _html.Append("</").Append(_open[i].Name).Append('>');
            _open.RemoveAt(i);
        }
    }
}

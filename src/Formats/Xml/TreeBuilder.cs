using Newswire.Formats.Markup;

namespace Newswire.Formats.Xml;

/// <summary>Builds the tree from start, text and end, within limits, and hands out items as they are whole.</summary>
internal sealed class TreeBuilder(XmlReading reading, Func<Element, bool> isItem, ReadContext context)
{
    private Element? _current;
    private int _depth;
    private int _nodes;
    private int _insideItem;
    private bool _noted;

    public Element? Current => _current;

    public int Depth => _depth;

    /// <summary>Local name of the item that is being read; null outside items.</summary>
    public string? ItemName { get; private set; }

    /// <summary>True once no more items are wanted.</summary>
    public bool Done => reading.Capped;

    public void Start(Element element)
    {
        if (element.Attributes.Count > context.Limits.Attributes)
            throw new UnreadableDispatchException(ReasonCodes.TooLarge, $"an element with more than {context.Limits.Attributes} attributes (Formats:Limits:Attributes)");
        if (++_depth > context.Limits.XmlDepth)
            throw new UnreadableDispatchException(ReasonCodes.Depth, $"elements nested deeper than {context.Limits.XmlDepth} (Formats:Limits:XmlDepth)");
        CheckDeadline();
        if (_current is null) reading.Roots.Add(element);
        else _current.Attach(element, detached: true);
        if (_insideItem == 0 && isItem(element)) (_insideItem, ItemName) = (_depth, element.Name);
        else _current?.Attach(element);
        _current = element;
    }

    public void Text(string text)
    {
        if (_current is null || text.Length == 0) return;
        CheckDeadline();
        _current.Attach(Element.OfText(WithoutC1(text)));
    }

    public void End()
    {
        if (_current is null) return;
        if (_insideItem == _depth)
        {
            (_insideItem, ItemName) = (0, null);
            // One more than is allowed, so that the reader of formats sees that there are more.
            reading.Items.Add(_current);
            reading.Capped = reading.Items.Count > context.Limits.Items;
        }

        _current = _current.Parent;
        _depth--;
    }

    /// <summary>&amp;#147; is legal XML for a control character and means a quotation mark.</summary>
    private string WithoutC1(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')) return text;
        if (!_noted) reading.Warn(WarningCodes.ControlsRemoved, "references to control characters read as Windows-1252");
        _noted = true;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = Entities.FromC1(source[i]);
        });
    }

    private void CheckDeadline()
    {
        if ((++_nodes & 0x3FF) == 0) context.Deadline.ThrowIfCancellationRequested();
    }
}

namespace Newswire.Formats.Xml;

/// <summary>Builds the tree from start, text and end, within limits, and hands out items as they are whole.</summary>
internal sealed class TreeBuilder(XmlReading reading, Func<Element, bool> isItem, ReadContext context)
{
    private Element? _current;
    private int _depth;
    private int _nodes;
    private int _insideItem;

    public Element? Current => _current;

    public int Depth => _depth;

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
        if (_insideItem == 0 && isItem(element)) _insideItem = _depth;
        else _current?.Attach(element);
        _current = element;
    }

    public void Text(string text)
    {
        if (_current is null || text.Length == 0) return;
        CheckDeadline();
        _current.Attach(Element.OfText(text));
    }

    public void End()
    {
        if (_current is null) return;
        if (_insideItem == _depth)
        {
            _insideItem = 0;
            // One more than is allowed, so that the reader of formats sees that there are more.
            reading.Items.Add(_current);
            reading.Capped = reading.Items.Count > context.Limits.Items;
        }

        _current = _current.Parent;
        _depth--;
    }

    private void CheckDeadline()
    {
        if ((++_nodes & 0x3FF) == 0) context.Deadline.ThrowIfCancellationRequested();
    }
}

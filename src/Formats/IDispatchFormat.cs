namespace Newswire.Formats;

/// <summary>
/// Reads one format. Stateless and safe to call concurrently. Never touches network or files; never throws for bad input, except
/// <see cref="UnreadableDispatchException"/> when the whole document is refused: a bad item is one refused <see cref="ItemReading"/>.
/// </summary>
public interface IDispatchFormat
{
    /// <summary>Name in <c>reader.format</c>: rss20, newsml-g2, wiretext …</summary>
    string Name { get; }

    /// <summary>How surely this document is in the format, by its content alone; null: not at all.</summary>
    FormatMatch? Match(DispatchHead head);

    /// <summary>Items in document order, each whole; read lazily, so that a document cut off late still gives its first items.</summary>
    IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context);
}

using Newswire.Contracts;

namespace Newswire.Formats.Xml;

/// <summary>A document as far as it could be read.</summary>
internal sealed class XmlReading
{
    /// <summary>The root elements: one, or more where documents were glued together. Without the items.</summary>
    public List<Element> Roots { get; } = [];

    /// <summary>Whole items in document order.</summary>
    public List<Element> Items { get; } = [];

    /// <summary>The document ends before its last element does.</summary>
    public bool Truncated { get; set; }

    /// <summary>More items follow than are allowed.</summary>
    public bool Capped { get; set; }

    public List<RecordWarning> Warnings { get; } = [];

    public void Warn(string code, string detail) => Warnings.Add(new RecordWarning { Code = code, Detail = detail });

    /// <summary>Adds what was noted about the document to an item of it.</summary>
    public void Note(DispatchItem item)
    {
        item.Warnings.AddRange(Warnings);
        if (Truncated) item.Warn(WarningCodes.TruncatedFeed, "the document is cut off; its whole items are kept");
    }
}

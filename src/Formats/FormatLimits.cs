using System.ComponentModel.DataAnnotations;

namespace Newswire.Formats;

/// <summary>Bounds on what one document may cost, applied while reading. Section <c>Formats:Limits</c>.</summary>
public sealed class FormatLimits
{
    /// <summary>Bytes after undoing one layer of compression. Default 32 MB (10^6).</summary>
    [Range(1_000, 1_000_000_000)]
    public int InflatedBytes { get; set; } = 32_000_000;

    /// <summary>Characters of a document. Default 64 million.</summary>
    [Range(1_000, 1_000_000_000)]
    public int Characters { get; set; } = 64_000_000;

    /// <summary>Characters that entities may expand to. Default 1 million.</summary>
    [Range(0, 100_000_000)]
    public int EntityCharacters { get; set; } = 1_000_000;

    /// <summary>Depth of elements in XML. Default 256.</summary>
    [Range(8, 4_096)]
    public int XmlDepth { get; set; } = 256;

    /// <summary>Depth of values in JSON. Default 64.</summary>
    [Range(8, 1_000)]
    public int JsonDepth { get; set; } = 64;

    /// <summary>Items of a document. Default 10,000; the rest is dropped with a warning, the raw bytes keep them.</summary>
    [Range(1, 1_000_000)]
    public int Items { get; set; } = 10_000;

    /// <summary>Attributes of an element. Default 256.</summary>
    [Range(8, 10_000)]
    public int Attributes { get; set; } = 256;

    /// <summary>Keywords of an item in the record. Default 200; all are kept in the raw bytes.</summary>
    [Range(1, 10_000)]
    public int Keywords { get; set; } = 200;

    /// <summary>Seconds for one document, all stages of reading. Default 30: a second of work takes many on a busy machine, and that must not cost a good dispatch.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 30;
}

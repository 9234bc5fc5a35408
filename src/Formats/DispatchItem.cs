using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>
/// What a reader found in one item, still in the provider's terms. Readers fill it; <see cref="RecordWriter"/> alone turns it into the
/// normalized record, so that every format ends in the same rules. Absent is null or empty, never a guess.
/// </summary>
public sealed class DispatchItem
{
    /// <summary>The provider's identifier without its revision, exact characters.</summary>
    public string? ProviderId { get; set; }

    /// <summary>For formats whose items have no identifier: the texts that stand for one within its source, as they came. Null: the fingerprint of headline and body.</summary>
    public IReadOnlyList<string?>? IdentityBasis { get; set; }

    /// <summary>Further identifiers by role (sequence number, slug, url …).</summary>
    public List<(string Role, string Value)> AltIds { get; } = [];

    /// <summary>As the provider wrote it.</summary>
    public string? Version { get; set; }

    /// <summary>ninjs type: text, picture, graphic, audio, video, composite.</summary>
    public string Type { get; set; } = "text";

    public NewsDate? FirstCreated { get; set; }

    public NewsDate? VersionCreated { get; set; }

    public NewsDate? Embargoed { get; set; }

    /// <summary>An embargo is stated but cannot be read: hold.</summary>
    public bool EmbargoUnreadable { get; set; }

    public NewsDate? Expires { get; set; }

    /// <summary>As stated, any case: usable, withheld, embargoed, canceled.</summary>
    public string? PubStatus { get; set; }

    public string? Signal { get; set; }

    public SignalTarget? SignalTarget { get; set; }

    /// <summary>Why an editor must decide; null when nobody needs to.</summary>
    public string? HoldReason { get; set; }

    public string? Headline { get; set; }

    /// <summary>True when a stated rule derived the headline from the text.</summary>
    public bool HeadlineDerived { get; set; }

    public List<(string Role, string Value)> OtherHeadlines { get; } = [];

    public string? Summary { get; set; }

    /// <summary>Plain text, paragraphs parted by a blank line.</summary>
    public string? Body { get; set; }

    /// <summary>Dateline, signal and embargo may stand in words only: the record writer looks for what is not stated otherwise.</summary>
    public bool SignsInWords { get; set; }

    /// <summary>HTML as it came; sanitized by <see cref="RecordWriter"/>.</summary>
    public string? BodyHtml { get; set; }

    /// <summary>Where relative links in <see cref="BodyHtml"/> start.</summary>
    public string? BaseUri { get; set; }

    /// <summary>The line breaks of the body carry meaning (tables).</summary>
    public bool Preformatted { get; set; }

    public string? Byline { get; set; }

    public List<Credit> Credits { get; } = [];

    public string? CreditLine { get; set; }

    public string? Dateline { get; set; }

    public string? DatelineCity { get; set; }

    /// <summary>The city the metadata names: it stands in for a dateline that is not printed, and spells the city of one that is.</summary>
    public string? MetadataCity { get; set; }

    public PrintedDate? DatelineDate { get; set; }

    /// <summary>BCP 47 as declared.</summary>
    public string? Language { get; set; }

    public int? Urgency { get; set; }

    public string? Slugline { get; set; }

    public string? EdNote { get; set; }

    public string? UsageTerms { get; set; }

    public string? CopyrightHolder { get; set; }

    public string? CopyrightNotice { get; set; }

    public List<string> Keywords { get; } = [];

    public List<NinjsSubject> Subjects { get; } = [];

    /// <summary>Genres, people, places and the like of an item that are read, of each kind; the raw bytes keep the rest.</summary>
    public const int MostConcepts = 50;

    public List<NinjsSubject> Genres { get; } = [];

    /// <summary>Concepts of ninjs that are no subjects; null when the item names none.</summary>
    public NamedConcepts? Named { get; set; }

    public string? Link { get; set; }

    public List<NinjsRendition> Renditions { get; } = [];

    /// <summary>The charset when the reader decoded the bytes itself; null: as the document was decoded.</summary>
    public string? Charset { get; set; }

    public List<RecordWarning> Warnings { get; } = [];

    public void Warn(string code, string? detail = null) => Warnings.Add(new RecordWarning { Code = code, Detail = detail });
}

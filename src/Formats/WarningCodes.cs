namespace Newswire.Formats;

/// <summary>The closed vocabulary of warnings on a record (docs/formats.md explains each).</summary>
public static class WarningCodes
{
    public const string ZoneAssumed = "zone-assumed";
    public const string DateFirstSeen = "date-first-seen";
    public const string DatePrecision = "date-precision";
    public const string DateUnusable = "date-unusable";
    public const string DateRepaired = "date-repaired";
    public const string DateInFuture = "date-in-future";
    public const string CharsetConflict = "charset-conflict";
    public const string CharsetGuessed = "charset-guessed";
    public const string BytesReplaced = "bytes-replaced";
    public const string ControlsRemoved = "controls-removed";
    public const string UnusualCharacters = "unusual-characters";
    public const string MarkupRepaired = "markup-repaired";
    public const string TruncatedFeed = "truncated-feed";
    public const string ItemsCapped = "items-capped";
    public const string KeywordsCapped = "keywords-capped";
    public const string FieldTruncated = "field-truncated";
    public const string FieldUnreadable = "field-unreadable";
    public const string HeadlineDerived = "headline-derived";
    public const string GuidDerived = "guid-derived";
    public const string GuidMinted = "guid-minted";
    public const string VersionReused = "version-reused";
    public const string VersionUnusable = "version-unusable";
    public const string PartialUpdate = "partial-update";
    public const string EmbargoEmpty = "embargo-empty";
    public const string EmbargoZoneAssumed = "embargo-zone-assumed";
    public const string EmbargoUnreadable = "embargo-unreadable";
    public const string LanguageConflict = "language-conflict";
    public const string SequenceGap = "sequence-gap";
    public const string WordCountMismatch = "word-count-mismatch";
    public const string NonstandardName = "nonstandard-name";
    public const string StatusUnknown = "status-unknown";
}

/// <summary>The closed vocabulary of reasons for refusing a document or an item (docs/formats.md explains each).</summary>
public static class ReasonCodes
{
    public const string Empty = "empty";
    public const string HtmlPage = "html-page";
    public const string Binary = "binary";
    public const string Parity = "parity";
    public const string NotXml = "not-xml";
    public const string NotJson = "not-json";
    public const string Truncated = "truncated";
    public const string Depth = "depth";
    public const string Entities = "entities";
    public const string ExternalEntity = "external-entity";
    public const string TooLarge = "too-large";
    public const string NoIdentity = "no-identity";
    public const string NoContent = "no-content";
    public const string UnknownFormat = "unknown-format";

    /// <summary>What the reader made of it would not be valid ninjs: a fault of Newswire, not of the source.</summary>
    public const string InvalidItem = "invalid-item";
}

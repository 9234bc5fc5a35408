namespace Newswire.Contracts;

/// <summary>What is configured about one feed (section <c>Sources:{name}</c>). Everything is optional: a feed nobody configured is read by the standards.</summary>
public sealed class SourceSettings
{
    /// <summary>The feeds of one provider form a family; only a family may correct or kill its own items. Default: the feed itself.</summary>
    public string? Family { get; set; }

    /// <summary>IANA zone of times without offset, e.g. Europe/Brussels. Default: UTC, marked as assumed.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Charset of undeclared bytes; needed for national ISO 646 sets, which look like ASCII.</summary>
    public string? Charset { get; set; }

    /// <summary>BCP 47 tags this feed writes in, as a prior for language detection. Default: none.</summary>
    public IList<string> Languages { get; set; } = [];

    /// <summary>Order of numeric dates such as 03/04/2024: dmy or mdy. Default: none, such dates are refused.</summary>
    public string? DateOrder { get; set; }

    /// <summary>Whether an empty embargo element holds the item (default: it is ignored with a warning).</summary>
    public bool EmptyEmbargoHolds { get; set; }

    /// <summary>Regular expression with groups <c>id</c> and <c>version</c> that splits provider ids which contain the version.</summary>
    public string? VersionInId { get; set; }

    /// <summary>Translation targets of this feed; absent: the enricher's.</summary>
    public IList<string>? TranslateTo { get; set; }
}

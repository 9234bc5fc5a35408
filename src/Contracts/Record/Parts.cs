namespace Newswire.Contracts;

/// <summary>Values of <see cref="NewsRecord.Signal"/>.</summary>
public static class Signals
{
    public const string None = "none";
    public const string Alert = "alert";
    public const string Urgent = "urgent";
    public const string Update = "update";
    public const string Correction = "correction";
    public const string Refile = "refile";
    public const string Repeat = "repeat";
    public const string Hold = "hold";
    public const string Kill = "kill";
    public const string Advisory = "advisory";
}

/// <summary>Values of <see cref="NewsRecord.Status"/>.</summary>
public static class Statuses
{
    public const string Usable = "usable";
    public const string Withheld = "withheld";
    public const string Canceled = "canceled";
}

public sealed record RecordVersion
{
    /// <summary>Place among the known versions of the story, from 1; set by the archive.</summary>
    public int? Ordinal { get; init; }

    /// <summary>As the provider wrote it.</summary>
    public string? Label { get; init; }

    /// <summary>Set by the archive.</summary>
    public bool? IsLatest { get; init; }
}

/// <summary>What a correction, refile or kill speaks of, as far as it says so.</summary>
public sealed record SignalTarget
{
    /// <summary>The provider's identifier, or our uri.</summary>
    public string? Uri { get; init; }

    public string? SequenceNumber { get; init; }

    public string? Slugline { get; init; }

    public string? Headline { get; init; }

    public string? Date { get; init; }
}

public sealed record RecordDates
{
    /// <summary>A date printed in the text.</summary>
    public PrintedDate? Content { get; init; }

    /// <summary>True when firstCreated or versionCreated is the time of receipt, for want of a usable date.</summary>
    public bool? FirstSeen { get; init; }
}

public sealed record PrintedDate
{
    /// <summary>As precise as printed: 2021-10, 2024-03-14, or an RFC 3339 instant.</summary>
    public required string Value { get; init; }

    /// <summary>year, month, day, minute or second.</summary>
    public required string Precision { get; init; }

    public bool AssumedZone { get; init; }
}

public sealed record Credit
{
    public required string Name { get; init; }

    /// <summary>distributor or provider.</summary>
    public required string Role { get; init; }
}

/// <summary>An agency named in the text as the origin of a part of it.</summary>
public sealed record ChainSource
{
    public required string Name { get; init; }

    public required string Role { get; init; }

    public int[]? Span { get; init; }
}

public sealed record RecordLanguage
{
    /// <summary>Detected; "und" when it cannot be told.</summary>
    public string? Tag { get; init; }

    /// <summary>0 to 1, calibrated.</summary>
    public double? Confidence { get; init; }

    /// <summary>As the document declares it.</summary>
    public string? Declared { get; init; }

    /// <summary>Detector and version.</summary>
    public string? By { get; init; }

    /// <summary>Paragraphs in another language than the record's: [start, length] and tag.</summary>
    public IReadOnlyList<ParagraphLanguage>? Paragraphs { get; init; }
}

public sealed record ParagraphLanguage
{
    public required int[] Span { get; init; }

    public required string Tag { get; init; }

    public double? Confidence { get; init; }
}

public sealed record NamedEntity
{
    public required string Text { get; init; }

    /// <summary>person, place, organization or misc.</summary>
    public required string Type { get; init; }

    /// <summary>Normalized name: the same for all its mentions and records.</summary>
    public required string Key { get; init; }

    /// <summary>[start, length] each, in the plain-text body.</summary>
    public required IReadOnlyList<int[]> Mentions { get; init; }

    /// <summary>The same in the headline.</summary>
    public IReadOnlyList<int[]>? HeadlineMentions { get; init; }

    public double? Confidence { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of a country.</summary>
    public string? Country { get; init; }

    /// <summary>Role printed beside the name, e.g. "Premier ministre".</summary>
    public string? Role { get; init; }

    /// <summary>Other forms found for it: acronym, expansion, surname.</summary>
    public IReadOnlyList<string>? AlsoKnownAs { get; init; }

    public required string By { get; init; }
}

public sealed record Provenance
{
    /// <summary>"sha256:…" of the text the models saw.</summary>
    public string? InputHash { get; init; }

    public string? LanguageModel { get; init; }

    public string? EntityModel { get; init; }

    /// <summary>Why there are no entities: no-model-for-language, …</summary>
    public string? EntitiesAbsent { get; init; }
}

public sealed record RecordWarning
{
    /// <summary>Closed vocabulary (docs/formats.md).</summary>
    public required string Code { get; init; }

    public string? Detail { get; init; }
}

public sealed record RawReference
{
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }
}

public sealed record ReaderReference
{
    /// <summary>rss20, newsml-g2, wiretext …</summary>
    public required string Format { get; init; }

    public required string Version { get; init; }

    /// <summary>How sure the detection was, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>The evidence it went by.</summary>
    public string? Why { get; init; }
}

/// <summary>A name that translation must not change.</summary>
public sealed record ProtectedName
{
    public required string Text { get; init; }

    public required string Key { get; init; }

    public required IReadOnlyList<int[]> Spans { get; init; }
}

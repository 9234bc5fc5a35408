namespace Newswire.Contracts;

/// <summary>
/// The part of ninjs 3.x that Newswire writes (IPTC ninjs 3.0/3.1; property names are the standard's). The root allows no private
/// member: what ninjs has no place for is in the envelope.
/// </summary>
public sealed record NinjsItem
{
    /// <summary>Absolute, ASCII.</summary>
    public required string Uri { get; init; }

    public string? Type { get; init; }

    public string? Version { get; init; }

    public DateTimeOffset? FirstCreated { get; init; }

    public DateTimeOffset? VersionCreated { get; init; }

    public DateTimeOffset? EmbargoedUntil { get; init; }

    public DateTimeOffset? Expires { get; init; }

    public string? PubStatus { get; init; }

    /// <summary>1 to 9.</summary>
    public int? Urgency { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<NinjsText>? Headlines { get; init; }

    public string? Slugline { get; init; }

    public string? By { get; init; }

    public string? Located { get; init; }

    public IReadOnlyList<NinjsText>? Descriptions { get; init; }

    public IReadOnlyList<NinjsBody>? Bodies { get; init; }

    public IReadOnlyList<NinjsSubject>? Subjects { get; init; }

    public IReadOnlyList<NinjsSubject>? Genres { get; init; }

    public IReadOnlyList<NinjsSubject>? People { get; init; }

    public IReadOnlyList<NinjsSubject>? Organisations { get; init; }

    public IReadOnlyList<NinjsSubject>? Places { get; init; }

    public IReadOnlyList<NinjsSubject>? Events { get; init; }

    public IReadOnlyList<NinjsSubject>? Objects { get; init; }

    public IReadOnlyList<NinjsParty>? InfoSources { get; init; }

    public IReadOnlyList<NinjsAltId>? AltIds { get; init; }

    public IReadOnlyList<NinjsRendition>? Renditions { get; init; }

    public IReadOnlyList<NinjsAssociation>? Associations { get; init; }

    public string? EdNote { get; init; }

    public string? UsageTerms { get; init; }

    public string? CopyrightHolder { get; init; }

    public string? CopyrightNotice { get; init; }

    /// <summary>ninjs 3.1 only.</summary>
    public NinjsConcept? DigitalSourceType { get; init; }
}

public sealed record NinjsText
{
    public string? Role { get; init; }

    public string? ContentType { get; init; }

    public required string Value { get; init; }
}

public sealed record NinjsBody
{
    public string? Role { get; init; }

    /// <summary>text/plain or text/html.</summary>
    public required string ContentType { get; init; }

    public int? CharCount { get; init; }

    public int? WordCount { get; init; }

    public required string Value { get; init; }
}

/// <summary>A concept the content is about: a subject, or of the same shape a person, organisation, place, event, object or (without rel) genre.</summary>
public sealed record NinjsSubject
{
    public required string Name { get; init; }

    /// <summary>keyword, about, or as the provider states it.</summary>
    public string? Rel { get; init; }

    public string? Uri { get; init; }

    public string? Literal { get; init; }
}

public sealed record NinjsParty
{
    public required string Name { get; init; }

    public string? Role { get; init; }
}

public sealed record NinjsAltId
{
    public required string Role { get; init; }

    public required string Value { get; init; }
}

public sealed record NinjsRendition
{
    public required string Name { get; init; }

    public required string Href { get; init; }

    public string? ContentType { get; init; }
}

public sealed record NinjsAssociation
{
    public string? Type { get; init; }

    public string? Rel { get; init; }

    public required string Name { get; init; }

    public required string Uri { get; init; }

    public string? Language { get; init; }

    public string? Version { get; init; }
}

public sealed record NinjsConcept
{
    public required string Name { get; init; }

    public required string Uri { get; init; }
}

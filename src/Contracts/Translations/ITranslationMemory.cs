namespace Newswire.Contracts;

/// <summary>
/// Remembers translated segments, so that a corrected dispatch costs only its changed paragraphs. Kept in the archive's database; a worker without
/// one keeps it in its own memory. Losing entries is allowed (they are translated again), a wrong entry is not: keys name engine, version,
/// route and text. Safe to call concurrently from several processes. Failures throw; the translator then goes on without memory.
/// </summary>
public interface ITranslationMemory
{
    /// <summary>The entries that exist, by key; also counts the hit and marks them as used.</summary>
    Task<IReadOnlyDictionary<string, RememberedSegment>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Adds entries; an existing key is left as it is. Above its limit (default 200,000) the store drops what was used longest ago.</summary>
    Task StoreAsync(IReadOnlyCollection<RememberedSegment> segments, CancellationToken cancellationToken);

    /// <summary>Deletes all entries made from these source segments: their text was killed.</summary>
    Task ForgetAsync(IReadOnlyCollection<string> segmentHashes, CancellationToken cancellationToken);
}

/// <summary>One segment over one leg of a route (Apertium pivots: every leg is an entry, so that fr-es and fr-en share two of three).</summary>
public sealed record RememberedSegment
{
    /// <summary>64 lower-case hex digits.</summary>
    public required string Key { get; init; }

    /// <summary>"sha256:…" of the segment of the dispatch this came from, as in <see cref="TranslationSource.SegmentHashes"/>; what a kill deletes by.</summary>
    public required string SegmentHash { get; init; }

    /// <summary>The translated segment with its placeholders (never the protected names themselves).</summary>
    public required string Text { get; init; }

    /// <summary>Words the engine did not know; for statistics.</summary>
    public int UnknownWords { get; init; }
}

namespace Newswire.Contracts;

/// <summary>
/// The normalized record, <c>newswire-record/1</c>: an envelope of ours around a ninjs 3.x document. Absent rather than null or guessed;
/// times with offset; spans are [start, length] in UTF-16 code units of the plain-text body.
/// </summary>
public sealed record NewsRecord
{
    public const string SchemaName = "newswire-record/1";

    public string Schema { get; init; } = SchemaName;

    public required Guid DispatchId { get; init; }

    /// <summary>The story across its versions, without revision.</summary>
    public required string Uri { get; init; }

    public required string Source { get; init; }

    /// <summary>Who may correct or kill this story; absent when it is the source itself.</summary>
    public string? Family { get; init; }

    public string? File { get; init; }

    /// <summary>Position in the document it came in, from 0.</summary>
    public int ItemIndex { get; init; }

    public RecordVersion Version { get; init; } = new();

    /// <summary>none, alert, urgent, update, correction, refile, repeat, hold, kill or advisory.</summary>
    public string Signal { get; init; } = Signals.None;

    public SignalTarget? SignalTarget { get; init; }

    /// <summary>usable, withheld or canceled.</summary>
    public string Status { get; init; } = Statuses.Usable;

    /// <summary>Why an editor must look before release; absent when nobody needs to.</summary>
    public string? HoldReason { get; init; }

    public required DateTimeOffset Received { get; init; }

    public RecordDates? Dates { get; init; }

    public IReadOnlyList<Credit>? Credit { get; init; }

    public IReadOnlyList<ChainSource>? SourceChain { get; init; }

    public RecordLanguage? Language { get; init; }

    public IReadOnlyList<NamedEntity>? Entities { get; init; }

    public IReadOnlyList<Translation>? Translations { get; init; }

    /// <summary>Who inferred what from which text, so that a replay with a newer model knows what to redo.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Fields an editor has set and no machine may change again, e.g. "language", "entities".</summary>
    public IReadOnlyList<string>? Locked { get; init; }

    public IReadOnlyList<RecordWarning>? Warnings { get; init; }

    public required RawReference Raw { get; init; }

    public required ReaderReference Reader { get; init; }

    public required NinjsItem Item { get; init; }
}

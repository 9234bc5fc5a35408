using Newswire.Contracts;

namespace Newswire.Archiver;

/// <summary>
/// Where dispatches end: raw bytes, records with all their versions, translations, quarantine and the books. Two implementations, one
/// contract suite (ArchiveContract). Every write is idempotent and safe to call concurrently from several processes; a failed write changes
/// nothing and throws (<see cref="ArchiveUnavailableException"/> when the database cannot be reached: worth a retry).
/// </summary>
public interface IArchive : IAsyncDisposable
{
    /// <summary>Creates or migrates the schema; concurrent starts are safe. Refuses a schema newer than this program.</summary>
    Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>Keeps raw bytes (content-addressed, compressed) and enters the deliveries in the books; one transaction. Messages with a claim check have their bytes stored already.</summary>
    Task KeepRawAsync(IReadOnlyList<DispatchReceived> deliveries, CancellationToken cancellationToken);

    /// <summary>Stores bytes that are too large for a message, before it is published. Returns their SHA-256.</summary>
    Task<string> StoreRawAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Raw bytes by SHA-256; null when unknown.</summary>
    Task<byte[]?> ReadRawAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Merges a batch of items in one transaction and says what became of each, in order. Throws when any cannot be written: the caller splits the batch.</summary>
    Task<IReadOnlyList<ArchivedItem>> WriteAsync(IReadOnlyList<DispatchEnriched> items, CancellationToken cancellationToken);

    /// <summary>An editor's decision: holds of this item other than an embargo no longer count. False when there is no such item.</summary>
    Task<bool> ReleaseAsync(Guid dispatchId, int itemIndex, string by, CancellationToken cancellationToken);

    /// <summary>Upserts by (dispatch, item, target); an answer for another source text is kept as stale. May come before the item.</summary>
    Task WriteTranslationsAsync(IReadOnlyList<DispatchTranslated> translations, CancellationToken cancellationToken);

    /// <summary>
    /// At most 200 translations that are due again (waiting ones whose time has come, and pending ones nobody spoke of for 30 minutes), each
    /// with its command. They are claimed: no other sweeper gets them for another 30 minutes, then an hour and so on; after six unanswered ones they have
    /// failed. What is due and has no command left ends here.
    /// </summary>
    Task<IReadOnlyList<DueTranslation>> ClaimDueTranslationsAsync(CancellationToken cancellationToken);

    /// <summary>Makes what waited for this engine, or was not translated for want of one, in the last 7 days due. Says how many that are.</summary>
    Task<int> OfferTranslationsAsync(TranslatorReady ready, CancellationToken cancellationToken);

    /// <summary>Enters failures in the one quarantine table and closes their items in the books.</summary>
    Task QuarantineAsync(IReadOnlyList<DispatchQuarantined> failures, CancellationToken cancellationToken);

    /// <summary>Live records by default, newest first; full text, filters and paging as in the query.</summary>
    IAsyncEnumerable<NewsRecord> FindAsync(ArchiveQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Versions of a story in order, by uri, dispatch id, provider's id or a start (4 characters or more) of them that only one story has; empty when
    /// unknown or ambiguous. A uri used by two source families is two stories: both are given, one after the other.
    /// </summary>
    Task<IReadOnlyList<NewsRecord>> VersionsAsync(string id, CancellationToken cancellationToken);

    /// <summary>What happened to a story, in time order.</summary>
    Task<IReadOnlyList<JourneyEvent>> JourneyAsync(string id, CancellationToken cancellationToken);

    /// <summary>Stored dispatches in order of arrival, for replay; starts after <paramref name="afterDispatch"/> when given.</summary>
    IAsyncEnumerable<StoredDispatch> DispatchesAsync(ArchiveQuery query, Guid? afterDispatch, CancellationToken cancellationToken);

    /// <summary>State of given dispatches in the books; unknown ones are left out.</summary>
    Task<IReadOnlyList<DispatchState>> StatesAsync(IReadOnlyCollection<Guid> dispatchIds, CancellationToken cancellationToken);

    /// <summary>The books: received against dispositions, and which dispatches are open.</summary>
    Task<Books> AuditAsync(ArchiveQuery query, CancellationToken cancellationToken);

    IAsyncEnumerable<QuarantineEntry> QuarantinedAsync(QuarantineQuery query, CancellationToken cancellationToken);

    /// <summary>Marks entries as sent again; the row stays until its dispatch is archived, and comes back when it fails again.</summary>
    Task MarkRetriedAsync(IReadOnlyCollection<Guid> quarantineIds, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Closes entries for good, with who and why; bytes stay in the raw store.</summary>
    Task DropQuarantinedAsync(IReadOnlyCollection<Guid> quarantineIds, string reason, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Enters a replay run; starting it again changes nothing.</summary>
    Task StartReplayAsync(Guid replayId, ArchiveQuery query, CancellationToken cancellationToken);

    /// <summary>Adds to the counts, moves the cursor to the last dispatch sent, and sets the state: running, done or canceled.</summary>
    /// <exception cref="ArgumentException">There is no such run.</exception>
    Task AdvanceReplayAsync(Guid replayId, Guid? cursor, long sent, long failed, string state, CancellationToken cancellationToken);

    /// <summary>A replay run; null when unknown.</summary>
    Task<ReplayRun?> GetReplayAsync(Guid replayId, CancellationToken cancellationToken);
}

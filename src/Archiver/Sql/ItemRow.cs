using Newswire.Archiver.Versions;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>A row of table item.</summary>
internal sealed class ItemRow
{
    public const string Columns = """
        i.item_id, i.dispatch_id, i.item_index, i.disposition, i.live_from, i.story_id, i.source, i.received, i.written_at, i.label, i.created, i.content_hash,
        i.status, i.signal, i.embargoed_until, i.stated_hold, i.released, i.ordinal, i.is_latest, i.reused, i.killed, i.hold_reason, i.language, i.headline,
        i.text_hash, i.current_text_hash
        """;

    public long ItemId { get; set; }

    public required string DispatchId { get; set; }

    public int ItemIndex { get; set; }

    public required string Disposition { get; set; }

    public string? LiveFrom { get; set; }

    /// <summary>Null while it is only quarantined.</summary>
    public string? StoryId { get; set; }

    public string? Source { get; set; }

    public required string Received { get; set; }

    public required string WrittenAt { get; set; }

    public string? Label { get; set; }

    public string? Created { get; set; }

    public string? ContentHash { get; set; }

    public string? Status { get; set; }

    public string? Signal { get; set; }

    public string? EmbargoedUntil { get; set; }

    public string? StatedHold { get; set; }

    public int Released { get; set; }

    public int? Ordinal { get; set; }

    public int IsLatest { get; set; }

    public int Reused { get; set; }

    public int Killed { get; set; }

    public string? HoldReason { get; set; }

    public string? Language { get; set; }

    public string? Headline { get; set; }

    /// <summary>Hash of the text that is translated.</summary>
    public string? TextHash { get; set; }

    /// <summary>The same of the story's newest version: translations of another text are outdated.</summary>
    public string? CurrentTextHash { get; set; }

    public (string, int) Key => (DispatchId, ItemIndex);

    public VersionFacts Facts() => new()
    {
        DispatchId = Guid.Parse(DispatchId),
        ItemIndex = ItemIndex,
        Label = Label,
        Created = Instant.ParseOptional(Created),
        Received = Instant.Parse(Received),
        ContentHash = ContentHash!,
        Status = Standing!,
        EmbargoedUntil = Instant.ParseOptional(EmbargoedUntil),
        StatedHold = StatedHold,
        Released = Released != 0,
        Before = Disposition.Length == 0 ? null : Place(),
    };

    /// <summary>The status as it stands: what a reader withheld until an editor looks is usable once one has.</summary>
    public string? Standing => Released != 0 && StatedHold is not null && Status == Statuses.Withheld ? Statuses.Usable : Status;

    /// <summary>Takes its place; false when it had that place already.</summary>
    public bool Take(VersionPlace place, string? currentTextHash)
    {
        if (Disposition.Length > 0 && Place() == place && CurrentTextHash == currentTextHash)
            return false;
        Disposition = Dispositions.Text(place.Disposition);
        Ordinal = place.Ordinal;
        IsLatest = place.IsLatest ? 1 : 0;
        Reused = place.Reused ? 1 : 0;
        Killed = place.Killed ? 1 : 0;
        HoldReason = place.HoldReason;
        LiveFrom = Instant.Text(place.LiveFrom);
        CurrentTextHash = currentTextHash;
        return true;
    }

    private VersionPlace Place() => new()
    {
        Disposition = Dispositions.Parse(Disposition),
        Ordinal = Ordinal,
        IsLatest = IsLatest != 0,
        Reused = Reused != 0,
        Killed = Killed != 0,
        HoldReason = HoldReason,
        LiveFrom = Instant.ParseOptional(LiveFrom),
    };
}

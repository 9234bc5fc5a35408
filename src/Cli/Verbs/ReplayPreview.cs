using Newswire.Archiver;
using Newswire.Archiver.Replay;
using Newswire.Cli.Hosting;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Formats;
using Newswire.ServiceDefaults;

namespace Newswire.Cli.Verbs;

/// <summary>What a replay would change: reads and enriches the archived bytes again and compares with what is stored. Writes nothing.</summary>
internal sealed class ReplayPreview(PipelineSession session)
{
    private readonly FormatReader _reader = session.Services.GetRequiredService<FormatReader>();
    private readonly Enrichment _enrichment = session.Services.GetRequiredService<Enrichment>();
    private readonly SourceCatalog _sources = session.Services.GetRequiredService<SourceCatalog>();

    public async Task<PreviewCounts> RunAsync(ArchiveQuery query, long total, Action<long, long> progress, Action<PreviewedChange> report, CancellationToken cancellationToken)
    {
        var counts = PreviewCounts.None;
        long done = 0;
        await foreach (var stored in session.Archive.DispatchesAsync(query, null, cancellationToken))
        {
            counts += await CompareAsync(stored, report, cancellationToken);
            progress(++done, total);
        }

        return counts;
    }

    private async Task<PreviewCounts> CompareAsync(StoredDispatch stored, Action<PreviewedChange> report, CancellationToken cancellationToken)
    {
        if (await session.Archive.ReadRawAsync(stored.Sha256, cancellationToken) is not { } content)
            return PreviewCounts.None with { Items = 1, Unreadable = 1 };

        var before = await session.Archive.FindAsync(new ArchiveQuery { DispatchId = stored.DispatchId, AllVersions = true }, cancellationToken).ToDictionaryAsync(r => r.ItemIndex, cancellationToken: cancellationToken);
        IReadOnlyList<ReadRecord> after;
        try
        {
            var message = ReplayMessage.Of(stored, content, Guid.Empty, Guid.Empty, int.MaxValue);
            after = _reader.Read(RawDispatch.From(message, content, _sources.For(stored.Source)), cancellationToken).Items;
        }
        catch (UnreadableDispatchException e)
        {
            after = [new ReadRecord(0, null, e.Refusal)];
        }

        var counts = PreviewCounts.None;
        foreach (var item in after)
            counts += Compare(stored, before.GetValueOrDefault(item.Index), item, report);
        return counts;
    }

    private PreviewCounts Compare(StoredDispatch stored, NewsRecord? before, ReadRecord item, Action<PreviewedChange> report)
    {
        if (item.Record is not { } read)
        {
            // Refused before and refused now is no change; a record that would be lost is.
            if (before is null)
                return PreviewCounts.None with { Items = 1, Unchanged = 1 };
            report(new PreviewedChange(stored.DispatchId, item.Index, stored.File, [new FieldDifference("(record)", "archived", $"{item.Refusal!.Code}: {item.Refusal.Reason}")]));
            return PreviewCounts.None with { Items = 1, Refused = 1 };
        }

        if (before is null)
        {
            report(new PreviewedChange(stored.DispatchId, item.Index, stored.File, [new FieldDifference("(record)", null, read.Uri)]));
            return PreviewCounts.None with { Items = 1, Changed = 1 };
        }

        var now = _enrichment.Enrich(read, _sources.For(stored.Source)).Record;
        var leaveOut = before.Locked is null ? RecordDiff.ByNature : RecordDiff.ByNature.Concat(before.Locked).ToHashSet(StringComparer.Ordinal);
        var fields = RecordDiff.Compare(before, now, leaveOut);
        if (fields.Count == 0)
            return PreviewCounts.None with { Items = 1, Unchanged = 1 };
        report(new PreviewedChange(stored.DispatchId, item.Index, stored.File, fields));
        return PreviewCounts.None with { Items = 1, Changed = 1 };
    }
}

internal sealed record PreviewedChange(Guid DispatchId, int ItemIndex, string? File, IReadOnlyList<FieldDifference> Fields);

internal sealed record PreviewCounts(long Items, long Unchanged, long Changed, long Refused, long Unreadable)
{
    public static PreviewCounts None { get; } = new(0, 0, 0, 0, 0);

    public static PreviewCounts operator +(PreviewCounts a, PreviewCounts b)
        => new(a.Items + b.Items, a.Unchanged + b.Unchanged, a.Changed + b.Changed, a.Refused + b.Refused, a.Unreadable + b.Unreadable);
}

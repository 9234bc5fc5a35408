using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.Cli.Verbs;

/// <summary>Sends quarantined dispatches again: from their raw bytes, or as exactly the message that failed.</summary>
internal sealed class QuarantineRetry(PipelineSession session, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<RetryOutcome> RunAsync(IReadOnlyList<QuarantineEntry> entries, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var sent = new List<QuarantineEntry>();
        var impossible = 0;
        foreach (var entry in entries)
        {
            if (await SendAsync(entry, started, cancellationToken))
                sent.Add(entry);
            else
                impossible++;
            progress(sent.Count + impossible, entries.Count);
        }

        if (!session.InMemory)
            return new RetryOutcome(sent.Count, impossible, Waited: false, 0, 0);

        var failing = await WaitAsync(sent, started, cancellationToken);
        return new RetryOutcome(sent.Count, impossible, Waited: true, sent.Count - failing, failing);
    }

    private async Task<bool> SendAsync(QuarantineEntry entry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var failure = entry.Failure;
        if (failure.Queue is { } queue && await QuarantinedBytes.MessageAsync(session.Archive, failure, cancellationToken) is { } body)
        {
            await session.Archive.MarkRetriedAsync([failure.QuarantineId], at, cancellationToken);
            try
            {
                await session.Services.GetRequiredService<MessageReturn>().ReturnAsync(queue, body, failure.MessageContentType);
                return true;
            }
            catch (UncurableException e)
            {
                await Console.Error.WriteLineAsync($"{failure.QuarantineId}: {e.Message}");
                await session.Archive.QuarantineAsync([failure with { At = time.GetUtcNow() }], cancellationToken);
                return false;
            }
        }

        if (entry.Sha256 is null || await session.Archive.ReadRawAsync(entry.Sha256, cancellationToken) is not { } content || failure.DispatchId is not { } dispatchId)
        {
            await Console.Error.WriteLineAsync($"{failure.QuarantineId}: no bytes were kept ({failure.Code}); take it in again from its source: {failure.File}");
            return false;
        }

        await session.Archive.MarkRetriedAsync([failure.QuarantineId], at, cancellationToken);
        var stored = await StoredAsync(dispatchId, cancellationToken);
        var message = ReplayMessage.Of(stored, content, failure.DeliveryId ?? Guid.CreateVersion7(at), Guid.CreateVersion7(at), session.ClaimCheckBytes);
        await session.Services.GetRequiredService<DispatchPublisher>().PublishAsync(message, cancellationToken);
        return true;
    }

    private async Task<StoredDispatch> StoredAsync(Guid dispatchId, CancellationToken cancellationToken)
        => await session.Archive.DispatchesAsync(new ArchiveQuery { DispatchId = dispatchId }, null, cancellationToken).FirstOrDefaultAsync(cancellationToken)
            ?? throw new CommandFailedException(ExitCodes.SomeFailed, $"dispatch {dispatchId} is not in the books");

    /// <summary>An entry is decided when it is resolved, or has failed again since.</summary>
    private async Task<int> WaitAsync(List<QuarantineEntry> sent, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var ids = sent.Select(e => e.Failure.QuarantineId).ToHashSet();
        var deadline = time.GetTimestamp();
        while (true)
        {
            var now = await session.Archive.QuarantinedAsync(new QuarantineQuery { Ids = ids, IncludeClosed = true }, cancellationToken).ToListAsync(cancellationToken);
            var open = now.Count(e => e.State is "open" or "retried" && e.LastAt < since);
            if (open == 0 || time.GetElapsedTime(deadline) > Patience)
                return now.Count(e => e.State is "open" or "retried");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}

internal sealed record RetryOutcome(int Sent, int Impossible, bool Waited, int Resolved, int StillFailing);

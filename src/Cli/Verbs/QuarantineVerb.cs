using System.CommandLine;
using System.Globalization;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Spectre.Console;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire quarantine list|show|retry|drop</c>: what could not be processed.</summary>
internal static class QuarantineVerb
{
    public static Command Create() => new("quarantine", "What could not be processed: list, show, retry, drop.") { List(), Show(), Retry(), Drop() };

    private static Command List()
    {
        var filters = new QuarantineFilters(withIds: false);
        var closed = new Option<bool>("--all") { Description = "Also entries that were resolved or dropped." };
        var command = new Command("list", "Entries grouped by cause, newest first.") { closed };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var entries = session.Archive.QuarantinedAsync(filters.Read(parsed) with { IncludeClosed = parsed.GetValue(closed) }, cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
            {
                await foreach (var entry in entries)
                    Console.Out.WriteLine(Line(entry));
                return ExitCodes.Done;
            }

            Print(await entries.ToListAsync(cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("ID") { Description = "A quarantine or dispatch id, or the beginning of one." };
        var raw = new Option<bool>("--raw") { Description = "The bytes as they came, to standard output." };
        var command = new Command("show", "One entry whole; --raw gives its bytes.") { id, raw };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var entry = (await QuarantineFilters.MatchAsync(session.Archive, [parsed.GetValue(id)!], cancellationToken))[0];
            if (parsed.GetValue(raw))
            {
                var bytes = await QuarantinedBytes.AnyAsync(session.Archive, entry, cancellationToken)
                    ?? throw new CommandFailedException(ExitCodes.SomeFailed, "no bytes were kept: the dispatch was refused before it was read, and is still at its source");
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(bytes, cancellationToken);
                return ExitCodes.Done;
            }

            Console.Out.WriteLine(Line(entry));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Retry()
    {
        var filters = new QuarantineFilters(withIds: true);
        var command = new Command("retry", "Send entries through the pipeline again: all that match, or the ids named.");
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await PipelineSession.StartAsync(parsed, publishOnly: !PipelineSession.IsInMemory(parsed), cancellationToken);
            var entries = await filters.SelectAsync(session.Archive, parsed, cancellationToken);
            var outcome = await Screen.WithProgressAsync("Retrying", progress => new QuarantineRetry(session, TimeProvider.System).RunAsync(entries, progress, cancellationToken));
            if (parsed.GetValue(CommonOptions.Json))
                Console.Out.WriteLine(CliJson.Line(outcome));
            else
                Console.Out.WriteLine($"{outcome.Sent} sent again{(outcome.Waited ? $": {outcome.Resolved} resolved, {outcome.StillFailing} still failing" : "; 'newswire quarantine list' shows what comes back")}{(outcome.Impossible > 0 ? $", {outcome.Impossible} cannot be sent again" : "")}");
            return outcome.StillFailing + outcome.Impossible > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
        });
        return command;
    }

    private static Command Drop()
    {
        var filters = new QuarantineFilters(withIds: true);
        var reason = new Option<string>("--reason") { Description = "Why; kept with the entry.", Required = true, HelpName = "TEXT" };
        var command = new Command("drop", "Close entries for good. Their bytes stay in the raw store.") { reason };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var entries = await filters.SelectAsync(session.Archive, parsed, cancellationToken);
            await session.Archive.DropQuarantinedAsync([.. entries.Select(e => e.Failure.QuarantineId)], parsed.GetValue(reason)!, TimeProvider.System.GetUtcNow(), cancellationToken);
            Console.Out.WriteLine($"{entries.Count} dropped");
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Print(List<QuarantineEntry> entries)
    {
        foreach (var group in entries.GroupBy(e => (e.Failure.Stage, e.Failure.Code)).OrderByDescending(g => g.Count()))
        {
            Screen.Out.MarkupLine($"[bold]{Screen.Cell(group.Key.Stage)} / {Screen.Cell(group.Key.Code)}[/]  {group.Count()}");
            var table = new Table().Border(TableBorder.Simple).AddColumns("id", "state", "last", "source", "file", "reason");
            foreach (var entry in group.Take(50))
            {
                table.AddRow(
                    entry.Failure.QuarantineId.ToString()[..13], entry.Attempts > 1 ? $"{entry.State} ×{entry.Attempts}" : entry.State,
                    entry.LastAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Screen.Cell(entry.Failure.Source, 20), Screen.Cell(entry.Failure.File, 40), Screen.Cell(entry.Failure.Reason, 90));
            }

            Screen.Out.Write(table);
            if (group.Count() > 50)
                Console.Error.WriteLine($"{group.Count() - 50} more with this cause; --json lists all");
        }

        Console.Error.WriteLine(entries.Count == 0 ? "the quarantine is empty" : $"{entries.Count} entries");
    }

    private static string Line(QuarantineEntry entry) => CliJson.Line(new
    {
        entry.Failure.QuarantineId,
        entry.Failure.DispatchId,
        entry.Failure.ItemIndex,
        entry.Failure.Source,
        entry.Failure.File,
        entry.Failure.Stage,
        entry.Failure.Code,
        entry.Failure.Reason,
        entry.State,
        entry.Attempts,
        entry.FirstAt,
        entry.LastAt,
        entry.Sha256,
        entry.Bytes,
        entry.DropReason,
    });
}

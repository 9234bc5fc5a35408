using System.CommandLine;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Contracts;
using Spectre.Console;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire ingest PATH…</c>: collect, enrich, archive, wait until the books balance, print what became of it.</summary>
internal static class IngestVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string>("--source") { Description = "The feed they belong to; its settings apply.", DefaultValueFactory = _ => "local", HelpName = "NAME" };
        var publishOnly = new Option<bool>("--publish-only") { Description = "Leave the work to workers on the same broker; still waits for the archive." };
        var command = new Command("ingest", "Collect files or folders, enrich, archive, wait until the books balance, print a summary.") { paths, source, publishOnly };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(paths)!, parsed.GetValue(source)!, parsed.GetValue(publishOnly), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] paths, string source, bool publishOnly, CancellationToken cancellationToken)
    {
        await using var session = await PipelineSession.StartAsync(parsed, publishOnly, cancellationToken);
        var summary = await Screen.WithProgressAsync("Ingesting", progress => new IngestRun(session, source, TimeProvider.System).RunAsync(paths, progress, cancellationToken));
        if (session.InMemory)
        {
            await TranslationWait.RunAsync(session, TimeProvider.System, cancellationToken);
            await TranslationWait.AdviseAsync(session, cancellationToken);
        }

        var reasons = await ReasonsAsync(session.Archive, summary, cancellationToken);

        if (parsed.GetValue(CommonOptions.Json))
            PrintJson(summary, reasons);
        else
            Print(summary, reasons);
        return summary.Failed.Count + summary.Count(Disposition.Quarantined) > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private static async Task<Dictionary<Guid, DispatchQuarantined>> ReasonsAsync(IArchive archive, IngestSummary summary, CancellationToken cancellationToken)
    {
        var reasons = new Dictionary<Guid, DispatchQuarantined>();
        var quarantined = summary.Files.Where(f => f.Disposition == Disposition.Quarantined).Select(f => f.DispatchId).ToHashSet();
        if (quarantined.Count == 0)
            return reasons;
        await foreach (var entry in archive.QuarantinedAsync(new QuarantineQuery(), cancellationToken))
        {
            if (entry.Failure.DispatchId is { } id && quarantined.Contains(id))
                reasons.TryAdd(id, entry.Failure);
        }

        return reasons;
    }

    private static void PrintJson(IngestSummary summary, Dictionary<Guid, DispatchQuarantined> reasons)
    {
        foreach (var file in summary.Files)
            Console.Out.WriteLine(CliJson.Line(new { file.File, file.DispatchId, file.Disposition, code = reasons.GetValueOrDefault(file.DispatchId)?.Code, reason = reasons.GetValueOrDefault(file.DispatchId)?.Reason }));
        foreach (var file in summary.Failed)
            Console.Out.WriteLine(CliJson.Line(new { file.File, disposition = "failed", file.Code, file.Reason }));
    }

    private static void Print(IngestSummary summary, Dictionary<Guid, DispatchQuarantined> reasons)
    {
        foreach (var file in summary.Failed)
            Console.Error.WriteLine($"not taken ({file.Code}): {file.Reason}");
        foreach (var file in summary.Files.Where(f => f.Disposition == Disposition.Quarantined))
            Console.Error.WriteLine($"quarantined: {file.File}: {(reasons.TryGetValue(file.DispatchId, out var why) ? $"{why.Code}: {why.Reason}" : "see 'newswire quarantine list'")}");

        var table = new Table().Border(TableBorder.Simple).AddColumn("dispatches").AddColumn(new TableColumn("").RightAligned());
        table.AddRow("received", (summary.Files.Count + summary.Repeated).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var disposition in Enum.GetValues<Disposition>())
        {
            var count = summary.Count(disposition) + (disposition == Disposition.Duplicate ? summary.Repeated : 0);
            if (count > 0 || disposition == Disposition.Archived)
                table.AddRow(disposition.ToString().ToLowerInvariant(), count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (summary.Failed.Count > 0)
            table.AddRow("not taken", summary.Failed.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Screen.Out.Write(table);
    }
}

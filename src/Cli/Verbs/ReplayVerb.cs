using System.CommandLine;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire replay</c>: archived raw bytes go through the pipeline again, so that a better reader or model repairs history.</summary>
internal static class ReplayVerb
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what would change, field by field, and write nothing." };
        var rate = new Option<int?>("--rate") { Description = "At most so many dispatches a second, so that live ones keep their place.", HelpName = "N" };
        var resume = new Option<Guid?>("--resume") { Description = "Go on with a replay that was stopped, with its own filters.", HelpName = "ID" };
        var filters = new FilterOptions();
        var command = new Command("replay", "Send archived raw bytes through the pipeline again, with their original time of arrival. An unchanged reader and model change nothing.") { dryRun, rate, resume };
        filters.AddTo(command);
        command.Validators.Add(r =>
        {
            if (r.GetValue(rate) is <= 0)
                r.AddError("--rate must be 1 or more");
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(dryRun)
            ? DryRunAsync(parsed, filters.Read(parsed), cancellationToken)
            : RunAsync(parsed, filters.Read(parsed), parsed.GetValue(rate), parsed.GetValue(resume), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, ArchiveQuery query, int? rate, Guid? resume, CancellationToken cancellationToken)
    {
        await using var session = await PipelineSession.StartAsync(parsed, publishOnly: !PipelineSession.IsInMemory(parsed), cancellationToken);
        var id = resume ?? Guid.CreateVersion7();
        if (resume is null)
            await session.Archive.StartReplayAsync(id, query, cancellationToken);
        var run = await session.Archive.GetReplayAsync(id, cancellationToken)
            ?? throw new CommandFailedException(ExitCodes.Usage, $"there is no replay {id}");

        var total = await session.Archive.DispatchesAsync(run.Query, null, cancellationToken).LongCountAsync(cancellationToken);
        await Console.Error.WriteLineAsync($"replay {id}: {total - run.Sent} dispatches; if it is stopped, go on with --resume {id}");
        run = await Screen.WithProgressAsync("Replaying", progress => new ReplayRunner(session, TimeProvider.System).RunAsync(run, total, rate, progress, cancellationToken));
        if (parsed.GetValue(CommonOptions.Json))
            Console.Out.WriteLine(CliJson.Line(run));
        else
            Console.Out.WriteLine($"{run.Sent} dispatches sent again{(run.Failed > 0 ? $", {run.Failed} without raw bytes" : "")}");
        return run.Failed > 0 ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private static async Task<int> DryRunAsync(ParseResult parsed, ArchiveQuery query, CancellationToken cancellationToken)
    {
        await using var session = await PipelineSession.ConnectAsync(parsed, cancellationToken, models: true);
        var total = await session.Archive.DispatchesAsync(query, null, cancellationToken).LongCountAsync(cancellationToken);
        var json = parsed.GetValue(CommonOptions.Json);
        var counts = await Screen.WithProgressAsync("Comparing", progress => new ReplayPreview(session).RunAsync(
            query, total, progress, change => Console.Out.WriteLine(json ? CliJson.Line(change) : Text(change)), cancellationToken));
        await Console.Error.WriteLineAsync($"{counts.Items} items: {counts.Unchanged} unchanged, {counts.Changed} would change, {counts.Refused} would be refused, {counts.Unreadable} cannot be compared. Nothing was written.");
        return ExitCodes.Done;
    }

    private static string Text(PreviewedChange change)
        => $"{change.DispatchId}#{change.ItemIndex}  {change.File}\n" + string.Join('\n', change.Fields.Select(f => $"    {f.Path}: {ShowVerb.Short(f.Before)} → {ShowVerb.Short(f.After)}"));
}

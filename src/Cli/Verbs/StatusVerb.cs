using System.CommandLine;
using System.Globalization;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Enricher.Translations;
using Newswire.ServiceDefaults.Bus;
using Spectre.Console;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire status</c>: queues, workers, lag.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        var command = new Command("status", "Queues, workers and lag: what waits where, since when.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await PipelineSession.ConnectAsync(parsed, cancellationToken, models: true);
            var depths = await session.Services.GetRequiredService<QueueDepths>().ReadAsync(cancellationToken);
            var books = await session.Archive.AuditAsync(new ArchiveQuery(), cancellationToken);
            var translation = await session.Services.GetRequiredService<TranslationMonitor>().ReadAsync(cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                Console.Out.WriteLine(CliJson.Line(new { queues = depths, received = books.Received, inFlight = books.InFlight, quarantined = books.Quarantined, translation, oldestOpen = books.Open is [var o, ..] ? o.Received : (DateTimeOffset?)null }));
            else
            {
                Print(depths, books);
                Print(translation);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    // Breakers and hit rates live in the workers: here they are those of this process, which has asked each engine just now.
    private static void Print(TranslationStatus translation)
    {
        Console.Out.WriteLine($"translation: {translation.Describe()}");
        foreach (var engine in translation.Engines)
        {
            var pairs = engine.Pairs < 0 ? "any pair" : $"{engine.Pairs} pairs";
            var problem = engine.Problem is null ? "" : $", {Screen.Cell(engine.Problem, 200)}";
            Screen.Out.MarkupLine($"    {Screen.Cell($"{engine.Name} {engine.Version}".TrimEnd())} ({engine.Tier}): {(engine.IsReady ? "ready" : "not ready")}, {pairs}, breaker {engine.Breaker}{problem}");
        }

        foreach (var budget in translation.Budgets)
            Console.Out.WriteLine($"    budget {budget.Account}: {budget.Spent:N0} of {budget.Limit:N0} characters this month");
    }

    private static void Print(IReadOnlyList<QueueDepth> depths, Books books)
    {
        if (depths.Count == 0)
        {
            Console.Out.WriteLine("bus: memory: (it lives and ends with each command; --bus names a broker)");
        }
        else
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("queue", "ready", "workers");
            foreach (var depth in depths.Where(d => d.Consumers > 0 || d.Ready > 0 || !d.Queue.Contains(".redelivery.", StringComparison.Ordinal)))
                table.AddRow(depth.Queue, depth.Ready?.ToString("N0", CultureInfo.InvariantCulture) ?? "not declared", depth.Consumers.ToString(CultureInfo.InvariantCulture));
            Screen.Out.Write(table);
        }

        Console.Out.WriteLine($"archive: {books.Received:N0} received, {books.InFlight:N0} in flight, {books.Quarantined:N0} quarantined");
        if (books.Open is [var oldest, ..])
            Console.Out.WriteLine($"oldest open dispatch: {oldest.DispatchId}, received {oldest.Received:u}");
    }
}

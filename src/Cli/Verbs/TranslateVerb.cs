using System.CommandLine;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Enricher.Translations;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire translate</c>: translates what the archive already holds.</summary>
internal static class TranslateVerb
{
    public static Command Create()
    {
        var targets = new Option<string[]>("--target") { Description = "Languages to translate to; default the configured ones.", HelpName = "TAG", AllowMultipleArgumentsPerToken = true };
        var again = new Option<bool>("--again") { Description = "Also what was refused, failed or had no engine before." };
        var filters = new FilterOptions();
        var command = new Command("translate", "Translate what the archive already holds; what is translated and current is left alone.") { targets, again };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = PipelineSession.IsInMemory(parsed)
                ? await PipelineSession.ConnectAsync(parsed, cancellationToken, models: true)
                : await PipelineSession.StartAsync(parsed, publishOnly: true, cancellationToken, models: true);
            var work = new Backfill(session, parsed.GetValue(targets) ?? [], parsed.GetValue(again));
            var counts = await Screen.WithProgressAsync("Translating", progress => work.RunAsync(filters.Read(parsed), progress, cancellationToken));
            await TranslationWait.AdviseAsync(session, cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                Console.Out.WriteLine(CliJson.Line(counts));
            else
                Console.Out.WriteLine(counts.Count == 0 ? "nothing to translate" : string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}")));
            return counts.ContainsKey(TranslationStates.Failed) || counts.ContainsKey(TranslationStates.Rejected) ? ExitCodes.SomeFailed : ExitCodes.Done;
        });
        return command;
    }

    private sealed class Backfill(PipelineSession session, string[] targets, bool again)
    {
        private readonly TranslationPlanner _planner = session.Services.GetRequiredService<TranslationPlanner>();
        private readonly TranslationHandler _handler = session.Services.GetRequiredService<TranslationHandler>();
        private readonly SourceCatalog _sources = session.Services.GetRequiredService<SourceCatalog>();
        private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

        public async Task<IReadOnlyDictionary<string, int>> RunAsync(ArchiveQuery query, Action<long, long> progress, CancellationToken cancellationToken)
        {
            var records = await session.Archive.FindAsync(query, cancellationToken).ToListAsync(cancellationToken);
            long done = 0;
            foreach (var record in records)
            {
                await TranslateAsync(record, cancellationToken);
                progress(++done, records.Count);
            }

            return _counts;
        }

        private async Task TranslateAsync(NewsRecord record, CancellationToken cancellationToken)
        {
            var settings = targets.Length == 0 ? _sources.For(record.Source) : new SourceSettings { TranslateTo = [.. targets] };
            var plan = _planner.Plan(record with { Translations = null }, settings);
            foreach (var planned in plan.Translations.Where(p => !IsCurrent(record, p)))
            {
                // The plan first: whatever becomes of the command, the record says what is being done.
                await StoreAsync(record, planned, cancellationToken);
                var command = plan.Commands.FirstOrDefault(c => c.Target == planned.Target);
                if (command is null)
                    Count(planned.State);
                else
                    await SendAsync(record, command with { Attempt = Attempts(record, planned) + 1 }, cancellationToken);
            }
        }

        private async Task SendAsync(NewsRecord record, TranslateDispatch command, CancellationToken cancellationToken)
        {
            if (!session.InMemory)
            {
                await session.Services.GetRequiredService<DispatchPublisher>().PublishAsync(command, cancellationToken);
                Count("queued");
                return;
            }

            var translation = await _handler.HandleAsync(command, cancellationToken);
            await StoreAsync(record, translation, cancellationToken);
            Count(translation.State);
        }

        private Task StoreAsync(NewsRecord record, Translation translation, CancellationToken cancellationToken)
            => session.Archive.WriteTranslationsAsync([new DispatchTranslated { DispatchId = record.DispatchId, ItemIndex = record.ItemIndex, Translation = translation }], cancellationToken);

        private static Translation? Stored(NewsRecord record, Translation planned)
            => record.Translations?.FirstOrDefault(t => t.Target == planned.Target && t.SourceRef.ContentHash == planned.SourceRef.ContentHash);

        /// <summary>An outcome must count as later than what is stored.</summary>
        private static int Attempts(NewsRecord record, Translation planned) => Stored(record, planned)?.Provenance?.Attempts ?? 0;

        private bool IsCurrent(NewsRecord record, Translation planned)
        {
            var stored = Stored(record, planned);
            return stored?.State switch
            {
                null => false,
                TranslationStates.Translated or TranslationStates.Partial => true,
                TranslationStates.Pending => false,
                _ => !again && stored.State == planned.State,
            };
        }

        private void Count(string state) => _counts[state] = _counts.GetValueOrDefault(state) + 1;
    }
}

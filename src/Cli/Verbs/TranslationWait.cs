using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Enricher.Translations;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Verbs;

/// <summary>
/// Lets translations that this process has started come to an end before it does. Dispatches are archived already: a dead engine only
/// costs the wait, and what is left stays pending.
/// </summary>
internal static class TranslationWait
{
    /// <summary>Longer than one chain of engines takes for one text; what still stands after that stands still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>One line that says what to install when nothing can translate.</summary>
    public static async Task AdviseAsync(PipelineSession session, CancellationToken cancellationToken)
    {
        if ((await session.Services.GetRequiredService<TranslationMonitor>().ReadAsync(cancellationToken)).Advice is { } advice)
            await Console.Error.WriteLineAsync("newswire: " + advice);
    }

    public static async Task RunAsync(PipelineSession session, TimeProvider time, CancellationToken cancellationToken)
    {
        var backlog = session.Services.GetRequiredService<TranslationBacklog>();
        long total = backlog.Open;
        if (total == 0)
            return;

        var left = await Screen.WithProgressAsync("Translating", async progress =>
        {
            var moved = time.GetTimestamp();
            var before = backlog.Open;
            while (backlog.Open is var open and > 0 && time.GetElapsedTime(moved) < Patience)
            {
                if (open != before)
                    (before, moved) = (open, time.GetTimestamp());
                progress(total - open, total);
                await Task.Delay(Pause, time, cancellationToken);
            }

            return backlog.Open;
        });
        if (left > 0)
            await Console.Error.WriteLineAsync($"{left} translations are still pending; 'newswire translate' goes on with them");
    }
}

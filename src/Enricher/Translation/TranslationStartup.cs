using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Newswire.Enricher.Translations;

/// <summary>Asks the engines what they can do, at start and every ten minutes; says so once when there is none. Never delays or stops the start.</summary>
internal sealed class TranslationStartup(EngineSet engines, TimeProvider clock, ILogger<TranslationStartup> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var announced = false;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            await engines.DiscoverAsync(stoppingToken);
            if (engines.IsEmpty && !announced)
                TranslationLog.NoEngine(logger);
            announced = engines.IsEmpty;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

using Microsoft.Extensions.Hosting;
using Newswire.Enricher.Translations;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Enricher;

/// <summary>Tells the archive which engines are new or back, so that it asks for what it could not get before. Only in workers: a command that ends soon could not do that work.</summary>
internal sealed class TranslatorAnnouncer(TranslatorNews news, DispatchPublisher publisher) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var ready in news.Reader.ReadAllAsync(stoppingToken))
            await publisher.PublishAsync(ready, stoppingToken);
    }
}

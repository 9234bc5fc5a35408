using MassTransit;
using Newswire.Contracts;
using Newswire.Enricher.Translations;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Enricher;

/// <summary>Translates one item to one language, on a queue of its own: a slow or dead engine never delays a dispatch.</summary>
public sealed class TranslateConsumer(TranslationHandler handler, PublishWatchdog watchdog) : IConsumer<TranslateDispatch>
{
    public async Task Consume(ConsumeContext<TranslateDispatch> context)
    {
        using var activity = PipelineMetrics.Activities.StartActivity("translate");
        activity?.SetTag("newswire.dispatch_id", context.Message.DispatchId);

        var translation = await handler.HandleAsync(context.Message, context.CancellationToken);
        PipelineMetrics.Disposed("translate", translation.State);
        await watchdog.ConfirmedAsync(context.Publish(new DispatchTranslated
        {
            DispatchId = context.Message.DispatchId,
            ItemIndex = context.Message.ItemIndex,
            Translation = translation,
        }));
    }
}

using MassTransit;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Archiver.Consumers;

/// <summary>Stores a translation beside its record, whichever came first.</summary>
public sealed class ArchiveTranslationConsumer(IArchive archive, TranslationBacklog backlog) : IConsumer<DispatchTranslated>
{
    public async Task Consume(ConsumeContext<DispatchTranslated> context)
    {
        await archive.WriteTranslationsAsync([context.Message], CancellationToken.None);
        backlog.Stored();
        PipelineMetrics.Disposed("archive-translation", context.Message.Translation.State);
    }
}

using MassTransit;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.Archiver.Consumers;

/// <summary>Stores a translation beside its record, whichever came first.</summary>
public sealed class ArchiveTranslationConsumer(IArchive archive) : IConsumer<DispatchTranslated>
{
    public async Task Consume(ConsumeContext<DispatchTranslated> context)
    {
        await archive.WriteTranslationsAsync([context.Message], CancellationToken.None);
        PipelineMetrics.Disposed("archive-translation", context.Message.Translation.State);
    }
}

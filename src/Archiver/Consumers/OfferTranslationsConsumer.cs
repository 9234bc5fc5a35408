using MassTransit;
using Newswire.Contracts;

namespace Newswire.Archiver.Consumers;

/// <summary>An engine is new or back: what could not be translated without it is due. Sending it is the sweeper's work.</summary>
public sealed class OfferTranslationsConsumer(IArchive archive, ILogger<OfferTranslationsConsumer> log) : IConsumer<TranslatorReady>
{
    public async Task Consume(ConsumeContext<TranslatorReady> context)
    {
        var offered = await archive.OfferTranslationsAsync(context.Message, CancellationToken.None);
        if (offered > 0)
            Log.TranslationsOffered(log, offered, context.Message.Engine);
    }
}

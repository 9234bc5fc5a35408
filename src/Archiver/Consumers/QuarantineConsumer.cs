using MassTransit;
using Newswire.Contracts;

namespace Newswire.Archiver.Consumers;

/// <summary>Keeps what could not be processed where operators find it.</summary>
public sealed class QuarantineConsumer(IArchive archive, SettledItems settled) : IConsumer<DispatchQuarantined>
{
    public async Task Consume(ConsumeContext<DispatchQuarantined> context)
    {
        await archive.QuarantineAsync([context.Message], CancellationToken.None);
        settled.Settled(context.Message);
    }
}

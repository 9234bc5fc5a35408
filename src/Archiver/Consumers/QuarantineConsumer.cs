using MassTransit;
using Newswire.Contracts;

namespace Newswire.Archiver.Consumers;

/// <summary>Keeps what could not be processed where operators find it.</summary>
public sealed class QuarantineConsumer(IArchive archive) : IConsumer<DispatchQuarantined>
{
    public Task Consume(ConsumeContext<DispatchQuarantined> context) => archive.QuarantineAsync([context.Message], CancellationToken.None);
}

using MassTransit;
using Microsoft.Extensions.Options;
using Newswire.Archiver.Consumers;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.PipelineBench.Product;

/// <summary>Gathers batches as the archiver does and writes them nowhere.</summary>
internal sealed class BatchCountingConsumer(Finish finish, IOptions<BusOptions> options, TimeProvider time) : IConsumer<DispatchReceived>, IAsyncDisposable
{
    private readonly BatchWriter<DispatchReceived, bool> _writer = new(
        options.Value.ArchiveBatch, TimeSpan.FromMilliseconds(options.Value.ArchiveBatchMilliseconds), time,
        batch => Task.FromResult<IReadOnlyList<bool>>([.. batch.Select(_ => true)]));

    public async Task Consume(ConsumeContext<DispatchReceived> context)
    {
        finish.Begin();
        await _writer.WriteAsync(context.Message);
        finish.Saw();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}

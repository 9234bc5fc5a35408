using MassTransit;
using Newswire.Contracts;

namespace Newswire.PipelineBench.Product;

/// <summary>Does nothing with a message but to have it.</summary>
internal sealed class CountingConsumer(Finish finish) : IConsumer<DispatchReceived>
{
    public Task Consume(ConsumeContext<DispatchReceived> context)
    {
        finish.Begin();
        finish.Saw();
        return Task.CompletedTask;
    }
}

using MassTransit;
using Newswire.Contracts;
using Newswire.Formats;
using Newswire.ServiceDefaults;

namespace Newswire.PipelineBench.Product;

/// <summary>The enricher without its models: reads the format and publishes each item.</summary>
internal sealed class ReadConsumer(FormatReader reader, SourceCatalog sources) : IConsumer<DispatchReceived>
{
    public async Task Consume(ConsumeContext<DispatchReceived> context)
    {
        var dispatch = context.Message;
        foreach (var item in Reading.Items(reader, dispatch, sources.For(dispatch.Source)))
            await context.Publish(item);
    }
}

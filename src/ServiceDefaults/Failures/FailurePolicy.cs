using System.Runtime.Serialization;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Telemetry;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>
/// The one place that decides what becomes of a message whose consumer threw, after its retries: uncurable ones and poison go to quarantine,
/// an outage is waited out, everything else is redelivered later and later, then quarantined. The message is acknowledged only after the
/// decision was carried out; when that fails too, the broker delivers it again.
/// </summary>
public sealed class FailurePolicy(PipelineQueue queue, PipelineTopology topology, IServiceProvider services)
    : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    /// <summary>How many redeliveries a message has had.</summary>
    public const string RedeliveryHeader = "newswire-redelivery";

    private readonly ILogger _log = services.GetRequiredService<ILogger<FailurePolicy>>();

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await DecideAsync(context);
        // A message that could not even be read has met no consumer to say so; unsaid, it would be taken for one that nobody wanted, too.
        if (!context.IsFaulted)
            await context.NotifyFaulted(context.Exception);
    }

    private async Task DecideAsync(ExceptionReceiveContext context)
    {
        var cause = Root(context.Exception);
        switch (cause)
        {
            case PoisonMessageException poison:
                await QuarantineAsync(context, poison.Code, poison.Message, keepBody: true);
                break;
            case UncurableException uncurable:
                await QuarantineAsync(context, uncurable.Code, uncurable.Message, keepBody: false);
                break;
            case SerializationException:
                await QuarantineAsync(context, FailureReport.Poison, $"not a {queue.Contract.Name}: {cause.Message}", keepBody: true);
                break;
            default:
                await RedeliverAsync(context, cause);
                break;
        }
    }

    /// <summary>A message that no consumer of this queue takes: valid, but another contract.</summary>
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var said = context.TransportHeaders.Get<string>(WireSerializer.TypeHeader) ?? "nothing";
        return QuarantineAsync(context, FailureReport.WrongType, $"not a {queue.Contract.Name}: the message says it is {said}", keepBody: true);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("failurePolicy");

    private async Task RedeliverAsync(ReceiveContext context, Exception cause)
    {
        var done = context.TransportHeaders.Get<int>(RedeliveryHeader, 0) ?? 0;
        var outage = IsOutage(cause);
        if (done >= topology.Redeliveries.Count && !outage)
        {
            await QuarantineAsync(context, "retries-exhausted", $"{cause.GetType().Name}: {cause.Message}", keepBody: true);
            return;
        }

        // An outage climbs no further than a minute, so that work resumes soon after it ends, however long it was.
        var last = topology.Redeliveries.Count - 1;
        var delay = topology.Redeliveries[Math.Min(done, outage ? Math.Min(1, last) : last)];
        Log.Redelivering(_log, queue.Name, delay, cause.GetType().Name, cause.Message);
        await services.GetRequiredService<IRedelivery>().RedeliverAsync(context, queue, delay, done + 1);
        PipelineMetrics.Redelivered(queue.Stage);
    }

    private async Task QuarantineAsync(ReceiveContext context, string code, string reason, bool keepBody)
    {
        var message = FailedMessage.Of(context);
        Log.Quarantining(_log, queue.Name, message.DispatchId, code, reason);
        var failure = await services.GetRequiredService<FailureReport>().OfAsync(message, queue, code, reason, keepBody);
        await services.GetRequiredService<PublishWatchdog>().PublishAsync(failure);
        PipelineMetrics.Disposed(queue.Stage, "quarantined");
    }

    /// <summary>Something that stages depend on is away or has no room: the archive, or the broker itself, refusing or losing a publish.</summary>
    internal static bool IsOutage(Exception cause) => cause is OutageException or RabbitMQClientException or ConnectionException;

    private static Exception Root(Exception exception) => exception switch
    {
        UncurableException or OutageException => exception,
        AggregateException { InnerExceptions.Count: 1 } aggregate => Root(aggregate.InnerExceptions[0]),
        MassTransitException { InnerException: { } inner } => Root(inner),
        _ => exception,
    };
}

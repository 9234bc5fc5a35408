using MassTransit;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using RabbitMQ.Client.Exceptions;
using PublishException = RabbitMQ.Client.Exceptions.PublishException;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// Bounds the wait for the broker's confirm. The client can lose one when a broker restarts, and its caller would wait for ever, holding all
/// that it prefetched. May be called concurrently.
/// </summary>
public sealed class PublishWatchdog(PipelineBus bus, IOptions<BusOptions> options, TimeProvider time)
{
    private long _lastAnswer;
    private long _failingSince;

    private TimeSpan Limit => TimeSpan.FromSeconds(options.Value.PublishWatchdogSeconds);

    /// <summary>Publishes on the bus as it is now.</summary>
    /// <inheritdoc cref="ConfirmedAsync" path="/exception"/>
    public Task PublishAsync<T>(T message)
        where T : class => ConfirmedAsync(bus.Current.Publish(message, CancellationToken.None));

    /// <param name="publish">Started without a token that can fire: one that does breaks the client's channel for good.</param>
    /// <exception cref="OutageException">
    /// Refused (a full queue), cut off, or unanswered: the message may or may not be with the broker, and is to be published again.
    /// </exception>
    public async Task ConfirmedAsync(Task publish)
    {
        var started = time.GetTimestamp();
        try
        {
            await publish.WaitAsync(Limit, time);
            Answered();
        }
        catch (TimeoutException e) when (!publish.IsCompleted)
        {
            // While others are answered, only this confirm was lost; when none is, the client may be stuck.
            if (Interlocked.Read(ref _lastAnswer) < started)
                await RenewAsync($"a publish has waited {Limit.TotalSeconds:F0} s for its confirm", isOver: () => Interlocked.Read(ref _lastAnswer) >= started);
            throw new OutageException($"the broker has not answered a publish for {Limit.TotalSeconds:F0} s", e);
        }
        catch (PublishException e)
        {
            // A full queue says no, and that is an answer.
            Answered();
            throw new OutageException($"the broker refused a publish: {e.Message}", e);
        }
        // A channel that is torn down under a publish answers with any of these.
        catch (Exception e) when (e is RabbitMQClientException or ConnectionException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            var since = Interlocked.CompareExchange(ref _failingSince, started, 0);
            if (since != 0 && time.GetElapsedTime(since) > Limit)
                await RenewAsync($"for {Limit.TotalSeconds:F0} s every publish has failed: {e.GetType().Name}: {e.Message}", isOver: () => Interlocked.Read(ref _failingSince) != since);
            throw new OutageException($"the broker did not take a publish: {e.GetType().Name}: {e.Message}", e);
        }
    }

    private async Task RenewAsync(string reason, Func<bool> isOver)
    {
        if (await bus.RenewAsync(reason, isOver))
            Answered();
    }

    private void Answered()
    {
        Interlocked.Exchange(ref _lastAnswer, time.GetTimestamp());
        Interlocked.Exchange(ref _failingSince, 0);
    }
}

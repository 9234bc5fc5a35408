using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// Bounds the wait for the broker's confirm. The client can lose one when a broker restarts, and its caller would wait for ever, holding all
/// that it prefetched. May be called concurrently.
/// </summary>
public sealed class PublishWatchdog(IServiceProvider services, BusAddress address, IOptions<BusOptions> options, TimeProvider time, ILogger<PublishWatchdog> log)
    : IDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _restarting = new(1, 1);
    private long _lastConfirm;

    /// <param name="publish">Started without a token that can fire: one that does breaks the client's channel for good.</param>
    /// <exception cref="OutageException">
    /// Refused (a full queue), cut off, or unanswered: the message may or may not be with the broker, and is to be published again.
    /// </exception>
    public async Task ConfirmedAsync(Task publish)
    {
        var started = time.GetTimestamp();
        try
        {
            await publish.WaitAsync(TimeSpan.FromSeconds(options.Value.PublishWatchdogSeconds), time);
            Interlocked.Exchange(ref _lastConfirm, time.GetTimestamp());
        }
        catch (TimeoutException e) when (!publish.IsCompleted)
        {
            // While others are confirmed, only this confirm was lost; when none is, the channel may be wedged.
            if (Interlocked.Read(ref _lastConfirm) < started)
                await RestartAsync();
            throw new OutageException($"the broker has not answered a publish for {options.Value.PublishWatchdogSeconds} s", e);
        }
        // A channel that is torn down under a publish answers with any of these.
        catch (Exception e) when (e is RabbitMQClientException or ConnectionException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            throw new OutageException($"the broker did not take a publish: {e.GetType().Name}: {e.Message}", e);
        }
    }

    public void Dispose() => _restarting.Dispose();

    private async Task RestartAsync()
    {
        if (address.IsMemory || !await _restarting.WaitAsync(TimeSpan.Zero))
            return;
        try
        {
            // A broker that is merely down is waited for; a restart would only wait for it, too.
            if (!await AnswersAsync())
                return;
            Log.RestartingBus(log, options.Value.PublishWatchdogSeconds);
            // A handler that waits for a lost confirm would hold up the stop for ever.
            using var limit = new CancellationTokenSource(StopLimit, time);
            // Not by constructor: the bus is made of consumers, and they depend on this.
            var bus = services.GetRequiredService<IBusControl>();
            await bus.StopAsync(limit.Token);
            await bus.StartAsync(CancellationToken.None);
            Interlocked.Exchange(ref _lastConfirm, time.GetTimestamp());
        }
        finally
        {
            _restarting.Release();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = await RabbitConnections.Factory(address, "watchdog").CreateConnectionAsync();
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }
}

using MassTransit;
using MassTransit.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// The bus of this process. When a connection's client is stuck (a confirm that never comes, consumers that do not come back after a restart of
/// the broker), stopping the bus can get stuck as well, and one that did not stop cannot start: so it is built anew instead. For a moment two
/// may consume; what the old one holds unacknowledged is delivered again, and everything downstream is keyed. Safe to call concurrently.
/// </summary>
public sealed class PipelineBus(
    IServiceProvider services, IReadOnlyList<PipelineEndpoint> endpoints, BusAddress address, BusProbe probe, TimeProvider time, ILogger<PipelineBus> log)
    : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _changing = new(1, 1);
    private volatile Generation? _current;
    private volatile bool _closing;

    /// <exception cref="OutageException">The bus has not been started.</exception>
    public IBus Current => (_current ?? throw new OutageException("the bus has not started yet")).Bus;

    /// <summary>How many times it was built anew since the start.</summary>
    public int Renewals { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _current = Build();
        await _current.Bus.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _closing = true;
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (_current is { } current)
                await current.Bus.StopAsync(cancellationToken);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>
    /// Builds the bus anew, unless somebody else is about to, or the broker takes no publish from anybody: that is waited for, since a new bus would
    /// only wait for it, too. Never the in-memory bus, which has no connection to get stuck, and whose messages would go with it. Never throws for
    /// what fails on the way: it tries until the new one has started or this process stops.
    /// </summary>
    /// <param name="reason">For the log.</param>
    /// <param name="isOver">Asked when the broker takes publishes: true when what looked stuck only waited for that as well.</param>
    /// <returns>True when a new bus works.</returns>
    public async Task<bool> RenewAsync(string reason, Func<bool> isOver)
    {
        if (address.IsMemory || !await _changing.WaitAsync(TimeSpan.Zero))
            return false;
        try
        {
            if (!await probe.TakesPublishesAsync())
                return false;
            // At the end of an alarm the probe may be answered a moment before everybody else.
            await Task.Delay(Pause, time);
            if (isOver())
                return false;
            while (!_closing && _current is { } old)
            {
                Log.RenewingBus(log, reason);
                var fresh = Build();
                _current = fresh;
                _ = RetireAsync(old);
                if (await StartedAsync(fresh))
                {
                    Renewals++;
                    return true;
                }

                await Task.Delay(Pause, time);
            }

            return false;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Null before the start.</summary>
    public BusHealthStatus? Health => _current?.Bus.CheckHealth().Status;

    public void Dispose() => _changing.Dispose();

    /// <summary>Queues this process works on, but has had nothing in work from for a while.</summary>
    internal IEnumerable<string> Quiet(TimeSpan quiet) => _current?.Activity.Quiet(quiet) ?? [];

    private Generation Build()
    {
        LogContext.ConfigureCurrentLogContext(services.GetRequiredService<ILoggerFactory>());
        var topology = services.GetRequiredService<PipelineTopology>();
        var bus = BusConfiguration.Create(services, endpoints);
        var activity = new ReceiveActivity(endpoints.Select(e => topology.Queue(e.Suffix).Name), time);
        bus.ConnectReceiveObserver(activity);
        return new Generation(bus, activity);
    }

    private async Task<bool> StartedAsync(Generation fresh)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            await fresh.Bus.StartAsync(limit.Token);
            return true;
        }
#pragma warning disable CA1031 // Whatever it was, the next one is built and tried.
        catch (Exception e)
        {
            Log.RenewalFailed(log, e.GetType().Name, e.GetBaseException().Message);
            return false;
        }
#pragma warning restore CA1031
    }

    // Nobody waits for it: a stuck client may never let it stop.
    private async Task RetireAsync(Generation old)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            await Task.Yield();
            await old.Bus.StopAsync(limit.Token);
        }
#pragma warning disable CA1031 // That it cannot stop in order is why it was replaced.
        catch (Exception e)
        {
            Log.OldBusStuck(log, e.GetType().Name, e.GetBaseException().Message);
        }
#pragma warning restore CA1031
    }

    private sealed record Generation(IBusControl Bus, ReceiveActivity Activity);
}

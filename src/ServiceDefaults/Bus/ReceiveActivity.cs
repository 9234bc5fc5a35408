using System.Collections.Concurrent;
using MassTransit;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Which queues a bus still gets deliveries from: how many are in work, and when it last saw one begin or end. Safe to call concurrently.</summary>
internal sealed class ReceiveActivity(IEnumerable<string> queues, TimeProvider time) : IReceiveObserver
{
    private readonly Dictionary<string, State> _states = queues.ToDictionary(q => q, _ => new State { Last = time.GetTimestamp() }, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Uri, State?> _byAddress = new();

    /// <summary>Queues with nothing in work, and no delivery for <paramref name="quiet"/>.</summary>
    public IEnumerable<string> Quiet(TimeSpan quiet) => _states
        .Where(s => Volatile.Read(ref s.Value.InWork) == 0 && time.GetElapsedTime(Interlocked.Read(ref s.Value.Last)) > quiet)
        .Select(s => s.Key);

    public Task PreReceive(ReceiveContext context) => Saw(context, 1);

    public Task PostReceive(ReceiveContext context) => Saw(context, -1);

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Saw(context, -1);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    private Task Saw(ReceiveContext context, int begun)
    {
        if (_byAddress.GetOrAdd(context.InputAddress, address => _states.GetValueOrDefault(address.Segments[^1])) is { } state)
        {
            Interlocked.Add(ref state.InWork, begun);
            Interlocked.Exchange(ref state.Last, time.GetTimestamp());
        }

        return Task.CompletedTask;
    }

    private sealed class State
    {
        public int InWork;
        public long Last;
    }
}

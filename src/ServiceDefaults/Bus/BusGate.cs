using System.Collections.Concurrent;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Closed until every queue is declared and bound and the bus has started.</summary>
public sealed class BusGate
{
    private readonly ConcurrentQueue<Task> _required = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the bus is being stopped for good: what is not published now, this process will not publish.</summary>
    public bool IsClosing { get; private set; }

    /// <summary>Something that consumers cannot do without: the bus starts after it. For the time before hosted services start.</summary>
    public void Require(Task condition) => _required.Enqueue(condition);

    public Task RequirementsAsync() => Task.WhenAll(_required);

    public void Open() => _open.TrySetResult();

    public void Close() => IsClosing = true;

    public Task PassAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);
}

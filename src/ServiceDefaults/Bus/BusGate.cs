namespace Newswire.ServiceDefaults.Bus;

/// <summary>Closed until every queue is declared and bound and the bus has started.</summary>
public sealed class BusGate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.TrySetResult();

    public Task PassAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);
}

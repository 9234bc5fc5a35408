namespace Newswire.PipelineBench;

/// <summary>Times a consumer from its first delivery to its last, so that connecting and declaring count for neither side. Safe to call concurrently.</summary>
internal sealed class Finish(int messages)
{
    /// <summary>A leg that takes longer has lost a message; the bench says so instead of waiting for ever.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly TaskCompletionSource<Leg> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;
    private int _seen;
    private LegMeter? _meter;

    public Task<Leg> Done => _done.Task.WaitAsync(Limit);

    /// <summary>A delivery has reached the consumer.</summary>
    public void Begin()
    {
        if (_begun != 0 || Interlocked.Exchange(ref _begun, 1) != 0)
            return;
        _meter = LegMeter.Start();
    }

    /// <summary>So many messages are done.</summary>
    public void Saw(int count = 1)
    {
        if (Interlocked.Add(ref _seen, count) == messages)
            _done.TrySetResult(_meter!.Stop(messages));
    }
}

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// The pipelines of one mode: started when needed, at most <c>size</c>, stopped when idle, replaced after a number of exchanges or any fault. Two
/// callers share one when none is free: while the last stages work on one text, the first ones have the next. Further callers wait. Safe to
/// call concurrently.
/// </summary>
public sealed class ApertiumPool(ApertiumMode mode, int size, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Callers a pipe takes at once: more would only wait in it instead of before it.</summary>
    public const int Sharing = 2;

    /// <summary>Guards against slow leaks in tools we do not own; memory was flat in measurements.</summary>
    private const int RecycleAfterExchanges = 1000;

    private readonly SemaphoreSlim _free = new(size * Sharing, size * Sharing);
    private readonly Lock _lock = new();
    private readonly List<ApertiumPipe> _open = []; // the one used last at the end
    private readonly HashSet<ApertiumPipe> _all = [];
    private long _restarts;
    private bool _disposed;

    public ApertiumMode Mode => mode;

    /// <summary>Pipes that had to be killed.</summary>
    public long Restarts => Interlocked.Read(ref _restarts);

    public DateTimeOffset LastUsed { get; private set; }

    public IReadOnlyCollection<int> ProcessIds
    {
        get
        {
            lock (_lock)
                return [.. _all.Select(p => p.ProcessId)];
        }
    }

    /// <summary>Translates texts in stream format on one pipe.</summary>
    /// <exception cref="PipeBrokenException">Also on a pipe started for it.</exception>
    public async Task<IReadOnlyList<string>> ExchangeAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            try
            {
                return await UseAsync(Take(), texts, cancellationToken);
            }
            catch (PipeBrokenException)
            {
                // It may have died while it waited, or of another caller's text: this one is to blame when a new pipe fails on it alone.
                return await UseAsync(Start(), texts, cancellationToken);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Stops pipes that were idle since before then.</summary>
    public async Task StopIdleAsync(DateTimeOffset before)
    {
        List<ApertiumPipe> idle;
        lock (_lock)
        {
            idle = _open.FindAll(p => p.Users == 0 && p.LastUsed < before);
            _open.RemoveAll(idle.Contains);
        }
        foreach (var pipe in idle)
            await StopAsync(pipe);
    }

    public async ValueTask DisposeAsync()
    {
        List<ApertiumPipe> all;
        lock (_lock)
        {
            _disposed = true;
            all = [.. _all];
        }
        foreach (var pipe in all)
            await StopAsync(pipe);
    }

    /// <summary>A free pipe, else a new one, else the one with the fewest callers.</summary>
    private ApertiumPipe Take()
    {
        lock (_lock)
        {
            if ((_open.FindLast(p => p.Users == 0) ?? (_open.Count < size ? null : _open.MinBy(p => p.Users))) is { } pipe)
            {
                pipe.Users++;
                return pipe;
            }
            var fresh = Start();
            _open.Add(fresh);
            return fresh;
        }
    }

    /// <summary>A pipe of its caller's own, unless it is put among the open ones.</summary>
    private ApertiumPipe Start()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var pipe = ApertiumPipe.Start(mode);
            pipe.Users = 1;
            _all.Add(pipe);
            return pipe;
        }
    }

    private async Task<IReadOnlyList<string>> UseAsync(ApertiumPipe pipe, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ExchangeAsync(texts, cancellationToken);
        }
        finally
        {
            if (Release(pipe))
                await StopAsync(pipe);
        }
    }

    /// <returns>True when the pipe is to be stopped.</returns>
    private bool Release(ApertiumPipe pipe)
    {
        lock (_lock)
        {
            LastUsed = pipe.LastUsed = clock.GetUtcNow();
            pipe.Users--;
            _open.Remove(pipe);
            var serves = !pipe.IsBroken && !_disposed && pipe.Exchanges < RecycleAfterExchanges && _open.Count < size;
            if (serves)
                _open.Add(pipe);
            return !serves && pipe.Users == 0;
        }
    }

    private async Task StopAsync(ApertiumPipe pipe)
    {
        lock (_lock)
        {
            if (!_all.Remove(pipe))
                return;
        }
        if (pipe.IsBroken)
        {
            Interlocked.Increment(ref _restarts);
            TranslationMetrics.PipeRestarts.Add(1, new KeyValuePair<string, object?>("mode", mode.Name));
        }
        await pipe.DisposeAsync();
    }
}

using System.Collections.Concurrent;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// The pipelines of one mode: started when needed, at most <c>size</c>, stopped when idle, replaced after a number of exchanges or any fault.
/// Callers wait for a free one. Safe to call concurrently.
/// </summary>
public sealed class ApertiumPool(ApertiumMode mode, int size, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Guards against slow leaks in tools we do not own; memory was flat in measurements.</summary>
    private const int RecycleAfterExchanges = 1000;

    private readonly SemaphoreSlim _free = new(size, size);
    private readonly ConcurrentStack<ApertiumPipe> _idle = new();
    private readonly ConcurrentDictionary<ApertiumPipe, bool> _all = new();
    private long _restarts;
    private bool _disposed;

    public ApertiumMode Mode => mode;

    /// <summary>Pipes that had to be killed.</summary>
    public long Restarts => Interlocked.Read(ref _restarts);

    public DateTimeOffset LastUsed { get; private set; }

    public IReadOnlyCollection<int> ProcessIds => [.. _all.Keys.Select(p => p.ProcessId)];

    /// <summary>Translates texts in stream format on one pipe.</summary>
    /// <exception cref="PipeBrokenException">Also on a pipe started for it.</exception>
    public async Task<IReadOnlyList<string>> ExchangeAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryPop(out var pipe))
            {
                try
                {
                    return await UseAsync(pipe, texts, cancellationToken);
                }
                catch (PipeBrokenException)
                {
                    // It may have died while it waited; the text is not to blame before a new pipe has failed on it.
                }
            }
            pipe = ApertiumPipe.Start(mode);
            _all[pipe] = true;
            return await UseAsync(pipe, texts, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Stops pipes that were idle since before then.</summary>
    public async Task StopIdleAsync(DateTimeOffset before)
    {
        var keep = new List<ApertiumPipe>();
        while (_idle.TryPop(out var pipe))
        {
            if (pipe.LastUsed < before)
                await StopAsync(pipe);
            else
                keep.Add(pipe);
        }
        foreach (var pipe in Enumerable.Reverse(keep))
            _idle.Push(pipe);
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        foreach (var pipe in _all.Keys)
            await StopAsync(pipe);
    }

    private async Task<IReadOnlyList<string>> UseAsync(ApertiumPipe pipe, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ExchangeAsync(texts, cancellationToken);
        }
        finally
        {
            LastUsed = pipe.LastUsed = clock.GetUtcNow();
            if (pipe.IsBroken)
            {
                Interlocked.Increment(ref _restarts);
                TranslationMetrics.PipeRestarts.Add(1, new KeyValuePair<string, object?>("mode", mode.Name));
            }
            if (pipe.IsBroken || _disposed || pipe.Exchanges >= RecycleAfterExchanges)
                await StopAsync(pipe);
            else
                _idle.Push(pipe);
        }
    }

    private async Task StopAsync(ApertiumPipe pipe)
    {
        if (_all.TryRemove(pipe, out _))
            await pipe.DisposeAsync();
    }
}

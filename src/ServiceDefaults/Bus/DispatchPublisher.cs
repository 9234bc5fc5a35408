using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// Publishes within a window: at most <see cref="BusOptions.PublishWindow"/> messages wait for their confirm, so that a slow broker slows the
/// source instead of filling memory. A full queue refuses, a broker goes away and comes back: the publish is tried again until it is confirmed,
/// and that too only slows the source. Completes when the broker has confirmed. Safe to call concurrently.
/// </summary>
public sealed class DispatchPublisher(PublishWatchdog watchdog, BusGate gate, IOptions<BusOptions> options, TimeProvider time, ILogger<DispatchPublisher> log)
    : IDisposable
{
    private static readonly TimeSpan RefusedPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RefusedLogPause = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _window = new(options.Value.PublishWindow);
    private long _refusalLogged;

    /// <param name="stopWaiting">Ends the caller's wait, never the publish: a token that fires inside the client can break its channel for good.</param>
    public async Task PublishAsync<T>(T message, CancellationToken stopWaiting)
        where T : class
    {
        await gate.PassAsync(stopWaiting);
        await _window.WaitAsync(stopWaiting);
        await PublishAndReleaseAsync(message).WaitAsync(stopWaiting);
    }

    public void Dispose() => _window.Dispose();

    private async Task PublishAndReleaseAsync<T>(T message)
        where T : class
    {
        try
        {
            while (!await TryPublishAsync(message))
                await Task.Delay(RefusedPause, time);
        }
        finally
        {
            _window.Release();
        }
    }

    private async Task<bool> TryPublishAsync<T>(T message)
        where T : class
    {
        try
        {
            await watchdog.PublishAsync(message);
            return true;
        }
        catch (OutageException e) when (!gate.IsClosing)
        {
            // One line for all that wait, however many they are.
            var now = time.GetTimestamp();
            var last = Interlocked.Read(ref _refusalLogged);
            if ((last == 0 || time.GetElapsedTime(last, now) > RefusedLogPause) && Interlocked.CompareExchange(ref _refusalLogged, now, last) == last)
                Log.PublishRefused(log, typeof(T).Name, e.Message);
            return false;
        }
    }
}

using Newswire.ServiceDefaults.Bus;

namespace Newswire.Archiver;

/// <summary>
/// Brings the schema up to date before the bus starts. A worker waits for its database as it waits for its broker, for as long as it takes, and
/// answers its health endpoints meanwhile. Any other failure ends the start: an archive that cannot be used.
/// </summary>
internal sealed class ArchiveStarter(IArchive archive, BusGate gate, TimeProvider time, ILogger<ArchiveStarter> log) : IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        gate.Require(InitializeAsync(cancellationToken));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await archive.InitializeAsync(cancellationToken);
                return;
            }
            catch (ArchiveUnavailableException e)
            {
                Log.WaitingForArchive(log, e.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}

namespace Newswire.Archiver;

/// <summary>Brings the schema up to date before consumers start; a program whose archive cannot be used does not start.</summary>
internal sealed class ArchiveStarter(IArchive archive) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => archive.InitializeAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

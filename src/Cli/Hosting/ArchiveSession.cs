using System.CommandLine;
using Newswire.Archiver;
using Newswire.ServiceDefaults;

namespace Newswire.Cli.Hosting;

/// <summary>The archive alone, for verbs that only read or correct it.</summary>
internal sealed class ArchiveSession(IHost host, IArchive archive) : IAsyncDisposable
{
    public IArchive Archive { get; } = archive;

    public IServiceProvider Services => host.Services;

    public static async Task<ArchiveSession> OpenAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = CliHost.OneShot(parsed);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SourceCatalog>();
        new NewswireBuilder(builder.Services, builder.Configuration).AddArchive();
        var host = builder.Build();
        var archive = host.Services.GetRequiredService<IArchive>();
        await archive.InitializeAsync(cancellationToken);
        return new ArchiveSession(host, archive);
    }

    public async ValueTask DisposeAsync()
    {
        // The host owns the archive: services that are only asynchronously disposable need it so.
        if (host is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            host.Dispose();
    }
}

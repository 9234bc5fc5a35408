using System.CommandLine;
using Microsoft.Extensions.Options;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Enricher;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Hosting;

/// <summary>The whole pipeline in this process, for verbs that send dispatches through it and end: ingest, replay, quarantine retry, translate.</summary>
internal sealed class PipelineSession(IHost host, IArchive archive) : IAsyncDisposable
{
    public IArchive Archive { get; } = archive;

    public IServiceProvider Services => host.Services;

    public bool InMemory => Services.GetRequiredService<BusAddress>().IsMemory;

    public int ClaimCheckBytes => Services.GetRequiredService<IOptions<BusOptions>>().Value.ClaimCheckBytes;

    /// <summary>On the in-memory bus there are no workers elsewhere: the verb has to do the work itself.</summary>
    public static bool IsInMemory(ParseResult parsed)
    {
        using var configuration = new ConfigurationManager();
        CliConfiguration.Load(configuration, parsed);
        return BusAddress.Parse(configuration["Bus:Address"] ?? "memory:").IsMemory;
    }

    /// <param name="publishOnly">Leave the work to workers that run elsewhere: only publish.</param>
    public static async Task<PipelineSession> StartAsync(ParseResult parsed, bool publishOnly, CancellationToken cancellationToken, bool models = false)
    {
        var builder = CliHost.OneShot(parsed);
        builder.AddNewswire(newswire =>
        {
            newswire.AddIntake();
            newswire.AddArchiveAccess();
            if (models)
                newswire.AddEnrichment();
            if (publishOnly)
                return;
            newswire.AddEnricher();
            newswire.AddArchiver();
        });
        var host = builder.Build();
        var archive = host.Services.GetRequiredService<IArchive>();
        await archive.InitializeAsync(cancellationToken);
        await host.StartAsync(cancellationToken);
        return new PipelineSession(host, archive);
    }

    /// <summary>Bus and archive as configured, without consuming or publishing anything.</summary>
    public static async Task<PipelineSession> ConnectAsync(ParseResult parsed, CancellationToken cancellationToken, bool models = false)
    {
        var builder = CliHost.OneShot(parsed);
        builder.AddNewswire(newswire =>
        {
            newswire.AddArchiveAccess();
            if (models)
                newswire.AddEnrichment();
        });
        var host = builder.Build();
        var archive = host.Services.GetRequiredService<IArchive>();
        await archive.InitializeAsync(cancellationToken);
        return new PipelineSession(host, archive);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            host.Dispose();
    }
}

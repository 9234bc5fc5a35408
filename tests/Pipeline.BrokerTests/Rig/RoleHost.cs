using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.ServiceDefaults;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>Roles of the pipeline in this process, configured as a settings file would.</summary>
public sealed class RoleHost : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _started;

    public RoleHost(IEnumerable<KeyValuePair<string, string?>> settings, Action<NewswireBuilder> roles)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddProvider(Log);
        builder.AddNewswire(roles);
        _host = builder.Build();
    }

    public RecentLog Log { get; } = new();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _started = true;
        await _host.StartAsync(cancellationToken);
    }

    public async Task StopAsync()
    {
        if (!_started)
            return;
        _started = false;
        await _host.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_host is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else
            _host.Dispose();
    }
}

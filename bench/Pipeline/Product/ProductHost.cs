using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.ServiceDefaults;

namespace Newswire.PipelineBench.Product;

/// <summary>A Newswire process as the product registers it, within this one.</summary>
internal sealed class ProductHost(IHost host) : IAsyncDisposable
{
    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<ProductHost> StartAsync(Installation installation, Action<NewswireBuilder> roles, string? archive = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Bus:Address", installation.Url),
            new("Bus:Prefix", installation.Options.Prefix),
            new("Bus:StartSeconds", "30"),
            new("Archive:Address", archive),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.AddNewswire(roles);
        var host = builder.Build();
        await host.StartAsync();
        return new ProductHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}

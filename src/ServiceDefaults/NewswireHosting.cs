using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Health;
using Newswire.ServiceDefaults.Telemetry;

namespace Newswire.ServiceDefaults;

/// <summary>Makes a web application a Newswire process: configuration, bus, failure policy, telemetry, health, then the roles.</summary>
public static class NewswireHosting
{
    public static TBuilder AddNewswire<TBuilder>(this TBuilder builder, Action<NewswireBuilder> roles)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SourceCatalog>();

        var newswire = new NewswireBuilder(builder.Services, builder.Configuration);
        // The bus first: it starts before the workers, and at a stop it outlives them.
        newswire.AddBus();
        roles(newswire);

        builder.AddTelemetry();
        builder.Services.AddPipelineHealth();
        // A stop finishes what is in work; the longest handler is a translation or an archive batch.
        builder.Services.Configure<HostOptions>(o =>
        {
            o.ShutdownTimeout = TimeSpan.FromSeconds(60);
            // Health endpoints answer while the bus still waits for its broker.
            o.ServicesStartConcurrently = true;
        });
        return builder;
    }

    /// <summary>Where liveness and readiness are served: <c>Health:Url</c>, by default a free port on loopback.</summary>
    public static WebApplicationBuilder ServeHealth(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls(builder.Configuration["Health:Url"] ?? "http://127.0.0.1:0");
        return builder;
    }

    /// <summary>NEWSWIRE_BUS and NEWSWIRE_ARCHIVE by their short names; every other setting as NEWSWIRE_Section__Key.</summary>
    /// <remarks>Called once per process, before anything reads the configuration; options given on the command line are added after it and win.</remarks>
    public static IConfigurationBuilder AddNewswireEnvironment(this IConfigurationBuilder configuration)
    {
        configuration.AddEnvironmentVariables("NEWSWIRE_");
        var shortNames = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Add("NEWSWIRE_BUS", "Bus:Address");
        Add("NEWSWIRE_ARCHIVE", "Archive:Address");
        Add("NEWSWIRE_HEALTH_URL", "Health:Url");
        return configuration.AddInMemoryCollection(shortNames);

        void Add(string variable, string key)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
                shortNames[key] = value;
        }
    }
}

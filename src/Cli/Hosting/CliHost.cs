using System.CommandLine;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Hosting;

/// <summary>Builds the host a verb needs.</summary>
internal static class CliHost
{
    /// <summary>A host without a web server, for verbs that end by themselves; quiet unless asked.</summary>
    public static HostApplicationBuilder OneShot(ParseResult parsed)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        CliConfiguration.Load(builder.Configuration, parsed);
        // A one-shot command gives up on an absent broker; a worker would wait.
        builder.Configuration["Bus:StartSeconds"] ??= "10";
        builder.Logging.LogToStandardError(parsed.GetValue(CommonOptions.Verbose) ? LogLevel.Information : LogLevel.Error);
        return builder;
    }

    /// <summary>A host for workers: health endpoints, logs of what happens.</summary>
    public static WebApplicationBuilder Worker(ParseResult parsed)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        CliConfiguration.Load(builder.Configuration, parsed);
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Logging.LogToStandardError(parsed.GetValue(CommonOptions.Verbose) ? LogLevel.Debug : LogLevel.Information);
        return builder;
    }

    /// <summary>The archive, and when dispatches are safe: on the in-memory bus only once they are in it.</summary>
    public static NewswireBuilder AddArchiveAccess(this NewswireBuilder newswire)
    {
        newswire.AddArchive();
        if (BusAddress.Parse(newswire.Configuration["Bus:Address"] ?? "memory:").IsMemory)
        {
            newswire.Services.AddSingleton<ArchiveGuarantee>();
            newswire.Services.Replace(ServiceDescriptor.Singleton<IDeliveryGuarantee>(p => p.GetRequiredService<ArchiveGuarantee>()));
        }

        return newswire;
    }

    private static void LogToStandardError(this ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", level < LogLevel.Information ? LogLevel.Information : LogLevel.Warning);
        logging.AddFilter("MassTransit", level < LogLevel.Information ? LogLevel.Information : LogLevel.Warning);
        // Every fault is told once, by the failure policy, in our words.
        logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.Critical);
        // What stops a start comes back as an exception, and becomes a message and an exit code.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        logging.AddConsole(o =>
        {
            o.LogToStandardErrorThreshold = LogLevel.Trace;
            o.FormatterName = ConsoleFormatterNames.Simple;
        });
        logging.Services.Configure<SimpleConsoleFormatterOptions>(o =>
        {
            o.SingleLine = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            o.UseUtcTimestamp = true;
            o.ColorBehavior = LoggerColorBehavior.Disabled;
        });
    }
}

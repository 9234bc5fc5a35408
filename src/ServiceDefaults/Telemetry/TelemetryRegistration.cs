using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Newswire.ServiceDefaults.Telemetry;

/// <summary>Traces and metrics by OpenTelemetry; exported over OTLP when the standard variable OTEL_EXPORTER_OTLP_ENDPOINT is set.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var export = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(r => r.AddService("newswire"));
        if (!export)
            return;

        // MassTransit's own source links publish and consume, so that one trace spans source to archive.
        telemetry
            .WithTracing(t => t.AddSource(PipelineMetrics.Name, "MassTransit").AddOtlpExporter())
            .WithMetrics(m => m.AddMeter(PipelineMetrics.Name, "MassTransit").AddOtlpExporter());
        builder.Services.AddHostedService<QueueDepthGauge>();
    }
}

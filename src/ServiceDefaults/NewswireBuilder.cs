using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.ServiceDefaults;

/// <summary>What the roles register with: services, and the queues each works on.</summary>
public sealed class NewswireBuilder(IServiceCollection services, IConfiguration configuration)
{
    private readonly List<PipelineEndpoint> _endpoints = [];

    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;

    public IReadOnlyList<PipelineEndpoint> Endpoints => _endpoints;

    /// <summary>Lets <typeparamref name="TConsumer"/> work on a queue. It is one instance for all messages: it must be safe to call concurrently.</summary>
    public NewswireBuilder Consume<TConsumer, TMessage>(string suffix, Func<BusOptions, int> prefetch, Func<BusOptions, int> concurrency)
        where TConsumer : class, IConsumer<TMessage>
        where TMessage : class
    {
        Services.AddSingleton<TConsumer>();
        _endpoints.Add(new PipelineEndpoint(suffix, typeof(TMessage), prefetch, concurrency, (e, provider) => e.Instance(provider.GetRequiredService<TConsumer>())));
        return this;
    }

    /// <summary>Adds an options class, bound to a section and validated on start: a wrong value stops the start with its key, value and remedy.</summary>
    public NewswireBuilder Options<TOptions>(string section)
        where TOptions : class
    {
        Services.AddOptions<TOptions>().Bind(Configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return this;
    }
}

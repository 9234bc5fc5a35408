using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.Enricher.Translations;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_translation_is_registered
{
    [Fact]
    public async Task With_nothing_installed_the_start_succeeds_and_one_line_says_what_to_install()
    {
        using var empty = new FakeApertium();
        var log = new LinesOfLog();
        using (var host = Build(log, ("Apertium:Prefix", empty.Path)))
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            var plan = host.Services.GetRequiredService<TranslationPlanner>().Plan(Records.French());
            Assert.All(plan.Translations, t => Assert.Equal("no-engine", t.Error!.Class));
            await log.ContainsAsync("apertium-fra-cat apertium-spa-cat apertium-eng-spa");
            await host.StopAsync(TestContext.Current.CancellationToken);
        }
        Assert.Single(log.Lines, l => l.Contains("apertium-fra-cat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_engine_that_cannot_be_reached_does_not_stop_the_start()
    {
        using var empty = new FakeApertium();
        var log = new LinesOfLog();
        using var host = Build(log, ("Apertium:Prefix", empty.Path), ("LibreTranslate:Url", "http://127.0.0.1:9"));
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.All(host.Services.GetRequiredService<TranslationPlanner>().Plan(Records.French()).Translations, t => Assert.Equal("pending", t.State));
        await log.ContainsAsync("libretranslate is not ready");
        var status = await host.Services.GetRequiredService<TranslationMonitor>().ReadAsync(TestContext.Current.CancellationToken);
        Assert.False(status.Engines[0].IsReady);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Chains:fr-en:0", "apertium", "fr-en")]
    [InlineData("Chains:fr>en:0", "babelfish", "babelfish")]
    [InlineData("MinQuality:en", "perfect", "perfect")]
    [InlineData("Egress:belga", "sometimes", "sometimes")]
    [InlineData("DeepL:KeyFile", "/does/not/exist", "/does/not/exist")]
    [InlineData("DeepL:EnglishVariant", "EN-AU", "EnglishVariant")]
    [InlineData("Apertium:PoolSize", "0", "PoolSize")]
    [InlineData("OpenAi:Url", "http://127.0.0.1:1/v1", "Model")]
    public async Task Options_that_cannot_be_meant_stop_the_start_and_are_named(string key, string value, string named)
    {
        using var host = Build(new LinesOfLog(), (key, value));
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_memory_the_archive_registers_later_is_used()
    {
        var memory = new InMemoryTranslationMemory(5);
        using var empty = new FakeApertium();
        using var host = Build(new LinesOfLog(), s => s.AddSingleton<ITranslationMemory>(memory), ("Apertium:Prefix", empty.Path));
        Assert.Same(memory, host.Services.GetRequiredService<ITranslationMemory>());
        Assert.NotNull(host.Services.GetRequiredService<TranslationHandler>());
    }

    [Fact]
    public void The_most_exact_chain_counts()
    {
        var options = new TranslationOptions();
        options.Chains["*"] = ["apertium"];
        options.Chains["*>en"] = ["deepl", "apertium"];
        options.Chains["fr>en"] = ["openai"];
        var engines = new EngineSet(
            options, new[] { "apertium", "deepl", "openai" }.Select(n => new ScriptedTranslator(n, _ => TranslatorAnswer.Ok([]))), TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<EngineSet>.Instance);
        Assert.Equal(["openai"], engines.ChainOf(new("fr", "en")).Select(e => e.Name));
        Assert.Equal(["deepl", "apertium"], engines.ChainOf(new("nl", "en")).Select(e => e.Name));
        Assert.Equal(["apertium"], engines.ChainOf(new("fr", "es")).Select(e => e.Name));
        Assert.Equal(["deepl", "openai", "apertium"], engines.All.Select(e => e.Name));
    }

    [Fact]
    public async Task The_memory_drops_what_was_used_longest_ago()
    {
        var memory = new InMemoryTranslationMemory(10);
        RememberedSegment Segment(int i) => new() { Key = $"k{i}", SegmentHash = $"h{i}", Text = "x" };
        await memory.StoreAsync([.. Enumerable.Range(0, 10).Select(Segment)], TestContext.Current.CancellationToken);
        await memory.FindAsync(["k0"], TestContext.Current.CancellationToken);
        await memory.StoreAsync([Segment(10)], TestContext.Current.CancellationToken);
        Assert.Equal(9, memory.Count);
        Assert.Equal(["k0", "k10"], (await memory.FindAsync(["k0", "k1", "k10"], TestContext.Current.CancellationToken)).Keys.Order());
    }

    private static IHost Build(LinesOfLog log, params (string Key, string Value)[] settings) => Build(log, _ => { }, settings);

    private static IHost Build(LinesOfLog log, Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{TranslationOptions.Section}:{s.Key}", (string?)s.Value)));
        builder.Logging.AddProvider(log);
        builder.Services.AddTranslation(builder.Configuration);
        more(builder.Services);
        return builder.Build();
    }

    private sealed class LinesOfLog : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IEnumerable<string> Lines => _lines;

        public async Task ContainsAsync(string text)
        {
            for (var i = 0; !_lines.Any(l => l.Contains(text, StringComparison.Ordinal)); i++)
            {
                Assert.True(i < 200, $"no line with {text} in: {string.Join('\n', _lines)}");
                await Task.Delay(50);
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}

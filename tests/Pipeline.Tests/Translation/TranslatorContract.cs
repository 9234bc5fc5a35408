using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>What every engine promises the chain.</summary>
public abstract class TranslatorContract
{
    [Fact]
    public async Task It_says_which_pairs_it_can_do()
    {
        await using var bed = await CreateAsync();
        var catalog = await bed.Translator.DiscoverAsync(Token);
        Assert.True(catalog.IsReady);
        Assert.True(catalog.Supports(new("fr", "en")));
        Assert.NotEmpty(catalog.RouteOf(new("fr", "en")));
    }

    [Fact]
    public async Task Each_segment_has_its_answer_in_order()
    {
        await using var bed = await CreateAsync();
        var answer = await AskAsync(bed, "Bonjour le un.", "Bonjour le deux.", "Bonjour le trois.");
        Assert.Equal(TranslatorOutcome.Ok, answer.Outcome);
        Assert.Equal(["Hello le un.", "Hello le deux.", "Hello le trois."], answer.Segments.Select(s => s.Text));
    }

    [Fact]
    public async Task Placeholders_in_its_style_come_back()
    {
        await using var bed = await CreateAsync();
        var neutral = $"Bonjour {PlaceholderStyle.Neutral(0)} & {PlaceholderStyle.Neutral(11)}, <b> \"x\" \\ [y].";
        var style = bed.Translator.Traits.Placeholders;
        var answer = await AskAsync(bed, style.Render(neutral, out var token));
        Assert.Equal(neutral.Replace("Bonjour", "Hello", StringComparison.Ordinal), style.Parse(answer.Segments[0].Text, token));
    }

    [Fact]
    public async Task Calls_at_once_never_mix()
    {
        await using var bed = await CreateAsync();
        await bed.Translator.DiscoverAsync(Token);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            var answer = await AskAsync(bed, $"Bonjour {i}a.", $"Bonjour {i}b.");
            Assert.Equal([$"Hello {i}a.", $"Hello {i}b."], answer.Segments.Select(s => s.Text));
        }));
    }

    [Fact]
    public async Task An_engine_that_is_away_is_an_outcome_and_no_exception()
    {
        await using var bed = await CreateAsync();
        var catalog = await bed.Translator.DiscoverAsync(Token);
        await bed.BreakAsync();
        var answer = await AskAsync(bed, catalog, "Bonjour.");
        Assert.NotEqual(TranslatorOutcome.Ok, answer.Outcome);
        Assert.Empty(answer.Segments);
        Assert.NotNull(await bed.Translator.DiscoverAsync(Token));
    }

    [Fact]
    public async Task Only_cancellation_throws()
    {
        await using var bed = await CreateAsync();
        var catalog = await bed.Translator.DiscoverAsync(Token);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bed.Translator.TranslateAsync(
            new TranslatorRequest { Leg = catalog.RouteOf(new("fr", "en"))[0], Segments = ["Bonjour."] }, cancelled.Token));
    }

    private protected abstract Task<Bed> CreateAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<TranslatorAnswer> AskAsync(Bed bed, params string[] segments)
        => await AskAsync(bed, await bed.Translator.DiscoverAsync(Token), segments);

    private static Task<TranslatorAnswer> AskAsync(Bed bed, TranslatorCatalog catalog, params string[] segments)
        => bed.Translator.TranslateAsync(new TranslatorRequest { Leg = catalog.RouteOf(new("fr", "en"))[0], Segments = segments }, Token);

    private protected sealed class Bed(ITranslator translator, Func<ValueTask> breakIt, Func<ValueTask> dispose) : IAsyncDisposable
    {
        public ITranslator Translator => translator;

        public ValueTask BreakAsync() => breakIt();

        public ValueTask DisposeAsync() => dispose();
    }

    private protected static async Task<Bed> OverHttpAsync(EngineScript script)
    {
        var server = await ScriptedServer.StartAsync(script.Each(t => t.Replace("Bonjour", "Hello", StringComparison.Ordinal)));
        script.AddDiscovery(server);
        var translator = script.Create(server, TimeProvider.System);
        return new Bed(translator, server.DisposeAsync, async () =>
        {
            (translator as IDisposable)?.Dispose();
            await server.DisposeAsync();
        });
    }
}

public sealed class Apertium_as_a_translator : TranslatorContract
{
    private protected override Task<Bed> CreateAsync()
    {
        var fake = new FakeApertium().With("eng-spa", "p");
        fake.With("fra-cat", "sed -u 's/Bonjour/Hello/g'").With("cat-eng", "p");
        var translator = new ApertiumTranslator(new ApertiumOptions { Prefix = fake.Path, PoolSize = 2 }, TimeProvider.System);
        return Task.FromResult(new Bed(
            translator,
            async () =>
            {
                foreach (var mode in Directory.GetFiles(fake.Path, "*.mode", SearchOption.AllDirectories))
                    File.Delete(mode);
                await translator.DiscoverAsync(CancellationToken.None);
            },
            async () =>
            {
                await translator.DisposeAsync();
                fake.Dispose();
            }));
    }
}

public sealed class LibreTranslate_as_a_translator : TranslatorContract
{
    private protected override Task<Bed> CreateAsync() => OverHttpAsync(EngineScript.LibreTranslate);
}

public sealed class DeepL_as_a_translator : TranslatorContract
{
    private protected override Task<Bed> CreateAsync() => OverHttpAsync(EngineScript.DeepL);
}

public sealed class OpenAi_as_a_translator : TranslatorContract
{
    private protected override Task<Bed> CreateAsync() => OverHttpAsync(EngineScript.OpenAi);
}

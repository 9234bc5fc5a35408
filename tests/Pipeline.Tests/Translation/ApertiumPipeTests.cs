using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>The driver against pipelines that misbehave on demand.</summary>
public sealed class When_a_pipeline_misbehaves : IDisposable
{
    private const string Good = @"sed -u 's/Bonjour/Hello/g' | sed -u 's/monde/world/g'";
    private readonly FakeApertium _fake = new();

    [Fact]
    public async Task Good_texts_are_served_by_one_process_for_all()
    {
        await using var pool = Pool(Good);
        var first = await AskAsync(pool, "Bonjour le monde", "Bonjour");
        var process = Assert.Single(pool.ProcessIds);
        Assert.Equal(["Hello le world", "Hello"], first);
        Assert.Equal(["world"], await AskAsync(pool, "monde"));
        Assert.Equal(process, Assert.Single(pool.ProcessIds));
    }

    [Fact]
    public async Task Text_far_larger_than_a_pipe_buffer_passes()
    {
        await using var pool = Pool(Good);
        var text = string.Concat(Enumerable.Repeat("Bonjour le monde, encore. ", 28_000));
        Assert.Equal(text.Replace("Bonjour", "Hello").Replace("monde", "world"), Assert.Single(await AskAsync(pool, text)));
    }

    [Fact]
    public async Task An_answer_that_is_one_text_late_is_found_out_at_once()
    {
        await using var pool = Pool(@"sed -u 's/Bonjour/Hello/g' | sed -u 'x'");
        await Assert.ThrowsAsync<PipeBrokenException>(() => AskAsync(pool, "Bonjour"));
    }

    [Fact]
    public async Task A_stage_that_dies_is_noticed_at_once_and_the_next_text_is_fine()
    {
        await using var pool = Pool(Good + @" | sed -u '/DIE/e kill -9 $PPID'");
        await AskAsync(pool, "Bonjour");
        await Assert.ThrowsAsync<PipeBrokenException>(() => AskAsync(pool, "DIE").WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(["Hello"], await AskAsync(pool, "Bonjour"));
    }

    [Fact]
    public async Task A_hung_stage_ends_with_the_callers_patience_and_leaves_no_process()
    {
        await using var pool = Pool(Good + @" | sed -u '/HANG/e sleep 30'");
        await AskAsync(pool, "Bonjour");
        var group = Assert.Single(pool.ProcessIds);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.ExchangeAsync(["HANG"], patience.Token));
        await GoneAsync(group);
        Assert.Equal(["Hello"], await AskAsync(pool, "Bonjour"));
    }

    [Fact]
    public async Task Callers_who_share_a_pipe_each_get_their_own_text()
    {
        await using var pool = Pool(Good);
        await AskAsync(pool, "Bonjour");
        var process = Assert.Single(pool.ProcessIds);
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            Assert.Equal([$"Hello {number}", $"{number} world"], await AskAsync(pool, $"Bonjour {number}", $"{number} monde")));
        Assert.Equal(process, Assert.Single(pool.ProcessIds));
    }

    [Fact]
    public async Task A_text_that_kills_the_pipe_fails_alone()
    {
        await using var pool = Pool(Good + @" | sed -u '/DIE/e kill -9 $PPID'");
        for (var i = 0; i < 20; i++)
        {
            var deadly = AskAsync(pool, "DIE");
            var good = AskAsync(pool, "Bonjour");
            await Assert.ThrowsAsync<PipeBrokenException>(() => deadly);
            Assert.Equal(["Hello"], await good);
        }
    }

    [Fact]
    public async Task A_caller_who_gives_up_costs_the_others_on_the_pipe_nothing_but_time()
    {
        await using var pool = Pool(Good + @" | sed -u '/HANG/e sleep 30'");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var hung = pool.ExchangeAsync(["HANG"], patience.Token);
        var good = AskAsync(pool, "Bonjour");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hung);
        Assert.Equal(["Hello"], await good.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_pipe_killed_before_it_has_a_group_of_its_own_is_killed_all_the_same()
    {
        var mode = _fake.With("fr-es", Good).Mode("fr-es");
        for (var i = 0; i < 20; i++)
        {
            var pipe = ApertiumPipe.Start(mode);
            pipe.Kill();
            await pipe.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await GoneAsync(pipe.ProcessId);
        }
    }

    [Fact]
    public async Task A_stage_that_floods_its_error_stream_does_not_block()
    {
        await using var pool = Pool(Good + @" | sed -u 'w /dev/stderr'");
        var text = new string('x', 360_000);
        Assert.Equal(text, Assert.Single(await AskAsync(pool, text)));
    }

    [Fact]
    public async Task Output_beyond_the_answer_breaks_the_pipe()
    {
        await using var pool = Pool(@"sed -u 'p;p'");
        await Assert.ThrowsAsync<PipeBrokenException>(() => AskAsync(pool, "Bonjour"));
    }

    [Fact]
    public async Task A_program_that_is_not_installed_is_a_matter_of_configuration_and_said_so()
    {
        _fake.With("fr-es", @"nosuchprogram | sed -u p");
        await using var translator = new ApertiumTranslator(new ApertiumOptions { Prefix = _fake.Path }, TimeProvider.System);
        await translator.DiscoverAsync(TestContext.Current.CancellationToken);
        var answer = await translator.TranslateAsync(
            new TranslatorRequest { Leg = new("fr-es", "fr-es", new("fr", "es")), Segments = ["Bonjour"] }, TestContext.Current.CancellationToken);
        Assert.Equal(TranslatorOutcome.AuthOrConfig, answer.Outcome);
        Assert.Contains("nosuchprogram", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_data_without_its_programs_makes_no_engine_and_says_what_is_missing()
    {
        _fake.With("fr-es", "nosuchprogram -a | sed -u p | othermissing 'x|y'");
        await using var translator = new ApertiumTranslator(new ApertiumOptions { Prefix = _fake.Path }, TimeProvider.System);
        var catalog = await translator.DiscoverAsync(TestContext.Current.CancellationToken);
        Assert.False(catalog.IsReady);
        Assert.Equal("not on the PATH: nosuchprogram, othermissing", catalog.Problem);
        Assert.Equal(TranslatorOutcome.AuthOrConfig, catalog.Failure?.Outcome);

        _fake.With("spa-eng", Good);
        catalog = await translator.DiscoverAsync(TestContext.Current.CancellationToken);
        Assert.True(catalog.IsReady);
        Assert.Equal([new LanguagePair("es", "en")], catalog.Routes.Keys);
        Assert.Equal("not on the PATH: nosuchprogram, othermissing", catalog.Problem);
    }

    [Fact]
    public async Task Idle_pipes_are_stopped_and_start_again_when_needed()
    {
        var clock = new ManualClock();
        _fake.With("fr-es", Good);
        await using var translator = new ApertiumTranslator(new ApertiumOptions { Prefix = _fake.Path, IdleMinutes = 10, PoolSize = 1 }, clock);
        await translator.DiscoverAsync(TestContext.Current.CancellationToken);
        var request = new TranslatorRequest { Leg = new("fr-es", "fr-es", new("fr", "es")), Segments = ["Bonjour"] };
        await translator.TranslateAsync(request, TestContext.Current.CancellationToken);
        var group = Assert.Single(Assert.Single(translator.Pools).ProcessIds);
        clock.Advance(TimeSpan.FromMinutes(11));
        await GoneAsync(group);
        Assert.Equal("Hello", (await translator.TranslateAsync(request, TestContext.Current.CancellationToken)).Segments[0].Text);
    }

    [Theory]
    [InlineData(4_000_000, 1)]
    [InlineData(0, 2)]
    public async Task A_correction_costs_the_sentences_it_changed(long recentCharacters, int asked)
    {
        var seen = Path.Combine(_fake.Path, "seen");
        _fake.With("fr-es", $"{Good} | sed -u 'w {seen}'");
        await using var translator = new ApertiumTranslator(new ApertiumOptions { Prefix = _fake.Path, RecentCharacters = recentCharacters }, TimeProvider.System);
        await translator.DiscoverAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Hello toujours. Le world tourne.", await TranslateAsync("Bonjour toujours. Le monde tourne."));
        Assert.Equal("Hello toujours.  Le world change.", await TranslateAsync("Bonjour toujours.  Le monde change."));
        var texts = await File.ReadAllTextAsync(seen, TestContext.Current.CancellationToken);
        Assert.Equal(asked, texts.Split("Hello").Length - 1);
        Assert.Contains("change", texts, StringComparison.Ordinal);

        async Task<string> TranslateAsync(string paragraph)
        {
            var request = new TranslatorRequest { Leg = new("fr-es", "fr-es", new("fr", "es")), Segments = [paragraph] };
            return (await translator.TranslateAsync(request, TestContext.Current.CancellationToken)).Segments[0].Text;
        }
    }

    public void Dispose() => _fake.Dispose();

    private ApertiumPool Pool(string pipeline) => new(_fake.With("fr-es", pipeline).Mode("fr-es"), 1, TimeProvider.System);

    private static Task<IReadOnlyList<string>> AskAsync(ApertiumPool pool, params string[] texts)
        => pool.ExchangeAsync(texts, TestContext.Current.CancellationToken);

    private static async Task GoneAsync(int group)
    {
        for (var i = 0; ProcessGroup.Members(group).Count > 0; i++)
        {
            Assert.True(i < 200, "processes were left behind");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newswire.Contracts;
using Newswire.Enricher.Translations;
using Step = System.Func<Microsoft.AspNetCore.Http.HttpContext, System.Text.Json.Nodes.JsonNode, System.Threading.Tasks.Task>;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>Every outcome of the taxonomy, played by a server on loopback; waits are jumped over and counted.</summary>
public sealed class When_an_engine_on_the_network_answers
{
    private const string Source = "Le ministre Jean Dupont a annoncé mardi à Bruxelles un plan de 250 millions pour les hôpitaux du pays.";
    private const string English = "Minister Jean Dupont announced on Tuesday in Brussels a 250 million plan for the country's hospitals.";

    public static TheoryData<string> Engines => ["libretranslate", "deepl", "openai"];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_good_answer_is_a_translation_with_its_provenance(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, _) = await RunAsync(script, Good(script));
        Assert.Equal("translated", translation.State);
        Assert.Equal(English, translation.Fields!.Body[0]);
        Assert.Equal(engine, translation.Provenance!.Engine);
        Assert.Equal(engine == "openai" ? "llm" : "neural", translation.Quality);
        Assert.True(translation.Stats.BilledChars > 0);
        Assert.Equal(engine switch { "deepl" => "trace-1", "openai" => "chat-1", _ => null }, translation.Provenance.RequestId);
        Assert.DoesNotContain("Jean Dupont", server.Calls.Last().ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Throttling_with_Retry_After_waits_that_long_and_goes_on(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, clock) = await RunAsync(script, ScriptedServer.Json(429, new { message = "slow" }, ("Retry-After", "7")), Good(script));
        Assert.Equal("translated", translation.State);
        Assert.Equal(2, server.Calls.Count);
        Assert.Contains(TimeSpan.FromSeconds(7), clock.Waits);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        var script = EngineScript.DeepL;
        var at = new ManualClock().GetUtcNow().AddSeconds(9).ToString("R", CultureInfo.InvariantCulture);
        var (translation, _, clock) = await RunAsync(script, ScriptedServer.Json(429, new { message = "slow" }, ("Retry-After", at)), Good(script));
        Assert.Equal("translated", translation.State);
        Assert.Contains(TimeSpan.FromSeconds(9), clock.Waits);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Throttling_without_Retry_After_backs_off_and_goes_on(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, clock) = await RunAsync(script, ScriptedServer.Json(429, new { error = "Slowdown: 80 per minute" }), Good(script));
        Assert.Equal("translated", translation.State);
        Assert.Equal(2, server.Calls.Count);
        Assert.NotEmpty(clock.Waits);
    }

    [Fact]
    public async Task A_long_Retry_After_is_left_to_the_sweeper_and_the_engine_is_not_asked_before()
    {
        var script = EngineScript.DeepL;
        var (translation, server, clock) = await RunAsync(script, ScriptedServer.Json(429, new { message = "slow" }, ("Retry-After", "600")));
        AssertPending(translation, clock, "Throttled", "429", TimeSpan.FromSeconds(600));
        Assert.Single(server.Calls);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_overloaded_engine_529_is_throttling(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, _, _) = await RunAsync(script, ScriptedServer.Json(529, new { message = "too many" }), Good(script));
        Assert.Equal("translated", translation.State);
    }

    [Fact]
    public async Task A_used_up_quota_456_is_not_retried_and_waits_for_its_reset()
    {
        var (translation, server, clock) = await RunAsync(EngineScript.DeepL, ScriptedServer.Json(456, new { message = "Quota exceeded" }));
        Assert.Equal("quota", translation.State);
        Assert.Equal("QuotaExhausted", translation.Error!.Class);
        Assert.Equal(clock.GetUtcNow().AddHours(1), translation.NextAttemptAt);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task After_the_reset_the_engine_is_asked_again()
    {
        var script = EngineScript.DeepL;
        await using var server = await StartAsync(script, ScriptedServer.Json(456, new { message = "Quota exceeded" }), Good(script));
        var clock = Clock();
        await using var translating = Translating.With([script.Create(server, clock)], clock: clock);
        Assert.Equal("quota", (await HandleAsync(translating)).State);
        Assert.Equal("quota", (await HandleAsync(translating)).State);
        Assert.Single(server.Calls);
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("translated", (await HandleAsync(translating)).State);
    }

    [Fact]
    public async Task A_ban_403_rests_the_engine_for_ten_minutes()
    {
        var (translation, server, clock) = await RunAsync(EngineScript.LibreTranslate, ScriptedServer.Json(403, new { error = "Forbidden: too many violations" }));
        AssertPending(translation, clock, "Throttled", "ban", TimeSpan.FromMinutes(10));
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("libretranslate", 403, "Invalid API key")]
    [InlineData("libretranslate", 400, "Please contact the server operator to get an API key")]
    [InlineData("deepl", 403, "Wrong endpoint or key")]
    [InlineData("openai", 401, "bad key")]
    [InlineData("openai", 404, "no such model")]
    public async Task A_wrong_key_or_model_needs_an_operator_and_is_not_retried(string engine, int status, string error)
    {
        var script = EngineScript.Of(engine);
        await using var server = await StartAsync(script, ScriptedServer.Json(status, new { error }));
        var clock = Clock();
        await using var translating = Translating.With([script.Create(server, clock)], clock: clock);
        AssertPending(await HandleAsync(translating), clock, "AuthOrConfig", status.ToString(CultureInfo.InvariantCulture), TimeSpan.FromMinutes(1));
        Assert.Single(server.Calls);
        Assert.True((await translating.Monitor.ReadAsync(TestContext.Current.CancellationToken)).NeedsOperator);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Too_large_413_is_halved_at_sentence_ends(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, _) = await RunAsync(
            script, [Source + " " + Source], ScriptedServer.Json(413, new { message = "too large" }), script.All(texts => [.. texts.Select(Translate)]));
        Assert.Equal("translated", translation.State);
        Assert.Equal(English + " " + English, translation.Fields!.Body[0]);
        Assert.Equal(2, server.Calls.Count);
        Assert.Equal(2, script.Texts(server.Calls.Last()).Count);
    }

    [Fact]
    public async Task What_is_too_large_even_in_eighths_fails_as_such()
    {
        var (translation, server, _) = await RunAsync(EngineScript.LibreTranslate, ScriptedServer.Json(400, new { error = "Invalid request: request (99) exceeds text limit (10)" }));
        Assert.Equal("failed", translation.State);
        Assert.Equal("too-large", translation.Error!.Class);
        Assert.Equal(4, server.Calls.Count);
    }

    [Theory]
    [InlineData("libretranslate")]
    [InlineData("deepl")]
    public async Task A_pair_it_refuses_is_unsupported_and_remembered(string engine)
    {
        var script = EngineScript.Of(engine);
        if (engine == "deepl")
        {
            // Not in the catalogue: never asked.
            var (unknown, untouched, _) = await RunAsync(script, "nl", Good(script));
            Assert.Equal("unsupported-pair", unknown.State);
            Assert.Empty(untouched.Calls);
            return;
        }
        await using var server = await StartAsync(script, ScriptedServer.Json(400, new { error = "en is not available as a target language" }));
        var clock = Clock();
        await using var translating = Translating.With([script.Create(server, clock)], clock: clock);
        var translation = await HandleAsync(translating);
        Assert.Equal("unsupported-pair", translation.State);
        Assert.Equal("no-route", translation.Error!.Class);
        Assert.Equal("unsupported-pair", (await HandleAsync(translating)).State);
        Assert.Single(server.Calls);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_refused_text_400_is_not_retried_and_fails(string engine)
    {
        var (translation, server, _) = await RunAsync(EngineScript.Of(engine), ScriptedServer.Json(400, new { error = "what?" }));
        Assert.Equal("failed", translation.State);
        Assert.Equal("InvalidInput", translation.Error!.Class);
        Assert.Single(server.Calls);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_slow_engine_is_given_up_at_the_limit_of_a_call_and_tried_again(string engine)
    {
        var script = EngineScript.Of(engine);
        var clock = Clock();
        var translator = default(ITranslator);
        await using var server = await StartAsync(script, ScriptedServer.Hang(() => clock.Advance(translator!.Traits.Limits.Attempt + TimeSpan.FromSeconds(1))), Good(script));
        translator = script.Create(server, clock);
        await using var translating = Translating.With([translator], clock: clock);
        Assert.Equal("translated", (await HandleAsync(translating)).State);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task An_engine_that_always_hangs_ends_pending_with_the_time_of_the_next_try()
    {
        var script = EngineScript.LibreTranslate;
        var clock = Clock();
        await using var server = await StartAsync(script, ScriptedServer.Hang(() => clock.Advance(TimeSpan.FromSeconds(31))));
        await using var translating = Translating.With([script.Create(server, clock)], clock: clock);
        AssertPending(await HandleAsync(translating), clock, "Timeout", "timeout", TimeSpan.FromMinutes(1));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_connection_cut_in_the_middle_of_an_answer_is_retried(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, _) = await RunAsync(script, ScriptedServer.HalfClosed(), Good(script));
        Assert.Equal("translated", translation.State);
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_server_error_that_stays_ends_pending_after_the_retries(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, clock) = await RunAsync(script, ScriptedServer.Json(500, new { error = "oops" }));
        AssertPending(translation, clock, "Transient", null, TimeSpan.FromMinutes(1));
        Assert.True(server.Calls.Count > 1);
    }

    public static TheoryData<string, string> UselessAnswers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var engine in new[] { "libretranslate", "deepl", "openai" })
            {
                foreach (var kind in new[] { "truncated", "repeated", "untranslated", "emoji", "lost-placeholder", "doubled-placeholder", "preamble", "empty", "control" })
                    data.Add(engine, kind);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(UselessAnswers))]
    public async Task A_200_with_something_else_than_a_translation_is_rejected(string engine, string kind)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, _) = await RunAsync(script, script.Each(text => Spoil(text, kind)));
        Assert.Equal("rejected", translation.State);
        Assert.Null(translation.Fields);
        Assert.Equal("BadOutput", translation.Error!.Class);
        Assert.True(server.Calls.Count > 1, "a smaller piece was not tried");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_useless_200_passes_the_text_to_the_next_engine(string engine)
    {
        var script = EngineScript.Of(engine);
        await using var bad = await StartAsync(script, script.Each(t => t));
        var clock = Clock();
        var second = new ScriptedTranslator("apertium", request => TranslatorAnswer.Ok([.. request.Segments.Select(s => new TranslatedSegment(Translate(s)))]))
        {
            Catalog = ScriptedTranslator.Direct,
        };
        await using var translating = Translating.With([script.Create(bad, clock), second], clock: clock);
        var translation = await HandleAsync(translating);
        Assert.Equal("translated", translation.State);
        Assert.Equal("apertium", translation.Provenance!.Engine);
        var fallback = Assert.Single(translation.Provenance.FallbackFrom);
        Assert.Equal((engine, "BadOutput", "copied"), (fallback.Engine, fallback.Class, fallback.Code));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_array_of_another_length_is_asked_once_more_in_halves_and_then_rejected(string engine)
    {
        var script = EngineScript.Of(engine);
        var (translation, server, _) = await RunAsync(script, [Source, Source + " Fin."], script.All(texts => [.. texts.Select(Translate), "more"]));
        Assert.Equal("rejected", translation.State);
        Assert.Equal("array-length", translation.Error!.Code);
        Assert.Equal(2, server.Calls.Count);
    }

    [Theory]
    [InlineData("libretranslate", "<html>gateway</html>")]
    [InlineData("deepl", "[1,2]")]
    [InlineData("deepl", """{"translations":[{"text":5,"billed_characters":"x"}]}""")]
    [InlineData("openai", """{"choices":7}""")]
    [InlineData("libretranslate", """{"translatedText":{"a":1}}""")]
    public async Task Junk_with_status_200_is_rejected_and_never_throws(string engine, string body)
    {
        var (translation, _, _) = await RunAsync(EngineScript.Of(engine), ScriptedServer.Text(200, body));
        Assert.Equal("rejected", translation.State);
    }

    [Theory]
    [InlineData("length", 1000, "finish-length")]
    [InlineData("stop", 5, "prompt-truncated")]
    public async Task A_model_that_was_cut_short_on_either_side_is_rejected(string reason, int promptTokens, string code)
    {
        var (translation, _, _) = await RunAsync(
            EngineScript.OpenAi, ScriptedServer.Json(200, EngineScript.Completion($"[\"{English}\"]", reason, promptTokens)));
        Assert.Equal("rejected", translation.State);
        Assert.Equal(code, translation.Error!.Code);
    }

    [Fact]
    public async Task One_code_fence_around_a_models_answer_is_forgiven()
    {
        var step = (HttpContext context, JsonNode call) => ScriptedServer.Json(
            200, EngineScript.Completion("```json\n" + System.Text.Json.JsonSerializer.Serialize(EngineScript.OpenAi.Texts(call).Select(Translate)) + "\n```"))(context, call);
        var (translation, _, _) = await RunAsync(EngineScript.OpenAi, step);
        Assert.Equal("translated", translation.State);
    }

    private static string Translate(string text)
    {
        // The engine's form of the one protected name stands between "ministre " and " a annoncé".
        var from = text.IndexOf("ministre ", StringComparison.Ordinal) + 9;
        var token = text[from..text.IndexOf(" a annoncé", StringComparison.Ordinal)];
        return English.Replace("Jean Dupont", token, StringComparison.Ordinal);
    }

    private static string Spoil(string text, string kind) => kind switch
    {
        "truncated" => text.Contains("annoncé", StringComparison.Ordinal) ? Translate(text)[..30] : "x",
        "repeated" => text.Contains("annoncé", StringComparison.Ordinal) ? Translate(text)[..40] + string.Concat(Enumerable.Repeat(" the plan", 6)) : string.Concat(Enumerable.Repeat("the plan ", 6)),
        "untranslated" => text,
        "emoji" => "🙂",
        "lost-placeholder" => English,
        "doubled-placeholder" => text + " " + text,
        "preamble" => "Here is the translation: " + (text.Contains("annoncé", StringComparison.Ordinal) ? Translate(text) : "the plan"),
        "empty" => string.Empty,
        "control" => (text.Contains("annoncé", StringComparison.Ordinal) ? Translate(text) : "the plan") + "\u0007",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Step Good(EngineScript script) => script.Each(Translate);

    // Delays of retries are jumped over; limits of calls (10 s and more, exact) are not.
    private static ManualClock Clock() => new(d => d.TotalSeconds is < 60 and not (10 or 15 or 30 or 40));

    private static async Task<ScriptedServer> StartAsync(EngineScript script, params Step[] steps)
    {
        var server = await ScriptedServer.StartAsync(steps);
        script.AddDiscovery(server);
        return server;
    }

    private static Task<(Translation, ScriptedServer, ManualClock)> RunAsync(EngineScript script, params Step[] steps) => RunAsync(script, "fr", [Source], steps);

    private static Task<(Translation, ScriptedServer, ManualClock)> RunAsync(EngineScript script, string source, params Step[] steps) => RunAsync(script, source, [Source], steps);

    private static Task<(Translation, ScriptedServer, ManualClock)> RunAsync(EngineScript script, string[] body, params Step[] steps) => RunAsync(script, "fr", body, steps);

    private static async Task<(Translation, ScriptedServer, ManualClock)> RunAsync(EngineScript script, string source, string[] body, Step[] steps)
    {
        await using var server = await StartAsync(script, steps);
        var clock = Clock();
        await using var translating = Translating.With([script.Create(server, clock)], clock: clock);
        return (await HandleAsync(translating, source, body), server, clock);
    }

    private static Task<Translation> HandleAsync(Translating translating, string source = "fr", params string[] body)
        => translating.Handler.HandleAsync(Translating.Command(source, "en", null, body.Length == 0 ? [Source] : body, "Jean Dupont"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private static void AssertPending(Translation translation, ManualClock clock, string kind, string? code, TimeSpan after)
    {
        Assert.Equal("pending", translation.State);
        Assert.Null(translation.Fields);
        Assert.Equal(kind, translation.Error!.Class);
        if (code is not null)
            Assert.Equal(code, translation.Error.Code);
        Assert.Equal(clock.GetUtcNow() + after, translation.NextAttemptAt);
    }
}

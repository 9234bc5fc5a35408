using System.Text.Json.Nodes;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations.Engines;

/// <summary>LibreTranslate over its REST interface (read for 1.9.6).</summary>
public sealed class LibreTranslateTranslator : ITranslator, IDisposable
{
    /// <summary>It bans callers that were throttled too often, and tells by a plain 403.</summary>
    private static readonly TimeSpan Ban = TimeSpan.FromMinutes(10);

    private readonly HttpEngine _http;
    private readonly string? _key;

    public LibreTranslateTranslator(LibreTranslateOptions options, TimeProvider clock)
    {
        var url = options.Url ?? throw new ArgumentException("LibreTranslate needs an address.", nameof(options));
        _http = new HttpEngine(url, clock);
        _key = EngineKeys.Read(options.KeyFile, "LIBRETRANSLATE_API_KEY");
        var isLocal = options.IsLocal ?? EngineKeys.IsLocal(url);
        Traits = new EngineTraits
        {
            Tier = "neural",
            IsLocal = isLocal,
            IsDeterministic = true,
            Placeholders = PlaceholderStyle.Word,
            MaxSegments = 16,
            MaxCharacters = 2000,
            Limits = EngineDefaults.LibreTranslate(isLocal),
        };
    }

    public string Name => "libretranslate";

    public EngineTraits Traits { get; }

    /// <summary>Ready when it lists languages: its health check passes while models still download.</summary>
    public async ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.GetAsync("languages", cancellationToken);
        if (!answer.IsOk || answer.Json is not JsonArray { Count: > 0 } languages)
        {
            var failure = answer.IsOk ? answer.Fail(TranslatorOutcome.Transient, "loading") : answer.Classify();
            return new TranslatorCatalog { IsReady = false, Problem = $"/languages: {failure.Code} {failure.Message}", Failure = failure };
        }
        var routes = new Dictionary<LanguagePair, IReadOnlyList<TranslationLeg>>();
        foreach (var language in languages.OfType<JsonObject>())
        {
            var source = HttpJson.Text(HttpJson.At(language, "code")) ?? string.Empty;
            foreach (var target in HttpJson.Strings(HttpJson.At(language, "targets")) ?? [])
            {
                // Of pt and pt-BR the plain code wins.
                var pair = LanguagePair.Of(source, target);
                if (pair.Source != pair.Target && (!routes.ContainsKey(pair) || (source == pair.Source && target == pair.Target)))
                    routes[pair] = [new TranslationLeg(string.Empty, $"{source}>{target}", pair)];
            }
        }
        var spec = await _http.GetAsync("spec", cancellationToken);
        return new TranslatorCatalog { IsReady = true, Version = HttpJson.Text(HttpJson.At(spec.Json, "info", "version")), Routes = routes };
    }

    public async Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken)
    {
        var codes = request.Leg.Mode.Split('>');
        var body = new JsonObject
        {
            ["q"] = new JsonArray([.. request.Segments.Select(s => JsonValue.Create(s))]),
            ["source"] = codes[0],
            ["target"] = codes[^1],
            ["format"] = "text",
        };
        if (_key is not null)
            body["api_key"] = _key;
        var answer = await _http.PostAsync("translate", body, cancellationToken);
        if (!answer.IsOk)
            return Explain(answer);
        var texts = HttpJson.Strings(HttpJson.At(answer.Json, "translatedText"));
        return texts is null
            ? answer.Classify()
            : TranslatorAnswer.Ok([.. texts.Select(t => new TranslatedSegment(t))]) with { BilledCharacters = request.Characters };
    }

    public void Dispose() => _http.Dispose();

    private static TranslatorAnswer Explain(HttpAnswer answer)
    {
        bool Says(string text) => answer.ErrorText.Contains(text, StringComparison.OrdinalIgnoreCase);
        return answer.Code switch
        {
            400 when Says("not supported") || Says("not available as a target") => answer.Fail(TranslatorOutcome.UnsupportedPair),
            400 when Says("exceeds text limit") => answer.Fail(TranslatorOutcome.TooLarge),
            400 or 403 when Says("API key") => answer.Fail(TranslatorOutcome.AuthOrConfig),
            403 => answer.Fail(TranslatorOutcome.Throttled, "ban") with { RetryAfter = Ban },
            _ => answer.Classify(),
        };
    }
}

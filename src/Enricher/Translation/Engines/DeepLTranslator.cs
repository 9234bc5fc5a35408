using System.Text.Json.Nodes;
using Newswire.Contracts;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations.Engines;

/// <summary>DeepL v2 over REST (OpenAPI 3.11.0). Always names the source language; the headline goes along as context, which is not billed.</summary>
public sealed class DeepLTranslator : ITranslator, IDisposable
{
    private readonly DeepLOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpEngine _http;

    public DeepLTranslator(DeepLOptions options, string key, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var host = key.EndsWith(":fx", StringComparison.Ordinal) ? "https://api-free.deepl.com" : "https://api.deepl.com";
        _http = new HttpEngine(options.Url ?? new Uri(host), clock);
        _http.Authorize("DeepL-Auth-Key", key);
    }

    public string Name => "deepl";

    public EngineTraits Traits { get; } = new()
    {
        Tier = "neural",
        IsLocal = false,
        Placeholders = PlaceholderStyle.Xml,
        // 128 KiB a body; characters of two bytes and escapes leave room for this many.
        MaxSegments = 50,
        MaxCharacters = 30_000,
        Limits = EngineDefaults.DeepL,
    };

    public async ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.GetAsync("v3/languages?resource=translate_text", cancellationToken);
        if (!answer.IsOk || (answer.Json as JsonArray ?? HttpJson.At(answer.Json, "languages") as JsonArray) is not { Count: > 0 } languages)
        {
            var failure = Explain(answer);
            return new TranslatorCatalog { IsReady = false, Problem = $"/v3/languages: {failure.Code} {failure.Message}", Failure = failure };
        }
        var all = languages.Select(l => (
            Tag: HttpJson.Text(HttpJson.At(l, "lang")) ?? string.Empty,
            From: HttpJson.IsTrue(HttpJson.At(l, "usable_as_source")),
            To: HttpJson.IsTrue(HttpJson.At(l, "usable_as_target")))).ToList();
        var routes = new Dictionary<LanguagePair, IReadOnlyList<TranslationLeg>>();
        foreach (var source in all.Where(l => l.From).Select(l => LanguageTag.Primary(l.Tag)).Distinct(StringComparer.Ordinal))
        {
            foreach (var target in all.Where(l => l.To).Select(l => LanguageTag.Primary(l.Tag)).Distinct(StringComparer.Ordinal))
            {
                if (source != target)
                    routes[new LanguagePair(source, target)] = [new TranslationLeg(string.Empty, TargetCode(target), new LanguagePair(source, target))];
            }
        }
        return new TranslatorCatalog { IsReady = true, Version = "v2", Glossary = _options.GlossaryId, Routes = routes };
    }

    public async Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["text"] = new JsonArray([.. request.Segments.Select(s => JsonValue.Create(s))]),
            ["source_lang"] = request.Leg.Pair.Source.ToUpperInvariant(),
            ["target_lang"] = request.Leg.Mode,
            ["preserve_formatting"] = true,
            ["split_sentences"] = "nonewlines",
            ["tag_handling"] = "xml",
            ["ignore_tags"] = new JsonArray(JsonValue.Create("x")),
            ["show_billed_characters"] = true,
        };
        if (request.Context is not null)
            body["context"] = request.Context;
        if (_options.GlossaryId is not null)
            body["glossary_id"] = _options.GlossaryId;
        var answer = await _http.PostAsync("v2/translate", body, cancellationToken);
        if (!answer.IsOk || HttpJson.At(answer.Json, "translations") is not JsonArray { Count: > 0 } translations)
            return Explain(answer);
        var texts = translations.Select(t => HttpJson.Text(HttpJson.At(t, "text"))).ToList();
        if (texts.Contains(null))
            return answer.Fail(TranslatorOutcome.BadOutput, "shape");
        return TranslatorAnswer.Ok([.. texts.Select(t => new TranslatedSegment(t!))]) with
        {
            BilledCharacters = translations.Sum(t => HttpJson.Number(HttpJson.At(t, "billed_characters")) ?? 0) is > 0 and var billed ? billed : request.Characters,
            RequestId = answer.RequestId,
            Model = HttpJson.Text(HttpJson.At(translations[0], "model_type_used")),
        };
    }

    public void Dispose() => _http.Dispose();

    // 456: used up. When it comes back depends on the plan, so the engine is asked again every hour.
    private TranslatorAnswer Explain(HttpAnswer answer)
        => answer.Code == 456 ? answer.Fail(TranslatorOutcome.QuotaExhausted) with { Until = _clock.GetUtcNow() + TimeSpan.FromHours(1) } : answer.Classify();

    private string TargetCode(string target) => target switch
    {
        "en" => _options.EnglishVariant,
        "pt" => _options.PortugueseVariant,
        _ => target.ToUpperInvariant(),
    };
}

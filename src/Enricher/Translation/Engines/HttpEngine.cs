using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newswire.Enricher.Translations.Engines;

/// <summary>
/// What the HTTP engines share: one exchange of JSON, whose every failure below the engine's own protocol is an outcome. No time limit of its own: the
/// caller's token is the limit.
/// </summary>
internal sealed class HttpEngine : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    /// <param name="baseAddress">With or without a trailing slash.</param>
    public HttpEngine(Uri baseAddress, TimeProvider clock)
    {
        _clock = clock;
        // No redirects: they would carry the key elsewhere. A new connection every 5 minutes follows changes of DNS.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
        _client = new HttpClient(handler)
        {
            BaseAddress = new Uri(baseAddress.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        // Error texts are localized by some engines, and told apart by their text.
        _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
    }

    public void Authorize(string scheme, string key) => _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, key);

    public Task<HttpAnswer> GetAsync(string path, CancellationToken cancellationToken)
        => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public Task<HttpAnswer> PostAsync(string path, JsonNode body, CancellationToken cancellationToken)
        => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") }, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                using var response = await _client.SendAsync(request, cancellationToken);
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                return new HttpAnswer(response.StatusCode, Parse(text), text, RetryAfter(response.Headers.RetryAfter), Header(response, "X-Trace-ID") ?? Header(response, "X-Request-ID"), null);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
            {
                return new HttpAnswer(HttpStatusCode.ServiceUnavailable, null, string.Empty, null, null, TranslatorAnswer.Fail(TranslatorOutcome.Transient, "connection", e.Message));
            }
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - _clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

/// <param name="Failure">Set when there was no answer at all.</param>
internal sealed record HttpAnswer(HttpStatusCode Status, JsonNode? Json, string Text, TimeSpan? RetryAfter, string? RequestId, TranslatorAnswer? Failure)
{
    public bool IsOk => Failure is null && Status == HttpStatusCode.OK;

    public int Code => (int)Status;

    public TranslatorAnswer Fail(TranslatorOutcome outcome, string? code = null) => new()
    {
        Outcome = outcome,
        Code = code ?? Code.ToString(CultureInfo.InvariantCulture),
        Message = Shorten(ErrorText),
        RetryAfter = RetryAfter,
        RequestId = RequestId,
    };

    /// <summary>The engine's own words, whichever of the usual members holds them.</summary>
    public string ErrorText
        => HttpJson.Text(HttpJson.At(Json, "error", "message")) ?? HttpJson.Text(HttpJson.At(Json, "error")) ?? HttpJson.Text(HttpJson.At(Json, "message")) ?? string.Empty;

    /// <summary>What most servers mean by a status; the engines' own meanings come first.</summary>
    public TranslatorAnswer Classify() => Failure ?? Code switch
    {
        408 => Fail(TranslatorOutcome.Timeout),
        413 or 414 => Fail(TranslatorOutcome.TooLarge),
        429 or 529 => Fail(TranslatorOutcome.Throttled),
        401 or 403 or 404 => Fail(TranslatorOutcome.AuthOrConfig),
        >= 300 and < 400 => Fail(TranslatorOutcome.AuthOrConfig, "redirect"),
        >= 500 => Fail(TranslatorOutcome.Transient),
        200 => Fail(TranslatorOutcome.BadOutput, Json is null ? "not-json" : "shape"),
        _ => Fail(TranslatorOutcome.InvalidInput),
    };

    private static string Shorten(string text) => text.Length > 200 ? text[..200] : text;
}

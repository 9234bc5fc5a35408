using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>A translation server on loopback that does what the script says, one step a POST; the last step stays. GETs answer discovery.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, JsonNode, Task>> _steps = new();
    private Func<HttpContext, JsonNode, Task>? _last;

    private ScriptedServer(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>Bodies posted so far.</summary>
    public ConcurrentQueue<JsonNode> Calls { get; } = new();

    public Dictionary<string, string> Discovery { get; } = new(StringComparer.Ordinal);

    public static async Task<ScriptedServer> StartAsync(params Func<HttpContext, JsonNode, Task>[] steps)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedServer(app);
        foreach (var step in steps)
            server._steps.Enqueue(step);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Url = new Uri(app.Urls.First());
        return server;
    }

    public static Func<HttpContext, JsonNode, Task> Json(int status, object body, params (string Name, string Value)[] headers) => async (context, _) =>
    {
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await WriteAsync(context, status, JsonSerializer.Serialize(body));
    };

    public static Func<HttpContext, JsonNode, Task> Text(int status, string body) => (context, _) => WriteAsync(context, status, body);

    /// <summary>Announces a long answer, sends a piece of it and closes the connection.</summary>
    public static Func<HttpContext, JsonNode, Task> HalfClosed() => async (context, _) =>
    {
        context.Response.ContentLength = 10_000;
        await context.Response.WriteAsync("{\"translatedText\":[\"Hel");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Never answers; says when it was asked.</summary>
    public static Func<HttpContext, JsonNode, Task> Hang(Action asked) => async (context, _) =>
    {
        asked();
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    public static async Task WriteAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, Encoding.UTF8);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var found = Discovery.TryGetValue(context.Request.Path.Value!, out var body);
            await WriteAsync(context, found ? 200 : 404, body ?? "{}");
            return;
        }
        var call = (await JsonNode.ParseAsync(context.Request.Body))!;
        Calls.Enqueue(call);
        if (_steps.TryDequeue(out var step))
            _last = step;
        await _last!(context, call);
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Engines;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>Each HTTP engine with its protocol, so that one script of a server's behaviour can be told in all of them.</summary>
internal abstract class EngineScript(string name)
{
    public static EngineScript LibreTranslate { get; } = new Libre();

    public static EngineScript DeepL { get; } = new Deep();

    public static EngineScript OpenAi { get; } = new Chat();

    public static EngineScript Of(string name) => name switch { "libretranslate" => LibreTranslate, "deepl" => DeepL, _ => OpenAi };

    public override string ToString() => name;

    public abstract void AddDiscovery(ScriptedServer server);

    public abstract ITranslator Create(ScriptedServer server, TimeProvider clock);

    public abstract IReadOnlyList<string> Texts(JsonNode call);

    protected abstract object Answer(IReadOnlyList<string> texts, JsonNode call);

    /// <summary>Answers 200 with what a function makes of the texts.</summary>
    public Func<HttpContext, JsonNode, Task> Each(Func<string, string> translate) => All(texts => [.. texts.Select(translate)]);

    public Func<HttpContext, JsonNode, Task> All(Func<IReadOnlyList<string>, IReadOnlyList<string>> translate)
        => (context, call) => ScriptedServer.Json(200, Answer(translate(Texts(call)), call), ("X-Trace-ID", "trace-1"))(context, call);

    private sealed class Libre() : EngineScript("libretranslate")
    {
        public override void AddDiscovery(ScriptedServer server)
            => server.Discovery["/languages"] = """[{"code":"fr","name":"French","targets":["en","es","fr"]},{"code":"en","name":"English","targets":["fr"]}]""";

        public override ITranslator Create(ScriptedServer server, TimeProvider clock)
            => new LibreTranslateTranslator(new LibreTranslateOptions { Url = server.Url }, clock);

        public override IReadOnlyList<string> Texts(JsonNode call) => [.. call["q"]!.AsArray().Select(t => (string)t!)];

        protected override object Answer(IReadOnlyList<string> texts, JsonNode call) => new { translatedText = texts };
    }

    private sealed class Deep() : EngineScript("deepl")
    {
        public override void AddDiscovery(ScriptedServer server)
            => server.Discovery["/v3/languages"] = """[{"lang":"fr","usable_as_source":true,"usable_as_target":true},{"lang":"en-GB","usable_as_source":false,"usable_as_target":true},{"lang":"en","usable_as_source":true}]""";

        public override ITranslator Create(ScriptedServer server, TimeProvider clock) => new DeepLTranslator(new DeepLOptions { Url = server.Url }, "key", clock);

        public override IReadOnlyList<string> Texts(JsonNode call) => [.. call["text"]!.AsArray().Select(t => (string)t!)];

        protected override object Answer(IReadOnlyList<string> texts, JsonNode call)
            => new { translations = texts.Select(t => new { detected_source_language = "FR", text = t, billed_characters = t.Length }) };
    }

    private sealed class Chat() : EngineScript("openai")
    {
        public override void AddDiscovery(ScriptedServer server) => server.Discovery["/v1/models"] = """{"data":[{"id":"m"}]}""";

        public override ITranslator Create(ScriptedServer server, TimeProvider clock)
            => new OpenAiTranslator(new OpenAiOptions { Url = new Uri(server.Url, "v1"), Model = "m" }, clock);

        public override IReadOnlyList<string> Texts(JsonNode call)
            => [.. JsonNode.Parse((string)call["messages"]![1]!["content"]!)!.AsArray().Select(t => (string)t!)];

        protected override object Answer(IReadOnlyList<string> texts, JsonNode call) => Completion(System.Text.Json.JsonSerializer.Serialize(texts));
    }

    public static object Completion(string content, string reason = "stop", int promptTokens = 1000) => new
    {
        id = "chat-1",
        model = "m",
        choices = new[] { new { finish_reason = reason, message = new { role = "assistant", content } } },
        usage = new { prompt_tokens = promptTokens },
    };
}

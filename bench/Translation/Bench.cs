using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Contracts;
using Newswire.Enricher.Translations;

namespace Newswire.TranslationBench;

/// <summary>What the benchmarks share: services as the Enricher registers them, and commands over lines of text.</summary>
internal static class Bench
{
    public static ServiceProvider Services(params (string Key, string Value)[] settings)
        => new ServiceCollection().AddLogging().AddTranslation(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create(TranslationOptions.Section + ":" + s.Key, (string?)s.Value))).Build()).BuildServiceProvider();

    public static TranslateDispatch Command(IReadOnlyList<string> body, string source, string target) => new()
    {
        DispatchId = DispatchIdentity.ForDispatch("bench", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', body))),
        ItemIndex = 0,
        Uri = "urn:newswire:bench",
        Feed = "bench",
        ContentHash = TranslationHash.OfContent(null, body),
        Source = source,
        Target = target,
        Body = body,
    };

    public static int Words(IEnumerable<string> texts) => texts.Sum(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    public static async Task<IReadOnlyList<string>> LinesAsync(string path)
        => [.. (await File.ReadAllLinesAsync(path)).Select(l => l.Trim()).Where(l => l.Length > 0)];
}

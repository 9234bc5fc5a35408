using System.CommandLine;
using System.Text;
using System.Text.Json;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Collector.Sources;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Formats;
using Newswire.ServiceDefaults;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire try PATH…</c>: what the reader and the models make of files, without bus or archive.</summary>
internal static class TryVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var bare = new Option<bool>("--no-enrich") { Description = "Only read: no language, no names, no translation plan." };
        var source = new Option<string>("--source") { Description = "Read as this feed; its settings apply.", DefaultValueFactory = _ => "local", HelpName = "NAME" };
        var command = new Command("try", "Read (and enrich) files without bus or archive; one normalized record a line as JSON, a refused input as a line with \"rejected\".") { paths, bare, source };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(paths)!, !parsed.GetValue(bare), parsed.GetValue(source)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] paths, bool enrich, string source, CancellationToken cancellationToken)
    {
        var builder = CliHost.OneShot(parsed);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SourceCatalog>();
        new NewswireBuilder(builder.Services, builder.Configuration).AddEnrichment();
        using var host = builder.Build();

        var reader = host.Services.GetRequiredService<FormatReader>();
        var enrichment = enrich ? host.Services.GetRequiredService<Enrichment>() : null;
        var settings = host.Services.GetRequiredService<SourceCatalog>().For(source);
        var limits = host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<FormatLimits>>().Value;
        var refused = false;
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 1 << 16);

        // A file that is larger than any reader takes is refused by its size, before it is read.
        await foreach (var collected in new PathSource(source, paths, limits.InflatedBytes * 2L, TimeProvider.System).CollectAsync(cancellationToken))
        {
            foreach (var line in Lines(collected, source, settings, reader, enrichment, cancellationToken))
            {
                refused |= line.Refused;
                await output.WriteLineAsync(line.Json.AsMemory(), cancellationToken);
            }
        }

        return refused ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private static IEnumerable<(string Json, bool Refused)> Lines(
        CollectedDispatch collected, string source, SourceSettings settings, FormatReader reader, Enrichment? enrichment, CancellationToken cancellationToken)
    {
        if (collected.Content is not { } content)
        {
            yield return (Rejected(collected.File, null, collected.Failure!.Code, collected.Failure.Reason), true);
            yield break;
        }

        DispatchReading? reading = null;
        Refusal? refusal = null;
        try
        {
            reading = reader.Read(RawDispatch.Of(source, content, collected.Received) with { File = collected.File, Settings = settings }, cancellationToken);
        }
        catch (UnreadableDispatchException e)
        {
            refusal = e.Refusal;
        }

        if (refusal is not null)
        {
            yield return (Rejected(collected.File, null, refusal.Code, refusal.Reason), true);
            yield break;
        }

        foreach (var item in reading!.Items)
        {
            if (item.Record is { } record)
                yield return (JsonSerializer.Serialize(enrichment is null ? record : enrichment.Enrich(record, settings).Record, NewswireJson.Wire.NewsRecord), false);
            else
                yield return (Rejected(collected.File, item.Index, item.Refusal!.Code, item.Refusal.Reason), true);
        }
    }

    private static string Rejected(string file, int? index, string code, string reason)
        => CliJson.Line(new { file, itemIndex = index, rejected = new { code, reason } });
}

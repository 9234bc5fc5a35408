using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Enricher.Entities;
using Newswire.Enricher.Language;
using Newswire.EnrichmentBench;
using Newswire.Formats;
using Newswire.ServiceDefaults;

// dotnet run -c Release --project bench/Enrichment [-- FILE…]
// What the enricher does with a dispatch, but for the bus, on one core: plain wire texts of 400 words made of the files' lines (a sentence or a
// paragraph each), or the seed dispatch. Each step against reading alone, in turns within one run.
var dispatches = args.Length > 0 ? args.SelectMany(Texts.OfFile).ToList() : [Texts.Seed()];
var builder = Host.CreateEmptyApplicationBuilder(null);
builder.AddNewswire(newswire => newswire.AddEnrichment());
using var host = builder.Build();
var reader = host.Services.GetRequiredService<FormatReader>();
var languages = host.Services.GetRequiredService<LanguageEnricher>();
var entities = host.Services.GetRequiredService<EntityRecognizer>();
var enrichment = host.Services.GetRequiredService<Enrichment>();
var settings = new SourceSettings();

var inputs = dispatches.Select(d => new Input(d, reader.Read(d).Items.Single().Record ?? throw new InvalidOperationException("a text was refused"))).ToList();
var words = inputs.Average(i => i.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
Console.WriteLine($"{inputs.Count} dispatches of {words:F0} words; languages {string.Join(' ', inputs.Select(i => enrichment.Enrich(i.Record, settings).Record.Language!.Tag).GroupBy(t => t).Select(g => $"{g.Key} {g.Count()}"))}");

Step[] steps =
[
    new("reading", i => reader.Read(i.Dispatch)),
    new("language", i => languages.Read(i.Body, i.Headline, null, [])),
    new("entities", i => entities.Recognize(i.Headline, i.Body, i.Language)),
    new("enrichment: language, entities, plan", i => enrichment.Enrich(i.Record, settings)),
    new("all: reading and enrichment", i => enrichment.Enrich(reader.Read(i.Dispatch).Items[0].Record!, settings)),
];
foreach (var input in inputs)
    input.Language = languages.Read(input.Body, input.Headline, null, []).Language.Tag ?? "und";
Stopwatches.Run(steps, inputs);
Console.WriteLine("| step | dispatches/s on one core | µs | times reading | kB allocated |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var step in steps)
    Console.WriteLine($"| {step.Name} | {1e6 / step.Microseconds:N0} | {step.Microseconds:F0} | {step.Microseconds / steps[0].Microseconds:F2} | {step.Bytes / 1000.0:F1} |");

using System.Diagnostics;
using Newswire.Enricher.Entities;

// dotnet run -c Release --project bench/Entities [-- LANGUAGE [FILE]]
// One core: load time, tokens/s and documents/s, bytes allocated a document, and the same of tagging alone, which must leave no garbage.
var language = args.Length > 0 ? args[0] : "fr";
var body = args.Length > 1 ? File.ReadAllText(args[1]) : Samples.French;
var seconds = TimeSpan.FromSeconds(3);

var process = Process.GetCurrentProcess();
var start = process.TotalProcessorTime;
var models = new EntityModels();
var model = models.For(language) ?? throw new InvalidOperationException($"no model for {language}");
var gazetteer = models.Gazetteer;
Console.WriteLine($"model            {model.Header.Name}");
Console.WriteLine($"load             {(Cpu() - start).TotalMilliseconds:F0} ms of processor time, model and gazetteer, in code not yet compiled");
start = process.TotalProcessorTime;
var recognizer = new EntityRecognizer();
recognizer.Recognize(null, body, language);
Console.WriteLine($"again + first    {(Cpu() - start).TotalMilliseconds:F0} ms, loaded a second time, lists and first dispatch included");

using var tokens = new TokenList();
Tokenizer.Tokenize(body, tokens);
Console.WriteLine($"document         {body.Length} characters, {tokens.Count} tokens");

var whole = Measure(() => recognizer.Recognize(null, body, language));
Report("recognizer", whole);

var tagger = new EntityTagger();
var mentions = new List<Mention>();
Report("tagging alone", Measure(() =>
{
    tokens.Clear();
    mentions.Clear();
    Tokenizer.Tokenize(body, tokens);
    tagger.Tag(model, gazetteer, body, tokens, mentions);
}));

(double PerSecond, double Bytes) Measure(Action work)
{
    for (var i = 0; i < 300; i++)
    {
        work();
    }

    var bytes = GC.GetAllocatedBytesForCurrentThread();
    var rounds = 0;
    var run = Cpu();
    while (Cpu() - run < seconds)
    {
        for (var i = 0; i < 20; i++)
        {
            work();
            rounds++;
        }
    }

    return (rounds / (Cpu() - run).TotalSeconds, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / rounds);
}

// Processor time, not wall time: the figure must not depend on what else the machine does.
TimeSpan Cpu()
{
    process.Refresh();
    return process.TotalProcessorTime;
}

void Report(string what, (double PerSecond, double Bytes) m) =>
    Console.WriteLine($"{what,-16} {m.PerSecond:F0} documents/s, {m.PerSecond * tokens.Count:F0} tokens/s, {m.Bytes:F0} bytes/document");

using System.CommandLine;

namespace Newswire.PipelineBench;

/// <summary>How much is measured. The defaults are what the targets ask for; <c>--quick</c> shows the shape in minutes.</summary>
internal sealed record BenchOptions(string? Bus, int Pairs, int WarmUp, int Messages, int StageMessages, int DelaySeconds, int Concurrency, IReadOnlyList<string> Only, FileInfo? Json)
{
    public static readonly IReadOnlyList<string> Scenarios = ["publish", "consume", "batch", "batch-one-ack", "one-by-one", "stages", "delay"];

    public static RootCommand Command(Func<BenchOptions, Task<int>> run)
    {
        var bus = new Option<string?>("--bus") { Description = "Broker; else NEWSWIRE_TEST_RABBITMQ, else a private server of the installed package.", HelpName = "ADDRESS" };
        var quick = new Option<bool>("--quick") { Description = "3 pairs, 1,000 messages warm-up, 2,000 (stages 800) a leg, 10 s of delays." };
        var pairs = Number("--pairs", "Pairs of legs; the median counts. Default 5.");
        var warmUp = Number("--warm-up", "Messages before the first pair, each side. Default 15,000.");
        var messages = Number("--messages", "Messages of a leg of publish, consume and batch. Default 15,000.");
        var stageMessages = Number("--stage-messages", "Dispatches of a leg of the three stages. Default 5,000.");
        var seconds = Number("--delay-seconds", "Seconds of 200 dispatches a second. Default 30.");
        var concurrency = Number("--concurrency", "Messages in work at once in consume and enricher, both sides. Default twice the processors.");
        var only = new Option<string[]>("--only") { Description = "Measure only these.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Scenarios]);
        var json = new Option<FileInfo?>("--json") { Description = "Also write all figures to this file.", HelpName = "FILE" };
        var root = new RootCommand("Measures the product's messaging against the same flow on the bare RabbitMQ client, in turns on one broker.")
        {
            bus, quick, pairs, warmUp, messages, stageMessages, seconds, concurrency, only, json,
        };
        root.SetAction(parsed =>
        {
            var small = parsed.GetValue(quick);
            return run(new BenchOptions(
                parsed.GetValue(bus),
                parsed.GetValue(pairs) ?? (small ? 3 : 5),
                parsed.GetValue(warmUp) ?? (small ? 1_000 : 15_000),
                parsed.GetValue(messages) ?? (small ? 2_000 : 15_000),
                parsed.GetValue(stageMessages) ?? (small ? 800 : 5_000),
                parsed.GetValue(seconds) ?? (small ? 10 : 30),
                parsed.GetValue(concurrency) ?? Environment.ProcessorCount * 2,
                parsed.GetValue(only) is { Length: > 0 } named ? named : Scenarios,
                parsed.GetValue(json)));
        });
        return root;
    }

    private static Option<int?> Number(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is < 1)
                result.AddError($"{name} must be at least 1");
        });
        return option;
    }
}

using System.CommandLine;
using Microsoft.Extensions.Options;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Collector;
using Newswire.Enricher;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire topology</c>: the path of a dispatch, as configured.</summary>
internal static class TopologyVerb
{
    public static Command Create()
    {
        var command = new Command("topology", "Print the path of a dispatch: exchanges, queues and their settings, as configured.");
        command.SetAction(parsed =>
        {
            var builder = CliHost.OneShot(parsed);
            var endpoints = new List<PipelineEndpoint>();
            builder.AddNewswire(n =>
            {
                n.AddCollector().AddEnricher().AddArchiver();
                endpoints.AddRange(n.Endpoints);
            });
            using var host = builder.Build();
            var options = host.Services.GetRequiredService<IOptions<BusOptions>>().Value;
            var topology = host.Services.GetRequiredService<PipelineTopology>();
            if (parsed.GetValue(CommonOptions.Json))
                PrintJson(topology);
            else
                Print(topology, options, BusAddress.Parse(options.Address), endpoints);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void PrintJson(PipelineTopology topology)
    {
        foreach (var queue in topology.Queues)
            Console.Out.WriteLine(CliJson.Line(new { queue = queue.Name, exchange = topology.Exchange(queue.Contract), contract = queue.Contract.Name, queue.Stage, queue.Purpose, arguments = topology.QueueArguments }));
    }

    private static void Print(PipelineTopology topology, BusOptions options, BusAddress address, List<PipelineEndpoint> endpoints)
    {
        Console.Out.WriteLine($"bus {address}");
        Console.Out.WriteLine();
        foreach (var (contract, exchange) in topology.Exchanges)
        {
            Console.Out.WriteLine($"{contract.Name} → exchange {exchange}");
            foreach (var queue in topology.Queues.Where(q => q.Contract == contract))
            {
                var endpoint = endpoints.Find(e => topology.Name(e.Suffix) == queue.Name);
                var settings = endpoint is null ? "" : $"  (prefetch {endpoint.Prefetch(options)}, at once {endpoint.Concurrency(options)})";
                Console.Out.WriteLine($"    → queue {queue.Name}  {queue.Purpose}{settings}");
            }

            if (!topology.Queues.Any(q => q.Contract == contract))
                Console.Out.WriteLine("    → whoever binds a queue of their own");
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine($"failure: 4 retries in process → redelivery after {string.Join(", ", topology.Redeliveries.Select(d => $"{d.TotalSeconds:0} s"))} (an outage: for as long as it lasts) → quarantine");
        Console.Out.WriteLine($"dead letters: {topology.DeadLetters} → quarantine");
        Console.Out.WriteLine($"arguments of each queue: {string.Join(", ", topology.QueueArguments.Select(a => $"{a.Key}={a.Value}"))}");
    }
}

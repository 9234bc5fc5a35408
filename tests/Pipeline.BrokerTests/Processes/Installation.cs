using System.Text.Json;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.Pipeline.BrokerTests.Servers;

namespace Newswire.Pipeline.BrokerTests.Processes;

/// <summary>
/// Newswire as it is run in earnest: one settings file, a drop folder, and real <c>newswire</c> processes that share nothing but a broker and a
/// database. All of it disappears with the test.
/// </summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-installation-").FullName;
    private readonly List<Worker> _workers = [];

    public Installation(string bus, string archive, string prefix)
    {
        Directory.CreateDirectory(DropFolder);
        Settings = Path.Combine(_folder, "newswire.json");
        File.WriteAllText(Settings, JsonSerializer.Serialize(new
        {
            Bus = new { Address = bus, Prefix = prefix, RedeliverySeconds = new[] { 1, 2, 5 } },
            Archive = new { Address = archive },
            // No translations: their engines are slow, and they have suites of their own.
            Enricher = new { Translation = new { Targets = new[] { "" } } },
            Sources = new { wire = new { Folder = DropFolder, PollSeconds = 0.2, SettleSeconds = 0 } },
        }));
    }

    public string Settings { get; }

    public string DropFolder => Path.Combine(_folder, "drop");

    public IReadOnlyList<Worker> Workers => _workers;

    /// <summary>Puts files into the drop folder as a careful sender does: written elsewhere, moved in whole.</summary>
    public void Drop(IEnumerable<(string Name, byte[] Content)> files)
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_folder, "unsent")).FullName;
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(elsewhere, name), content);
            File.Move(Path.Combine(elsewhere, name), Path.Combine(DropFolder, name));
        }
    }

    public Worker Start(params string[] roles)
    {
        var health = $"http://127.0.0.1:{FreePort.Next()}";
        var worker = new Worker(string.Join('+', roles), new Uri(health), Run(["run", .. roles, "--health", health, "--verbose"]));
        _workers.Add(worker);
        return worker;
    }

    /// <summary>An operator's command, to its end.</summary>
    public async Task<(int Code, string Output, string Errors)> CommandAsync(params string[] arguments)
    {
        await using var process = Run(arguments);
        var code = await process.WaitForExitAsync(Eventually.Limit);
        return (code, process.Output, process.Errors);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
            await worker.Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private GuardedProcess Run(IEnumerable<string> arguments)
        => GuardedProcess.Start(null, [Path.Combine(AppContext.BaseDirectory, "newswire"), .. arguments, "--settings", Settings], workingFolder: _folder);
}

/// <summary>One running process.</summary>
public sealed record Worker(string Roles, Uri Health, GuardedProcess Process)
{
    /// <summary>How many dispatches it says it has worked on (its log, event by event).</summary>
    public int Count(string stage) => Process.Errors.Split('\n').Count(line => stage switch
    {
        "enrich" => line.Contains("enriched:", StringComparison.Ordinal),
        "archive" => line.Contains(" item ", StringComparison.Ordinal),
        _ => line.Contains("accepted as dispatch", StringComparison.Ordinal),
    });
}

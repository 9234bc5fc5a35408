using System.Diagnostics;
using System.Text;

namespace Newswire.Pipeline.Tests.Cli;

/// <summary>The <c>newswire</c> program as a user runs it: its own process, its own folder.</summary>
internal sealed class NewswireProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Folder { get; } = Directory.CreateTempSubdirectory("newswire-cli-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<Outcome> RunAsync(params string[] arguments) => RunAsync(input: null, arguments);

    public async Task<Outcome> RunAsync(string? input, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "newswire.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // Nothing of the machine's settings may decide a test.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("NEWSWIRE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["NEWSWIRE_Enricher__Translation__Apertium__Enabled"] = "false";

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}

internal sealed record Outcome(int ExitCode, string Output, string Error);

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Newswire.Pipeline.BrokerTests.Servers;

/// <summary>
/// A child process in a session of its own, which never outlives this one: a small shell waits on a pipe that the system closes when the test
/// run ends in whatever way, and then kills the whole session and removes the given folder.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    public const int SigTerm = 15;
    public const int SigKill = 9;

    // setsid makes the child's id also its group's, so that one signal reaches all its children.
    private const string Guard = """
        folder=$1; shift
        exec 3<&0
        setsid "$@" </dev/null 3<&- & child=$!
        echo $child
        { cat <&3 >/dev/null; kill -9 -$child 2>/dev/null; sleep 0.5; [ -z "$folder" ] || rm -rf "$folder"; } >/dev/null 2>&1 & watcher=$!
        exec 3<&-
        wait $child; code=$?
        kill $watcher 2>/dev/null
        exit $code
        """;

    private readonly Process _shell;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;

    private GuardedProcess(Process shell, int id)
    {
        (_shell, Id) = (shell, id);
        _reading = Task.WhenAll(KeepAsync(_output, shell.StandardOutput), KeepAsync(_errors, shell.StandardError));
    }

    /// <summary>The child's process id, which is also its group's and session's.</summary>
    public int Id { get; }

    public bool HasExited => _shell.HasExited;

    public string Output => Text(_output);

    public string Errors => Text(_errors);

    /// <param name="folder">Removed when the test run dies; null: nothing is removed.</param>
    public static GuardedProcess Start(string? folder, IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>>? environment = null, string? workingFolder = null)
    {
        // A session of its own for the guard, too: Ctrl-C and a build server's signal go to the whole group, and would end the guard before its work.
        var start = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? Path.GetTempPath(),
        };
        foreach (var argument in command.Prepend(folder ?? "").Prepend("guard").Prepend(Guard).Prepend("-c").Prepend("/bin/sh").Prepend("--wait"))
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment ?? [])
            start.Environment[key] = value;

        var shell = Process.Start(start) ?? throw new InvalidOperationException("setsid did not start");
        var id = int.Parse(shell.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"'{command[0]}' did not start: {shell.StandardError.ReadToEnd()}"), null);
        return new GuardedProcess(shell, id);
    }

    /// <summary>Runs a command to its end and answers its exit code, output and errors.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>>? environment = null, TimeSpan? patience = null, string? workingFolder = null)
    {
        await using var process = Start(null, command, environment, workingFolder);
        var code = await process.WaitForExitAsync(patience ?? TimeSpan.FromMinutes(2));
        return (code, process.Output, process.Errors);
    }

    /// <summary>Signals the child alone: it decides what becomes of its children.</summary>
    public void Signal(int signal) => _ = Kill(Id, signal);

    /// <summary>kill -9 of the child and all its children; returns when it is gone.</summary>
    public async Task KillAsync()
    {
        _ = Kill(-Id, SigKill);
        await _shell.WaitForExitAsync();
    }

    /// <exception cref="TimeoutException">It did not end in time; what it wrote is in the message.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            await KillAsync();
            throw new TimeoutException($"the process did not end in {patience}; it wrote:\n{Output}\n{Errors}", e);
        }

        await _reading;
        return _shell.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited)
            await KillAsync();
        _shell.Dispose();
    }

    private static async Task KeepAsync(StringBuilder lines, StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (lines)
                lines.AppendLine(line);
        }
    }

    private static string Text(StringBuilder lines)
    {
        lock (lines)
            return lines.ToString();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}

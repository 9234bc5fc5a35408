using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// One long-lived pipeline. The texts of an exchange are followed by a fresh random nonce, and their answers count only when that nonce comes in its place
/// after them: a dying stage flushes a bare NUL, which alone looks like an empty success. One nonce for all of them, because every stage stops to flush
/// at each: a nonce a text costs a tenth of the speed. After any fault or cancellation the whole group is killed and the pipe never serves again.
/// One exchange at a time.
/// </summary>
public sealed class ApertiumPipe : IAsyncDisposable
{
    private const int LastLines = 20;
    private readonly Process _process;
    private readonly Task _errors;
    private readonly Queue<string> _errorLines = new();
    private int _killed;

    private ApertiumPipe(Process process)
    {
        _process = process;
        _errors = DrainErrorsAsync();
    }

    public bool IsBroken => Volatile.Read(ref _killed) != 0;

    /// <summary>Exchanges served.</summary>
    public long Exchanges { get; private set; }

    /// <summary>The shell's process id, which is also that of the group.</summary>
    public int ProcessId { get; private init; }

    /// <summary>When it last finished an exchange; for stopping idle pipes.</summary>
    public DateTimeOffset LastUsed { get; set; }

    public static ApertiumPipe Start(ApertiumMode mode)
    {
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "sh", "-c", mode.Script },
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started for " + mode.Name);
        return new ApertiumPipe(process) { ProcessId = process.Id };
    }

    /// <summary>Translates texts in the engine's stream format; one answer each, in order. Texts may not contain NUL.</summary>
    /// <exception cref="PipeBrokenException">The pipe is dead now.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the pipe is dead now.</exception>
    public async Task<IReadOnlyList<string>> ExchangeAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(IsBroken, this);
        var mark = $"[/N:{RandomNumberGenerator.GetHexString(12, lowercase: true)}]";
        // Cancelling a read on a pipe is not dependable; killing the group ends both reading and writing.
        await using (cancellationToken.Register(Kill))
        {
            try
            {
                var writing = WriteAsync(texts, mark);
                var reading = ReadAsync(texts.Count, mark);
                await Task.WhenAll(AbortOnFaultAsync(writing), AbortOnFaultAsync(reading));
                Exchanges++;
                return await reading;
            }
            catch (Exception e) when (e is IOException or PipeBrokenException)
            {
                Kill();
                cancellationToken.ThrowIfCancellationRequested();
                await _errors;
                throw new PipeBrokenException(Describe(e), neverStarted: Exchanges == 0 && _errorLines.Count > 0);
            }
        }
    }

    /// <summary>Kills the group, once.</summary>
    public void Kill()
    {
        if (Interlocked.Exchange(ref _killed, 1) == 0)
            ProcessGroup.Kill(ProcessId, !_process.HasExited);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _errors;
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AbortOnFaultAsync(Task work)
    {
        try
        {
            await work;
        }
        catch
        {
            Kill(); // or the other direction would wait for ever
            throw;
        }
    }

    private async Task WriteAsync(IReadOnlyList<string> texts, string mark)
    {
        await Task.Yield();
        var input = _process.StandardInput.BaseStream;
        foreach (var text in texts)
            await input.WriteAsync(Encoding.UTF8.GetBytes(text + "\0"));
        await input.WriteAsync(Encoding.UTF8.GetBytes(mark + "\0"));
        await input.FlushAsync();
    }

    private async Task<IReadOnlyList<string>> ReadAsync(int count, string mark)
    {
        var answers = new List<string>(count);
        var reader = new NulReader(_process.StandardOutput.BaseStream);
        while (answers.Count < count)
            answers.Add(await reader.ReadAsync());
        if (await reader.ReadAsync() != mark)
            throw new PipeBrokenException("the answers did not carry their nonce");
        if (reader.HasMore)
            throw new PipeBrokenException("more output than answers");
        return answers;
    }

    private async Task DrainErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errorLines)
            {
                _errorLines.Enqueue(line.Length > 500 ? line[..500] : line);
                if (_errorLines.Count > LastLines)
                    _errorLines.Dequeue();
            }
        }
    }

    private string Describe(Exception e)
    {
        lock (_errorLines)
            return _errorLines.Count == 0 ? e.Message : e.Message + "; stderr: " + string.Join(" | ", _errorLines);
    }
}

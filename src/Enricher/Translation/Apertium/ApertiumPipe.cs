using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// One long-lived pipeline. The texts of an exchange are followed by a fresh random nonce, and their answers count only when that nonce comes in its place
/// after them: a dying stage flushes a bare NUL, which alone looks like an empty success. One nonce for all of them, because every stage stops to flush
/// at each: a nonce a text costs a tenth of the speed. After any fault or cancellation the whole group is killed and the pipe never serves again.
/// Exchanges may overlap: one is written behind the other, and answered in that order, so that no stage waits for the next text. They share its fate.
/// </summary>
public sealed class ApertiumPipe : IAsyncDisposable
{
    private const int LastLines = 20;
    private readonly Process _process;
    private readonly Task _errors;
    private readonly Queue<string> _errorLines = new();
    private readonly NulReader _answers;
    private readonly Lock _turn = new();
    private Task _written = Task.CompletedTask;
    private Task _answered = Task.CompletedTask;
    private long _turns;
    private int _killed;

    private ApertiumPipe(Process process)
    {
        _process = process;
        _answers = new NulReader(process.StandardOutput.BaseStream);
        _errors = DrainErrorsAsync();
    }

    public bool IsBroken => Volatile.Read(ref _killed) != 0;

    /// <summary>Exchanges served.</summary>
    public long Exchanges { get; private set; }

    /// <summary>The shell's process id, which is also that of the group.</summary>
    public int ProcessId { get; private init; }

    /// <summary>When it last finished an exchange; for stopping idle pipes.</summary>
    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Callers it has now; its pool counts them.</summary>
    internal int Users { get; set; }

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
        if (IsBroken)
            throw new PipeBrokenException("the pipe was killed");
        var mark = $"[/N:{RandomNumberGenerator.GetHexString(12, lowercase: true)}]";
        // Cancelling a read on a pipe is not dependable; killing the group ends both reading and writing.
        await using (cancellationToken.Register(Kill))
        {
            try
            {
                var (writing, reading) = TakeTurn(texts, mark);
                await Task.WhenAll(AbortOnFaultAsync(writing), AbortOnFaultAsync(reading));
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

    private (Task Writing, Task<IReadOnlyList<string>> Reading) TakeTurn(IReadOnlyList<string> texts, string mark)
    {
        lock (_turn)
        {
            var writing = WriteAsync(_written, texts, mark);
            var reading = ReadAsync(_answered, ++_turns, texts.Count, mark);
            (_written, _answered) = (writing, reading);
            return (writing, reading);
        }
    }

    private async Task WriteAsync(Task before, IReadOnlyList<string> texts, string mark)
    {
        await Task.Yield();
        await before;
        var input = _process.StandardInput.BaseStream;
        // In one piece: the first stage would wake for every text.
        await input.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\0', texts.Append(mark).Append(string.Empty))));
        await input.FlushAsync();
    }

    private async Task<IReadOnlyList<string>> ReadAsync(Task before, long turn, int count, string mark)
    {
        await Task.Yield();
        await before;
        var answers = new List<string>(count);
        while (answers.Count < count)
            answers.Add(await _answers.ReadAsync());
        if (await _answers.ReadAsync() != mark)
            throw new PipeBrokenException("the answers did not carry their nonce");
        // Behind the last exchange nothing may come; what comes behind another is the next one's, whose nonce judges it.
        if (_answers.HasMore && Interlocked.Read(ref _turns) == turn)
            throw new PipeBrokenException("more output than answers");
        Exchanges++;
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

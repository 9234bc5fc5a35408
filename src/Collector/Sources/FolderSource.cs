using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Newswire.Collector.Sources;

/// <summary>
/// A watched drop folder. It polls: notifications are lost on network shares and after a restart. A file is taken when it has not changed for
/// the settle time and nobody has it open for writing; it leaves the folder (or is remembered) only after its dispatch is safe, so a crash
/// at any moment offers it again.
/// </summary>
public sealed class FolderSource(string name, FolderSourceOptions options, long maxBytes, TimeProvider time, ILogger<FolderSource> log) : ISource
{
    /// <summary>An unreadable file is looked at again, but not at every poll: each look is a line in the log.</summary>
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(30);

    private readonly string _folder = Path.GetFullPath(options.Folder ?? throw new ArgumentException("a watched source needs a folder", nameof(options)));
    private readonly Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);
    private readonly Channel<(string File, bool TryLater)> _answered = Channel.CreateUnbounded<(string, bool)>();
    private readonly Dictionary<string, long> _failedAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);
    private AcceptedJournal? _journal;

    private sealed record Sighting(long Length, DateTime Written, long Since);

    public string Name => name;

    public async IAsyncEnumerable<CollectedDispatch> CollectAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            foreach (var file in Ready())
            {
                var (content, failure) = await WholeFile.ReadAsync(file.FullName, maxBytes, cancellationToken);
                if (failure is { Code: "vanished" })
                    continue;

                _offered.Add(file.FullName);
                yield return new CollectedDispatch
                {
                    File = Path.GetRelativePath(_folder, file.FullName),
                    Content = content,
                    Failure = failure,
                    Received = time.GetUtcNow(),
                    Settle = refused => SettleAsync(file, refused),
                };
            }

            await Task.Delay(TimeSpan.FromSeconds(options.PollSeconds), time, cancellationToken);
        }
    }

    private List<FileInfo> Ready()
    {
        while (_answered.Reader.TryRead(out var answered))
        {
            _offered.Remove(answered.File);
            if (answered.TryLater)
                _failedAt[answered.File] = time.GetTimestamp();
            else
                _failedAt.Remove(answered.File);
        }

        FileInfo[] files;
        try
        {
            Directory.CreateDirectory(_folder);
            _journal ??= options.AfterAccept == "remember" ? new AcceptedJournal(_folder) : null;
            var search = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            };
            files = new DirectoryInfo(_folder).GetFiles("*", search);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnreadable(log, name, _folder, e.Message);
            return [];
        }

        var ready = files.Where(IsReady).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.FullName, StringComparer.Ordinal).ToList();
        var present = files.Select(f => f.FullName).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _seen.Keys.Where(k => !present.Contains(k)).ToList())
            _seen.Remove(gone);
        return ready;
    }

    private bool IsReady(FileInfo file)
    {
        if (_offered.Contains(file.FullName) || options.IgnoreEndings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) || _journal?.Knows(file) == true)
            return false;

        var now = time.GetTimestamp();
        if (_failedAt.TryGetValue(file.FullName, out var failed) && time.GetElapsedTime(failed, now) < RetryPause)
            return false;

        if (!_seen.TryGetValue(file.FullName, out var before) || before.Length != file.Length || before.Written != file.LastWriteTimeUtc)
            _seen[file.FullName] = before = new Sighting(file.Length, file.LastWriteTimeUtc, now);

        return time.GetElapsedTime(before.Since, now) >= TimeSpan.FromSeconds(options.SettleSeconds) && !OpenForWriting.IsCertain(file.FullName);
    }

    // Runs on the worker's thread; the set of offered files belongs to the enumeration, so the answer goes through a channel.
    private Task SettleAsync(FileInfo file, CollectFailure? refused)
    {
        try
        {
            if (refused is null && _journal is not null)
                _journal.Add(file);
            else if (refused is null)
                MoveTo(".accepted", file);
            else if (refused.Lasting)
                MoveTo(".rejected", file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The dispatch is safe; the file is only offered again, and the same bytes are the same dispatch.
            Log.FileStays(log, name, file.FullName, e.Message);
        }

        _answered.Writer.TryWrite((file.FullName, refused is { Lasting: false }));
        return Task.CompletedTask;
    }

    private void MoveTo(string subfolder, FileInfo file)
    {
        var target = Path.Combine(_folder, subfolder, Path.GetRelativePath(_folder, file.FullName));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var free = target;
        for (var n = 2; File.Exists(free); n++)
            free = $"{target}.{n}";
        File.Move(file.FullName, free);
    }
}

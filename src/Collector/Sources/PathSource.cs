using System.Runtime.CompilerServices;

namespace Newswire.Collector.Sources;

/// <summary>One-shot: files, folders (in name order, recursively, hidden ones and links left out) and <c>-</c> for standard input; then it ends.</summary>
public sealed class PathSource(string name, IReadOnlyList<string> paths, long maxBytes, TimeProvider time) : ISource
{
    public string Name => name;

    public async IAsyncEnumerable<CollectedDispatch> CollectAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (path == "-")
            {
                await using var input = Console.OpenStandardInput();
                yield return Collected("-", await WholeFile.ReadAsync(input, "standard input", 0, maxBytes, cancellationToken));
                continue;
            }

            foreach (var file in Files(path))
                yield return Collected(file, await WholeFile.ReadAsync(file, maxBytes, cancellationToken));
        }
    }

    /// <summary>The files that a list of paths stands for; a path that does not exist stands for itself, so that reading it says so.</summary>
    public static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return [path];

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            IgnoreInaccessible = false,
        };
        return Directory.EnumerateFiles(path, "*", options).Where(f => !f.EndsWith(".expected.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private CollectedDispatch Collected(string file, (ReadOnlyMemory<byte>? Content, CollectFailure? Failure) read)
        => new() { File = file, Content = read.Content, Failure = read.Failure, Received = time.GetUtcNow() };
}

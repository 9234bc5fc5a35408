namespace Newswire.Collector.Sources;

/// <summary>Reads one file whole, within a bound, and says in plain words why it could not.</summary>
internal static class WholeFile
{
    public static async Task<(ReadOnlyMemory<byte>? Content, CollectFailure? Failure)> ReadAsync(string path, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await ReadAsync(file, path, file.CanSeek ? file.Length : 0, maxBytes, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new CollectFailure("vanished", $"'{path}' is not there (any more)", Lasting: false));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new CollectFailure("unreadable", $"'{path}' may not be read by user {Environment.UserName}: change its permissions", Lasting: false));
        }
        catch (IOException e)
        {
            return (null, new CollectFailure("unreadable", $"'{path}' cannot be read: {e.Message}", Lasting: false));
        }
    }

    /// <summary>Counts while reading: the stated length of a growing file, a pipe or a lying server is only a hint.</summary>
    public static async Task<(ReadOnlyMemory<byte>? Content, CollectFailure? Failure)> ReadAsync(Stream stream, string name, long lengthHint, long maxBytes, CancellationToken cancellationToken)
    {
        if (lengthHint > maxBytes)
            return (null, TooLarge(name, lengthHint, maxBytes));

        var buffer = new MemoryStream(capacity: (int)Math.Min(lengthHint, maxBytes));
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maxBytes)
                return (null, TooLarge(name, buffer.Length + read, maxBytes));
            buffer.Write(chunk, 0, read);
        }

        return (buffer.GetBuffer().AsMemory(0, (int)buffer.Length), null);
    }

    private static CollectFailure TooLarge(string name, long bytes, long maxBytes)
        => new("too-large", $"'{name}' has {bytes:N0} bytes or more, Collector:MaxBytes allows {maxBytes:N0}", Lasting: true);
}

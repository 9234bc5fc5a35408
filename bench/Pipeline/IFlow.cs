using Newswire.Archiver;

namespace Newswire.PipelineBench;

/// <summary>The three stages, running.</summary>
internal interface IFlow : IAsyncDisposable
{
    IArchive Archive { get; }

    Announcements Announced { get; }

    /// <summary>Takes one dispatch in; completes when the broker has confirmed it. May be called concurrently.</summary>
    Task TakeAsync(string source, byte[] content);
}

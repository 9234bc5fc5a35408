namespace Newswire.Collector.Sources;

/// <summary>
/// Where dispatches come from. Yields each dispatch whole; the worker calls exactly one of its callbacks, after the dispatch is safe or refused.
/// What was yielded and never answered (a crash) is yielded again at the next start. One enumeration at a time.
/// </summary>
public interface ISource
{
    /// <summary>The feed's name in every record.</summary>
    string Name { get; }

    IAsyncEnumerable<CollectedDispatch> CollectAsync(CancellationToken cancellationToken);
}

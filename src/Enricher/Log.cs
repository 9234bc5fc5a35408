namespace Newswire.Enricher;

/// <summary>Events 3000-3099. Never the text of a dispatch.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Debug, "Dispatch {DispatchId} enriched: {Items} items")]
    public static partial void Enriched(ILogger logger, Guid dispatchId, int items);
}

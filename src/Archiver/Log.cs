using Newswire.Contracts;

namespace Newswire.Archiver;

/// <summary>Events 4100-4199. Never the text of a dispatch.</summary>
internal static partial class Log
{
    [LoggerMessage(4100, LogLevel.Warning, "Due translations are not sent yet: {Reason}")]
    public static partial void SweepPostponed(ILogger logger, string reason);

    [LoggerMessage(4101, LogLevel.Debug, "Dispatch {DispatchId} item {ItemIndex}: {Disposition}")]
    public static partial void Archived(ILogger logger, Guid dispatchId, int itemIndex, Disposition disposition);

    [LoggerMessage(4102, LogLevel.Information, "{Count} translations that waited for {Engine} or had no engine are due")]
    public static partial void TranslationsOffered(ILogger logger, int count, string engine);

    [LoggerMessage(4103, LogLevel.Warning, "{Reason}; trying again")]
    public static partial void WaitingForArchive(ILogger logger, string reason);
}

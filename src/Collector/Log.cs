using Microsoft.Extensions.Logging;

namespace Newswire.Collector;

/// <summary>Events 2000-2099. Never the text of a dispatch.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Information, "{Source}: {File} accepted as dispatch {DispatchId}, {Bytes} bytes")]
    public static partial void Accepted(ILogger logger, string source, string file, Guid dispatchId, long bytes);

    [LoggerMessage(2001, LogLevel.Warning, "{Source}: {File} not taken ({Code}): {Reason}")]
    public static partial void Refused(ILogger logger, string source, string file, string code, string reason);

    [LoggerMessage(2002, LogLevel.Error, "{Source}: the folder {Folder} cannot be read: {Reason}; looking again")]
    public static partial void FolderUnreadable(ILogger logger, string source, string folder, string reason);

    [LoggerMessage(2003, LogLevel.Warning, "{Source}: {File} is safe but could not be moved: {Reason}")]
    public static partial void FileStays(ILogger logger, string source, string file, string reason);

    [LoggerMessage(2004, LogLevel.Error, "{Source}: collecting failed, trying again in {Seconds} s")]
    public static partial void SourceFailed(ILogger logger, Exception exception, string source, double seconds);

    [LoggerMessage(2005, LogLevel.Warning, "{Source}: {File} cannot be handed on yet: {Reason}; it stays at its source")]
    public static partial void NotSafeYet(ILogger logger, string source, string file, string reason);
}

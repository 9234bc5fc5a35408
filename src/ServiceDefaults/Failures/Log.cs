using Microsoft.Extensions.Logging;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>Events 1100-1199. Never the text of a dispatch.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Warning, "{Queue}: redelivered in {Delay} after {Exception}: {Reason}")]
    public static partial void Redelivering(ILogger logger, string queue, TimeSpan delay, string exception, string reason);

    [LoggerMessage(1101, LogLevel.Warning, "{Queue}: dispatch {DispatchId} goes to quarantine ({Code}): {Reason}")]
    public static partial void Quarantining(ILogger logger, string queue, Guid? dispatchId, string code, string reason);

    [LoggerMessage(1102, LogLevel.Error, "The connection to the broker is made anew: {Reason}")]
    public static partial void RenewingBus(ILogger logger, string reason);

    [LoggerMessage(1107, LogLevel.Error, "The new connection to the broker did not start, trying again: {Exception}: {Reason}")]
    public static partial void RenewalFailed(ILogger logger, string exception, string reason);

    [LoggerMessage(1108, LogLevel.Warning, "The old connection to the broker did not stop in order: {Exception}: {Reason}")]
    public static partial void OldBusStuck(ILogger logger, string exception, string reason);

    [LoggerMessage(1109, LogLevel.Debug, "Whether messages wait is not known: {Exception}: {Reason}")]
    public static partial void DepthsUnknown(ILogger logger, string exception, string reason);

    [LoggerMessage(1103, LogLevel.Information, "{Count} dead letters moved to quarantine")]
    public static partial void DeadLettersDrained(ILogger logger, int count);

    [LoggerMessage(1105, LogLevel.Warning, "Moving dead letters to quarantine was interrupted, trying again: {Exception}: {Reason}")]
    public static partial void DrainInterrupted(ILogger logger, string exception, string reason);

    [LoggerMessage(1106, LogLevel.Warning, "A {Message} is published again until it is confirmed: {Reason}")]
    public static partial void PublishRefused(ILogger logger, string message, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "The broker at {Address} cannot be reached yet: {Reason}; trying again")]
    public static partial void WaitingForBroker(ILogger logger, BusAddress address, string reason);
}

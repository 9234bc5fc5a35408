using System.Globalization;
using Newswire.Contracts;

namespace Newswire.Formats.Writing;

/// <summary>Status, signal and version of an item: what is stated, and what follows from it.</summary>
internal static class StatusRules
{
    /// <summary>Versions as large as this are times or keys of a system, in order but not counted from 1: the first may be 1345039779.</summary>
    private const long LeastNumberOfASystem = 10_000;

    public static bool IsCanceled(DispatchItem item) => Normalize(item.PubStatus) == Statuses.Canceled;

    /// <summary>Canceled is a kill; a version above 1 with nothing stated is an update; what nobody may release is withheld.</summary>
    public static (string Status, string Signal) Decide(DispatchItem item, string? version)
    {
        var status = Normalize(item.PubStatus);
        if (status is null)
        {
            item.Warn(WarningCodes.StatusUnknown, "status: " + (item.PubStatus!.Length > 60 ? item.PubStatus[..60] : item.PubStatus));
            item.HoldReason ??= "unknown publishing status";
            status = Statuses.Withheld;
        }

        if (item.EmbargoUnreadable && status != Statuses.Canceled)
        {
            if (!item.Warnings.Exists(w => w.Code == WarningCodes.EmbargoUnreadable)) item.Warn(WarningCodes.EmbargoUnreadable);
            item.HoldReason ??= "embargo cannot be read";
            status = Statuses.Withheld;
        }

        if (status == Statuses.Canceled) return (status, Signals.Kill);
        if (item.Signal is { } stated and not Signals.None) return (status, stated);
        var update = version is not null && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 1 and < LeastNumberOfASystem;
        return (status, update ? Signals.Update : Signals.None);
    }

    /// <summary>The version as written; a version of nought or below is none.</summary>
    public static string? UsableVersion(DispatchItem item)
    {
        if (item.Version is not { Length: > 0 } version) return null;
        var integer = version.AsSpan().TrimStart('-').TrimStart('0');
        if (!integer.IsEmpty && version[0] != '-') return version;
        item.Warn(WarningCodes.VersionUnusable, "version " + version);
        return null;
    }

    private static string? Normalize(string? stated)
    {
        if (string.IsNullOrWhiteSpace(stated)) return Statuses.Usable;
        Span<char> lower = stackalloc char[24];
        var trimmed = stated.AsSpan().Trim();
        if (trimmed.Length > lower.Length) return null;
        var length = trimmed.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "usable" => Statuses.Usable,
            "withheld" or "embargoed" => Statuses.Withheld,
            "canceled" or "cancelled" or "killed" => Statuses.Canceled,
            _ => null,
        };
    }
}

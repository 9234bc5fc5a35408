using Newswire.Contracts;

namespace Newswire.Formats.NewsML;

/// <summary>Codes by which providers state a signal: the vocabulary of NewsML-G2 and what agencies add to it.</summary>
internal static class SignalCodes
{
    /// <param name="code">With its alias or without: "sig:correction", "correction".</param>
    public static string? Of(string? code)
    {
        if (code is null) return null;
        var suffix = code[(code.LastIndexOf(':') + 1)..];
        // One agency has codes of a letter for the editorial status.
        if (code.StartsWith("edStat:", StringComparison.OrdinalIgnoreCase)) return suffix switch { "U" => Signals.Update, "C" => Signals.Correction, _ => null };
        return suffix.ToLowerInvariant() switch
        {
            "update" or "replace" => Signals.Update,
            "correction" or "corrected" => Signals.Correction,
            "kill" or "cancel" or "withdraw" or "withdrawal" => Signals.Kill,
            "alert" or "flash" => Signals.Alert,
            "urgent" => Signals.Urgent,
            "advisory" => Signals.Advisory,
            "refile" => Signals.Refile,
            "hold" => Signals.Hold,
            _ => null,
        };
    }

    /// <summary>A role of an editor's note that says what the version is: "dpaednoterole:correctionshort".</summary>
    public static string? OfNote(string? role) => role is not null && role[(role.LastIndexOf(':') + 1)..].StartsWith("correction", StringComparison.OrdinalIgnoreCase) ? Signals.Correction : null;
}

using System.Text.RegularExpressions;

namespace Newswire.Contracts;

/// <summary>
/// The regular expression of <see cref="SourceSettings.VersionInId"/>. It is run without backtracking, so that no identifier a provider
/// sends can make it slow; the price is a syntax without look-around and back-references.
/// </summary>
public static class VersionPattern
{
    // Linear in the identifier, so that only a stalled machine ever reaches it.
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    /// <exception cref="ArgumentException">Not a regular expression.</exception>
    /// <exception cref="NotSupportedException">Needs backtracking.</exception>
    public static Regex Create(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking, Timeout);

    /// <summary>Why a pattern cannot be used, and what to write instead; null when it can.</summary>
    public static string? Fault(string pattern)
    {
        try
        {
            var names = Create(pattern).GetGroupNames();
            return names.Contains("id") && names.Contains("version") ? null : "has no groups named id and version; write e.g. ^(?<id>.+):(?<version>[0-9]{6,})$";
        }
        catch (NotSupportedException)
        {
            return "needs backtracking; write it without look-around, back-references and atomic groups";
        }
        catch (ArgumentException e)
        {
            return $"is no regular expression ({e.Message}); write e.g. ^(?<id>.+):(?<version>[0-9]{{6,}})$";
        }
    }
}

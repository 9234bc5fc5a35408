using System.Globalization;

namespace Newswire.Archiver.Versions;

/// <summary>Reads version labels as numbers, never as strings: "10" is after "9", and "DS10" after "DS9" where a story's labels agree on "DS".</summary>
internal static class VersionLabel
{
    /// <summary>One number a label; null where there is none. Zero counts as none: providers write it for "unknown".</summary>
    public static long?[] Numbers(IEnumerable<string?> labels)
    {
        var parts = labels.Select(Split).ToArray();
        var prefixes = parts.Where(p => p.Number is not null).Select(p => p.Prefix).Distinct(StringComparer.Ordinal).ToList();
        // Numbers of two series ("A2", "B1") say nothing about each other; plain ones are the provider's own.
        var series = prefixes is [var only] ? only : string.Empty;
        return [.. parts.Select(p => p.Prefix == series ? p.Number : null)];
    }

    private static (string Prefix, long? Number) Split(string? label)
    {
        if (label is null)
            return (string.Empty, null);
        var text = label.AsSpan().Trim();
        var digits = text.Length;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
            digits--;
        var prefix = text[..digits];
        // "1.10" is not ten: a prefix is letters only. 18 digits always fit.
        if (prefix.ContainsAnyExceptInRange('A', 'z') || text.Length - digits is 0 or > 18)
            return (string.Empty, null);
        var number = long.Parse(text[digits..], NumberStyles.None, CultureInfo.InvariantCulture);
        return number == 0 ? (string.Empty, null) : (prefix.ToString(), number);
    }
}

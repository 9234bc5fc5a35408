using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Newswire.Contracts;

namespace Newswire.Formats.Identity;

/// <summary>Identifiers of stories: revisions split off, and URIs minted where the provider's identifier is none.</summary>
public static class ProviderIds
{
    // Building one costs more than reading a dispatch; there are as many as sources are configured.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>
    /// The identifier without its revision. The source's <see cref="SourceSettings.VersionInId"/> decides when it is set; else only forms
    /// that cannot be anything else are split: NewsML URNs and the tag URIs of agencies that number versions.
    /// </summary>
    public static (string Id, string? Version) SplitVersion(string id, SourceSettings settings)
    {
        if (settings.VersionInId is { Length: > 0 } pattern) return SplitByRule(id, pattern);
        if (id.Length > 1_000) return (id, null);
        if (id.StartsWith("urn:newsml:", StringComparison.OrdinalIgnoreCase)) return SplitNewsMlUrn(id);
        return id.StartsWith("tag:", StringComparison.OrdinalIgnoreCase) ? SplitTag(id) : (id, null);
    }

    /// <summary><c>urn:newswire:{family}:{hash}</c>: the same for the same family and text, everywhere and always.</summary>
    public static string Mint(string family, string identity) => $"urn:newswire:{Slug(family)}:{Hash(family + "\0" + identity)}";

    /// <summary>32 hex digits of SHA-256.</summary>
    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static (string Id, string? Version) SplitByRule(string id, string pattern)
    {
        try
        {
            var match = Patterns.GetOrAdd(pattern, VersionPattern.Create).Match(id);
            if (match.Success && match.Groups["id"] is { Success: true, Length: > 0 } group && match.Groups["version"] is { Success: true } version)
                return (group.Value, version.Value);
        }
        catch (RegexMatchTimeoutException)
        {
            // An identifier the rule cannot decide in time is taken whole: never two stories in one.
        }

        return (id, null);
    }

    /// <summary><c>urn:newsml:provider:date:item:4</c>, <c>…:4U</c>: the sixth part is the revision.</summary>
    private static (string Id, string? Version) SplitNewsMlUrn(string id)
    {
        if (id.AsSpan().Count(':') != 5) return (id, null);
        var colon = id.LastIndexOf(':');
        var revision = id.AsSpan(colon + 1).TrimEnd("NUAnua");
        if (revision.Length is 0 or > 9 || revision.ContainsAnyExceptInRange('0', '9') || id.Length - colon - 1 - revision.Length > 1) return (id, null);
        return (id[..colon], revision.ToString());
    }

    /// <summary><c>tag:reuters.com,2016:newsml_KBN14J0VE:1132689232</c>: a number after the item's own name, of an agency or of version length.</summary>
    private static (string Id, string? Version) SplitTag(string id)
    {
        var colon = id.LastIndexOf(':');
        var version = id.AsSpan(colon + 1);
        if (id.AsSpan().Count(':') < 3 || version.Length is 0 or > 18 || version.ContainsAnyExceptInRange('0', '9')) return (id, null);
        var comma = id.IndexOf(',', StringComparison.Ordinal);
        var authority = comma < 0 ? "" : id[4..comma].ToLower(CultureInfo.InvariantCulture);
        var agency = authority.EndsWith("reuters.com", StringComparison.Ordinal) || authority.EndsWith("afp.com", StringComparison.Ordinal);
        var newsml = id.AsSpan(0, colon).Contains("newsml", StringComparison.OrdinalIgnoreCase);
        return agency || newsml ? (id[..colon], version.ToString()) : (id, null);
    }

    private static string Slug(string family)
    {
        var slug = new StringBuilder(family.Length);
        foreach (var c in family)
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "source" : text.Length > 60 ? text[..60] : text;
    }
}

using System.Net;

namespace Newswire.Enricher.Translations.Engines;

/// <summary>Keys come from files or the environment, never from the configuration itself, which gets printed and committed.</summary>
internal static class EngineKeys
{
    public static string? Read(string? file, string variable)
    {
        var key = file is null ? Environment.GetEnvironmentVariable(variable) : File.ReadAllText(file);
        return string.IsNullOrWhiteSpace(key) ? null : key.Trim();
    }

    /// <summary>Loopback and private addresses, and names without a dot (a service of the same compose file): the text stays in the house.</summary>
    public static bool IsLocal(Uri url)
    {
        if (url.IsLoopback || !url.Host.Contains('.', StringComparison.Ordinal))
            return true;
        if (!IPAddress.TryParse(url.Host, out var address) || address.GetAddressBytes() is not [var a, var b, _, _])
            return false;
        return a == 10 || (a == 172 && b is >= 16 and < 32) || (a == 192 && b == 168);
    }
}

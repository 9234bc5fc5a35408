namespace Newswire.Enricher.Translations.Apertium;

/// <summary>Upstream versions of installed Apertium packages, read from dpkg's status file rather than by starting a program.</summary>
internal static class DebianPackages
{
    private const string StatusFile = "/var/lib/dpkg/status";

    public static IReadOnlyDictionary<string, string> Read(string prefix)
    {
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (prefix.TrimEnd('/') != "/usr" || !File.Exists(StatusFile))
            return versions;
        var package = string.Empty;
        foreach (var line in File.ReadLines(StatusFile))
        {
            if (line.StartsWith("Package: ", StringComparison.Ordinal))
                package = line[9..];
            else if (line.StartsWith("Version: ", StringComparison.Ordinal) && package.StartsWith("apertium", StringComparison.Ordinal))
                versions[package] = Upstream(line[9..]);
        }
        return versions;
    }

    /// <summary>"1:3.8.3-1+b2" without epoch and revision is "3.8.3".</summary>
    private static string Upstream(string version)
    {
        version = version[(version.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var revision = version.LastIndexOf('-');
        return revision < 0 ? version : version[..revision];
    }
}

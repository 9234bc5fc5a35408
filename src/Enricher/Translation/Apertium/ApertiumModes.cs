namespace Newswire.Enricher.Translations.Apertium;

/// <summary>Which of the mode files under an install prefix we use. The folder also holds variants and pairs nobody measured: only names in the table count.</summary>
public static class ApertiumModes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["fr"] = "fr",
        ["fra"] = "fr",
        ["es"] = "es",
        ["spa"] = "es",
        ["ca"] = "ca",
        ["cat"] = "ca",
        ["en"] = "en",
        ["eng"] = "en",
        ["it"] = "it",
        ["ita"] = "it",
        ["pt"] = "pt",
        ["por"] = "pt",
        ["oc"] = "oc",
        ["oci"] = "oc",
        ["eo"] = "eo",
        ["epo"] = "eo",
    };

    /// <summary>Reads the folder <c>share/apertium/modes</c>; empty when nothing is installed there.</summary>
    public static IReadOnlyDictionary<string, ApertiumMode> Discover(string prefix)
    {
        var modes = new Dictionary<string, ApertiumMode>(StringComparer.Ordinal);
        var folder = Path.Combine(prefix, "share/apertium/modes");
        if (!Directory.Exists(folder))
            return modes;
        var packages = DebianPackages.Read(prefix);
        foreach (var file in Directory.EnumerateFiles(folder, "*.mode").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name.Split('-') is [var from, var to] && Known.TryGetValue(from, out var source) && Known.TryGetValue(to, out var target))
            {
                var text = File.ReadAllText(file);
                modes[name] = new ApertiumMode(name, source, target, VersionOf(text, packages), ApertiumMode.ToPipeline(text));
            }
        }
        return modes;
    }

    /// <summary>Version of the engine itself; null when no package manager knows it.</summary>
    public static string? EngineVersion(string prefix) => DebianPackages.Read(prefix).GetValueOrDefault("apertium");

    private static string VersionOf(string mode, IReadOnlyDictionary<string, string> packages)
    {
        var paths = mode.Split('\'').Where(p => p.StartsWith('/') && File.Exists(p)).Distinct(StringComparer.Ordinal).ToList();
        var folder = paths.Select(Path.GetDirectoryName).FirstOrDefault();
        if (folder is not null && packages.TryGetValue(Path.GetFileName(folder), out var version))
            return version;
        // Built by hand: another dictionary has another size, and a wrong memory hit is worse than a lost one.
        var sizes = paths.Select(p => $"{Path.GetFileName(p)}:{new FileInfo(p).Length}:{File.GetLastWriteTimeUtc(p).Ticks}");
        return "build-" + Contracts.DispatchIdentity.TextHash(mode + string.Join('\n', sizes))[7..15];
    }
}

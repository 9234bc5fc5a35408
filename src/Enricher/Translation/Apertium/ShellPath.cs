namespace Newswire.Enricher.Translations.Apertium;

/// <summary>What the shell would find.</summary>
internal static class ShellPath
{
    public static bool Has(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
            return File.Exists(program);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Any(f => File.Exists(Path.Combine(f, program)));
    }
}

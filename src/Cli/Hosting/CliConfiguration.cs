using System.CommandLine;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Hosting;

/// <summary>Where settings come from; later ones win: built-in defaults, the settings file, the environment, options.</summary>
internal static class CliConfiguration
{
    public static void Load(IConfigurationManager configuration, ParseResult parsed)
    {
        configuration.Sources.Clear();
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);

        var named = parsed.GetValue(CommonOptions.Settings)?.FullName ?? Environment.GetEnvironmentVariable("NEWSWIRE_SETTINGS");
        if (named is { Length: > 0 } && !File.Exists(named))
            throw new CommandFailedException(ExitCodes.Usage, $"the settings file '{named}' does not exist");
        var file = Path.GetFullPath(named is { Length: > 0 } ? named : "newswire.json");
        try
        {
            configuration.AddJsonFile(file, optional: true);
        }
        catch (InvalidDataException e)
        {
            throw new CommandFailedException(ExitCodes.Usage, $"the settings file '{file}' is not usable: {(e.InnerException ?? e).Message}");
        }

        configuration.AddEnvironmentVariables();
        configuration.AddNewswireEnvironment();
        configuration.AddInMemoryCollection(Options(parsed));

        // A wrong address is said at once, also by a verb that would not need it.
        _ = BusAddress.Parse(configuration["Bus:Address"] ?? "memory:");
    }

    private static IEnumerable<KeyValuePair<string, string?>> Options(ParseResult parsed)
    {
        if (parsed.GetValue(CommonOptions.Bus) is { } bus)
            yield return new("Bus:Address", bus);
        if (parsed.GetValue(CommonOptions.Archive) is { } archive)
            yield return new("Archive:Address", archive);
    }
}

using System.CommandLine;

namespace Newswire.Cli;

/// <summary>Options of every verb.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Bus = new("--bus")
    {
        Description = "memory: (default), or rabbitmq://user:password@host:5672/vhost. Also NEWSWIRE_BUS.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    public static readonly Option<string?> Archive = new("--archive")
    {
        Description = "sqlite:PATH (default sqlite:./data/newswire.db), or postgres://user:password@host:5432/db. Also NEWSWIRE_ARCHIVE.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    public static readonly Option<FileInfo?> Settings = new("--settings")
    {
        Description = "Settings file (JSON). Without it, newswire.json of the current folder is read when there is one. Also NEWSWIRE_SETTINGS.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Machine-readable output: JSON, one object a line.", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Log what is done, and where a failure came from.", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Bus);
        root.Options.Add(Archive);
        root.Options.Add(Settings);
        root.Options.Add(Json);
        root.Options.Add(Verbose);
    }
}

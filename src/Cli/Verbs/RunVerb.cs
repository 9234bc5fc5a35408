using System.CommandLine;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Collector;
using Newswire.Enricher;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;
using Newswire.ServiceDefaults.Health;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire run [collector] [enricher] [archiver]</c>: hosts roles until it is stopped.</summary>
internal static class RunVerb
{
    private static readonly string[] Roles = ["collector", "enricher", "archiver"];

    public static Command Create()
    {
        var roles = new Argument<string[]>("ROLE") { Description = "collector, enricher, archiver; none: all of them.", Arity = ArgumentArity.ZeroOrMore };
        roles.AcceptOnlyFromAmong(Roles);
        var health = new Option<string?>("--health") { Description = "Where /health/live and /health/ready are served. Also NEWSWIRE_HEALTH_URL. Default: a free port on loopback.", HelpName = "URL" };
        var command = new Command("run", "Host roles until stopped. SIGTERM finishes what is in work, then ends.") { roles, health };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(roles) is { Length: > 0 } named ? named : Roles, parsed.GetValue(health), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] roles, string? health, CancellationToken cancellationToken)
    {
        var builder = CliHost.Worker(parsed);
        if (health is not null)
            builder.Configuration["Health:Url"] = health;
        if (roles.Length < Roles.Length && BusAddress.Parse(builder.Configuration["Bus:Address"]!).IsMemory)
            throw new CommandFailedException(ExitCodes.Usage, $"'run {string.Join(' ', roles)}' alone needs a broker: the in-memory bus reaches no other process. Name one with --bus rabbitmq://…, or run all roles.");

        builder.AddNewswire(newswire =>
        {
            if (roles.Contains("collector"))
                newswire.AddCollector();
            if (roles.Contains("enricher"))
                newswire.AddEnricher().AnnounceTranslators();
            newswire.AddArchiveAccess();
            if (roles.Contains("archiver"))
                newswire.AddArchiver();
        }).ServeHealth();

        var app = builder.Build();
        app.MapPipelineHealth();
        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while it still waited for its broker: nothing was in work.
        }

        return ExitCodes.Done;
    }
}

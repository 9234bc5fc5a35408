using System.CommandLine;
using Microsoft.Extensions.Options;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Collector;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Enricher.Translations;
using Newswire.Formats;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client.Exceptions;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire check</c>: is the configuration valid and everything in it reachable? With <c>--fixtures</c>: do the feed's test pairs hold?</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var fixtures = new Option<DirectoryInfo?>("--fixtures") { Description = "Compare every NAME.expected.json in a folder with what reading NAME gives, field by field.", HelpName = "DIR" };
        var source = new Option<string>("--source") { Description = "Read the fixtures as this feed.", DefaultValueFactory = _ => "local", HelpName = "NAME" };
        var command = new Command("check", "Validate the configuration and reach every configured system; or test a feed with input/expected pairs.") { fixtures, source };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(fixtures) is { } folder
            ? Task.FromResult(Fixtures(parsed, folder, parsed.GetValue(source)!))
            : ConfigurationAsync(parsed, cancellationToken));
        return command;
    }

    private static int Fixtures(ParseResult parsed, DirectoryInfo folder, string source)
    {
        if (!folder.Exists)
            throw new CommandFailedException(ExitCodes.Usage, $"the folder '{folder}' does not exist");

        var builder = CliHost.OneShot(parsed);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SourceCatalog>();
        new NewswireBuilder(builder.Services, builder.Configuration).AddEnrichment();
        using var host = builder.Build();
        var sources = host.Services.GetRequiredService<SourceCatalog>();
        var check = new FixtureCheck(host.Services.GetRequiredService<FormatReader>(), host.Services.GetRequiredService<Enrichment>(), TimeProvider.System);

        var (right, wrong) = (0, 0);
        foreach (var result in check.Run(folder.FullName, sources.For, source))
        {
            if (result.Differences.Count == 0)
                right++;
            else
                wrong++;
            if (parsed.GetValue(CommonOptions.Json))
                Console.Out.WriteLine(CliJson.Line(new { file = result.Input, result.Differences }));
            else if (result.Differences.Count > 0)
                Console.Out.WriteLine(result.Input + "\n" + string.Join('\n', result.Differences.Select(d => $"    {d.Path}: expected {ShowVerb.Short(d.Before)}, found {ShowVerb.Short(d.After)}")));
        }

        Console.Error.WriteLine($"{right} as expected, {wrong} different");
        if (right + wrong == 0)
            throw new CommandFailedException(ExitCodes.Usage, $"'{folder}' holds no NAME{FixtureCheck.Ending}");
        return wrong == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static async Task<int> ConfigurationAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = CliHost.OneShot(parsed);
        builder.AddNewswire(n => n.AddCollector().AddEnricher().AddArchive().AddArchiver());
        using var host = builder.Build();

        var findings = new List<Finding>
        {
            Validate(host.Services),
            await ReachArchiveAsync(host.Services, cancellationToken),
            await ReachBrokerAsync(host.Services, cancellationToken),
            await AskEnginesAsync(host.Services, cancellationToken),
        };
        foreach (var finding in findings)
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json) ? CliJson.Line(finding) : $"{(finding.Ok ? "ok  " : "FAIL")}  {finding.Subject}: {finding.Detail}");
        return findings.Select(f => f.ExitCode).Max();
    }

    private static Finding Validate(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            var sources = services.GetRequiredService<SourceCatalog>();
            return new Finding("configuration", true, sources.Names.Count == 0 ? "valid; no source is configured" : $"valid; sources {string.Join(", ", sources.Names)}", ExitCodes.Done);
        }
        catch (Exception e) when (e is OptionsValidationException or OptionsException or AggregateException)
        {
            return new Finding("configuration", false, e.Message, ExitCodes.Usage);
        }
    }

    /// <summary>Never a failure: without an engine all else works.</summary>
    private static async Task<Finding> AskEnginesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        TranslationStatus status;
        try
        {
            status = await services.GetRequiredService<TranslationMonitor>().ReadAsync(cancellationToken);
        }
        catch (OptionsValidationException)
        {
            return new Finding("translation", true, "not asked: the configuration is not valid", ExitCodes.Done);
        }

        var problems = status.Engines.Where(e => e.Problem is not null).Select(e => $"{e.Name}: {e.Problem}");
        return new Finding("translation", true, string.Join("; ", problems.Prepend(status.Describe())), ExitCodes.Done);
    }

    private static async Task<Finding> ReachArchiveAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<IArchive>().InitializeAsync(cancellationToken);
            return new Finding("archive", true, "reachable, schema up to date", ExitCodes.Done);
        }
        catch (OutageException e)
        {
            return new Finding("archive", false, e.Message, ExitCodes.Unreachable);
        }
    }

    private static async Task<Finding> ReachBrokerAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var address = services.GetRequiredService<BusAddress>();
        if (address.IsMemory)
            return new Finding("bus", true, "memory: (one process, no broker)", ExitCodes.Done);
        try
        {
            var depths = await services.GetRequiredService<QueueDepths>().ReadAsync(cancellationToken);
            var missing = depths.Count(d => d.Ready is null);
            return new Finding("bus", true, $"{address} reachable{(missing == 0 ? "" : $"; {missing} queues not declared yet, the first worker does it")}", ExitCodes.Done);
        }
        catch (BrokerUnreachableException e)
        {
            return new Finding("bus", false, $"{address} cannot be reached: {e.GetBaseException().Message}", ExitCodes.Unreachable);
        }
    }

    private sealed record Finding(string Subject, bool Ok, string Detail, [property: System.Text.Json.Serialization.JsonIgnore] int ExitCode);
}

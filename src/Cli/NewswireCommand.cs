using System.CommandLine;
using Microsoft.Extensions.Options;
using Newswire.Cli.Verbs;
using Newswire.Contracts;
using Newswire.ServiceDefaults;
using RabbitMQ.Client.Exceptions;

namespace Newswire.Cli;

/// <summary>The <c>newswire</c> command: its verbs, and the one place where failures become exit codes.</summary>
public static class NewswireCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = Create();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"newswire: {error.Message}");
            await Console.Error.WriteLineAsync($"Try 'newswire {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(90) });
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.SomeFailed;
        }
#pragma warning disable CA1031 // The last resort: every failure ends as a message and an exit code, with its trace when asked for.
        catch (Exception e)
        {
            var (code, message) = Explain(e);
            await Console.Error.WriteLineAsync($"newswire: {(parsed.GetValue(CommonOptions.Verbose) ? e.ToString() : message)}");
            return code;
        }
#pragma warning restore CA1031
    }

    internal static RootCommand Create()
    {
        var root = new RootCommand("""
            Newswire takes raw dispatches in, enriches them and archives normalized records that can be searched, exported and replayed.

            Start here:  newswire ingest seeds/          read, enrich and archive files, in one process without any server
                         newswire search "Imran Khan"    find them again
                         newswire try FILE               see what the reader makes of a file, storing nothing
            """)
        {
            IngestVerb.Create(),
            RunVerb.Create(),
            TryVerb.Create(),
            SearchVerb.Create(),
            ShowVerb.Create(),
            ExportVerb.Create(),
            ReplayVerb.Create(),
            QuarantineVerb.Create(),
            StatusVerb.Create(),
            AuditVerb.Create(),
            TopologyVerb.Create(),
            CheckVerb.Create(),
            TranslateVerb.Create(),
            EvalVerb.Create(),
        };
        CommonOptions.AddTo(root);
        return root;
    }

    private static (int Code, string Message) Explain(Exception exception) => exception switch
    {
        CommandFailedException e => (e.ExitCode, e.Message),
        AggregateException { InnerExceptions: [var only] } => Explain(only),
        OptionsException or OptionsValidationException or FormatException or UncurableException => (ExitCodes.Usage, exception.Message),
        OutageException => (ExitCodes.Unreachable, exception.Message),
        BrokerUnreachableException => (ExitCodes.Unreachable, $"the broker cannot be reached: {exception.GetBaseException().Message}"),
        _ => (ExitCodes.SomeFailed, $"{exception.GetType().Name}: {exception.Message} (--verbose shows where)"),
    };
}

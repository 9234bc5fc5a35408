using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Contracts;
using Spectre.Console;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire search QUERY</c>: full-text search of the archive.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words that must all occur; \"a phrase\"; -without.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "" };
        var filters = new FilterOptions();
        var command = new Command("search", "Full-text search of the archive, newest first; live versions only.") { query };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var text = parsed.GetValue(query);
            var wanted = filters.Read(parsed) with { Text = string.IsNullOrWhiteSpace(text) ? null : text };
            wanted = wanted with { Limit = wanted.Limit ?? 20 };
            var found = session.Archive.FindAsync(wanted, cancellationToken);
            return parsed.GetValue(CommonOptions.Json) ? await PrintJsonAsync(found) : await PrintAsync(found, wanted.Limit.Value);
        });
        return command;
    }

    private static async Task<int> PrintJsonAsync(IAsyncEnumerable<NewsRecord> found)
    {
        await foreach (var record in found)
            Console.Out.WriteLine(JsonSerializer.Serialize(record, NewswireJson.Wire.NewsRecord));
        return ExitCodes.Done;
    }

    private static async Task<int> PrintAsync(IAsyncEnumerable<NewsRecord> found, int limit)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("received", "lang", "source", "text", "id");
        var count = 0;
        await foreach (var record in found)
        {
            count++;
            table.AddRow(
                record.Received.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Screen.Cell(record.Language?.Tag ?? record.Item.Language),
                Screen.Cell(record.Source, 20), Screen.Cell(RecordText.Title(record), 90), Screen.Cell(record.DispatchId.ToString()[..13]));
        }

        if (count > 0)
            Screen.Out.Write(table);
        await Console.Error.WriteLineAsync(count == limit ? $"{count} shown; --limit shows more" : $"{count} found");
        return ExitCodes.Done;
    }
}

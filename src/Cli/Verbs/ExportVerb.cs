using System.CommandLine;
using System.Text;
using System.Text.Json;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Contracts;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire export</c>: records out.</summary>
internal static class ExportVerb
{
    private static readonly string[] Columns = ["received", "source", "uri", "version", "status", "signal", "language", "headline", "byline", "credit", "dateline", "firstCreated", "versionCreated", "text"];

    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "ndjson (whole records), ninjs (ninjs 3 documents, one a line) or csv.", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson", "ninjs", "csv");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write; default standard output. Replaced only when complete.", HelpName = "FILE" };
        var all = new Option<bool>("--all-versions") { Description = "Every version, not only the live one of each story." };
        var translations = new Option<bool>("--translations") { Description = "With ninjs: after each document its translations, each a document of its own linked to it." };
        var query = new Option<string?>("--query") { Description = "Full-text query, as in search.", HelpName = "QUERY" };
        var filters = new FilterOptions();
        var command = new Command("export", "Write records out.") { format, output, all, translations, query };
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var records = session.Archive.FindAsync(filters.Read(parsed) with { Text = parsed.GetValue(query), AllVersions = parsed.GetValue(all) }, cancellationToken);
            var count = await WriteAsync(records, Writer(parsed.GetValue(format)!, parsed.GetValue(translations)), parsed.GetValue(output), cancellationToken);
            await Console.Error.WriteLineAsync($"{count} records");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The lines that one record becomes; the header line when there is no record yet.</summary>
    private static Func<NewsRecord?, IEnumerable<string>> Writer(string format, bool translations) => format switch
    {
        "csv" => record => [record is null ? string.Join(',', Columns) : Csv(record)],
        "ninjs" => record => record is null ? [] : Ninjs(record, translations).Select(i => JsonSerializer.Serialize(i, NewswireJson.Wire.NinjsItem)),
        _ => record => record is null ? [] : [JsonSerializer.Serialize(record, NewswireJson.Wire.NewsRecord)],
    };

    private static IEnumerable<NinjsItem> Ninjs(NewsRecord record, bool translations)
    {
        yield return record.Item;
        foreach (var translation in translations ? record.Translations ?? [] : [])
        {
            if (TranslationExport.ToNinjs(record, translation) is { } item)
                yield return item;
        }
    }

    private static async Task<long> WriteAsync(IAsyncEnumerable<NewsRecord> records, Func<NewsRecord?, IEnumerable<string>> lines, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await using var standard = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            return await WriteAsync(records, lines, standard, cancellationToken);
        }

        var unfinished = file.FullName + ".part";
        long count;
        await using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(false)))
            count = await WriteAsync(records, lines, writer, cancellationToken);
        File.Move(unfinished, file.FullName, overwrite: true);
        return count;
    }

    private static async Task<long> WriteAsync(IAsyncEnumerable<NewsRecord> records, Func<NewsRecord?, IEnumerable<string>> lines, StreamWriter writer, CancellationToken cancellationToken)
    {
        foreach (var header in lines(null))
            await writer.WriteLineAsync(header);
        long count = 0;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            foreach (var line in lines(record))
                await writer.WriteLineAsync(line);
            count++;
        }

        return count;
    }

    private static string Csv(NewsRecord record)
    {
        var item = record.Item;
        return string.Join(',', new[]
        {
            record.Received.ToString("O"), record.Source, record.Uri, record.Version.Label, record.Status, record.Signal, record.Language?.Tag, RecordText.Headline(record), item.By,
            record.Credit is null ? null : string.Join('/', record.Credit.Select(c => c.Name)), item.Descriptions?.FirstOrDefault(d => d.Role == "dateline")?.Value,
            item.FirstCreated?.ToString("O"), item.VersionCreated?.ToString("O"), RecordText.Body(record),
        }.Select(Field));
    }

    // A spreadsheet takes a text that begins with one of these for a formula: a dispatch must not run anything there.
    private static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        if (value[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}

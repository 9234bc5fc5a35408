using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Newswire.Archiver;
using Newswire.Archiver.Replay;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Newswire.Contracts;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire show ID</c>: one record, its raw bytes, its versions, its timeline.</summary>
internal static class ShowVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A uri, a dispatch id, a provider's id, or an unambiguous beginning of one." };
        var version = new Option<int?>("--version") { Description = "The Nth version instead of the live one.", HelpName = "N" };
        var raw = new Option<bool>("--raw") { Description = "The bytes as they came, to standard output." };
        var versions = new Option<bool>("--versions") { Description = "All versions and what changed from one to the next." };
        var journey = new Option<bool>("--journey") { Description = "What happened to it, in time order." };
        var command = new Command("show", "One record: text, metadata, translations; its raw bytes, versions or timeline.") { id, version, raw, versions, journey };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var name = parsed.GetValue(id)!;
            if (parsed.GetValue(journey))
                return await JourneyAsync(parsed, session.Archive, name, cancellationToken);

            var all = await session.Archive.VersionsAsync(name, cancellationToken);
            if (all.Count == 0)
                throw new CommandFailedException(ExitCodes.SomeFailed, $"nothing in the archive is called '{name}'; 'newswire search' finds records, 'newswire quarantine list' what could not be read");
            if (parsed.GetValue(versions))
                return Versions(parsed, all);

            var record = Pick(all, parsed.GetValue(version));
            if (parsed.GetValue(raw))
                return await RawAsync(session.Archive, record, cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                Console.Out.WriteLine(JsonSerializer.Serialize(record, NewswireJson.Wire.NewsRecord));
            else
                RecordPage.Print(record, all.Count);
            return ExitCodes.Done;
        });
        return command;
    }

    private static NewsRecord Pick(IReadOnlyList<NewsRecord> all, int? version)
    {
        if (version is null)
            return all.LastOrDefault(r => r.Version.IsLatest == true) ?? all[^1];
        return all.FirstOrDefault(r => r.Version.Ordinal == version)
            ?? throw new CommandFailedException(ExitCodes.Usage, $"there is no version {version}; it has {all.Count}");
    }

    private static async Task<int> RawAsync(IArchive archive, NewsRecord record, CancellationToken cancellationToken)
    {
        var bytes = await archive.ReadRawAsync(record.Raw.Sha256, cancellationToken)
            ?? throw new CommandFailedException(ExitCodes.SomeFailed, $"the raw bytes {record.Raw.Sha256} are not in the archive");
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(bytes, cancellationToken);
        return ExitCodes.Done;
    }

    private static int Versions(ParseResult parsed, IReadOnlyList<NewsRecord> all)
    {
        NewsRecord? before = null;
        foreach (var record in all)
        {
            var changes = before is null ? [] : RecordDiff.Compare(before, record, RecordDiff.ByNature);
            if (parsed.GetValue(CommonOptions.Json))
            {
                Console.Out.WriteLine(CliJson.Line(new { record.Version.Ordinal, record.Version.Label, record.Version.IsLatest, record.Status, record.Signal, record.Received, record.DispatchId, changes }));
            }
            else
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"version {record.Version.Ordinal} ({record.Version.Label ?? "no label"}){(record.Version.IsLatest == true ? ", live" : "")}  {record.Status}  {record.Signal}  received {record.Received:u}  {RecordText.Title(record)}"));
                foreach (var change in changes)
                    Console.Out.WriteLine($"    {change.Path}: {Short(change.Before)} → {Short(change.After)}");
            }

            before = record;
        }

        return ExitCodes.Done;
    }

    private static async Task<int> JourneyAsync(ParseResult parsed, IArchive archive, string name, CancellationToken cancellationToken)
    {
        var events = await archive.JourneyAsync(name, cancellationToken);
        if (events.Count == 0)
            throw new CommandFailedException(ExitCodes.SomeFailed, $"nothing in the archive is called '{name}'");
        foreach (var e in events)
        {
            Console.Out.WriteLine(parsed.GetValue(CommonOptions.Json)
                ? CliJson.Line(e)
                : string.Create(CultureInfo.InvariantCulture, $"{e.At.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z  {e.Stage,-11} {e.What,-12} {e.DispatchId}  {e.Detail}"));
        }

        return ExitCodes.Done;
    }

    internal static string Short(string? value) => value is null ? "absent" : value.Length <= 100 ? value : value[..100] + "…";
}

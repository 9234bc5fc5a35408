using System.CommandLine;
using System.Globalization;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Cli.Output;
using Spectre.Console;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire audit</c>: do the books balance, and which dispatches are open?</summary>
internal static class AuditVerb
{
    public static Command Create()
    {
        var filters = new FilterOptions();
        var command = new Command("audit", "Prove that received = archived + duplicate + superseded + held + quarantined + in flight, and list what is open.");
        filters.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await ArchiveSession.OpenAsync(parsed, cancellationToken);
            var books = await session.Archive.AuditAsync(filters.Read(parsed), cancellationToken);
            if (parsed.GetValue(CommonOptions.Json))
                Console.Out.WriteLine(CliJson.Line(books));
            else
                Print(books);
            return books.Balanced ? ExitCodes.Done : ExitCodes.SomeFailed;
        });
        return command;
    }

    private static void Print(Books books)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("deliveries").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, count) in new[]
        {
            ("received", books.Received), ("archived", books.Archived), ("duplicate", books.Duplicate), ("superseded", books.Superseded),
            ("held", books.Held), ("quarantined", books.Quarantined), ("in flight", books.InFlight),
        })
            table.AddRow(name, count.ToString("N0", CultureInfo.InvariantCulture));
        Screen.Out.Write(table);

        foreach (var open in books.Open)
            Console.Out.WriteLine($"open since {open.Received:u}  {open.DispatchId}  {open.ItemsDone} of {open.ItemCount?.ToString(CultureInfo.InvariantCulture) ?? "?"} items  {(open.RawKept ? "" : "raw bytes missing  ")}{open.File}");
        if (books.WithoutRaw > 0)
            Console.Out.WriteLine($"{books.WithoutRaw} dispatches have a result but no raw bytes");
        Console.Out.WriteLine(books.Balanced ? "The books balance." : "THE BOOKS DO NOT BALANCE.");
    }
}

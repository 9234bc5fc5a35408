using System.Globalization;
using Newswire.Contracts;
using Spectre.Console;

namespace Newswire.Cli.Output;

/// <summary>One record for people: what an editor asks first, then the text, then translations beside it.</summary>
internal static class RecordPage
{
    public static void Print(NewsRecord record, int versions)
    {
        var grid = new Grid().AddColumn().AddColumn();
        foreach (var (name, value) in Lines(record, versions).Where(l => !string.IsNullOrEmpty(l.Value)))
            grid.AddRow($"[grey]{name}[/]", Screen.Cell(value, 400));
        Screen.Out.Write(grid);
        Screen.Out.WriteLine();
        Console.Out.WriteLine(RecordText.Body(record));

        foreach (var translation in record.Translations ?? [])
            Print(record, translation);
    }

    private static IEnumerable<(string Name, string? Value)> Lines(NewsRecord record, int versions)
    {
        var item = record.Item;
        yield return ("headline", RecordText.Headline(record));
        yield return ("uri", record.Uri);
        yield return ("dispatch", record.DispatchId.ToString());
        yield return ("source", $"{record.Source}, received {record.Received:u}{(record.File is null ? "" : $", {record.File}")}");
        yield return ("version", string.Create(CultureInfo.InvariantCulture, $"{record.Version.Ordinal} of {versions}{(record.Version.Label is null ? "" : $" (the provider's {record.Version.Label})")}"));
        yield return ("status", $"{record.Status}{(record.HoldReason is null ? "" : $", held: {record.HoldReason}")}");
        yield return ("signal", record.Signal == Signals.None ? null : record.Signal);
        yield return ("embargo", item.EmbargoedUntil?.ToString("u", CultureInfo.InvariantCulture));
        yield return ("language", Language(record.Language));
        yield return ("credit", record.Credit is null ? null : string.Join(", ", record.Credit.Select(c => $"{c.Name} ({c.Role})")));
        yield return ("byline", item.By);
        yield return ("located", item.Located);
        yield return ("date in text", record.Dates?.Content is { } date ? $"{date.Value} ({date.Precision})" : null);
        yield return ("created", item.FirstCreated?.ToString("O", CultureInfo.InvariantCulture));
        yield return ("urgency", item.Urgency?.ToString(CultureInfo.InvariantCulture));
        yield return ("slugline", item.Slugline);
        yield return ("quotes", record.SourceChain is null ? null : string.Join(", ", record.SourceChain.Select(s => s.Name).Distinct(StringComparer.Ordinal)));
        foreach (var group in (record.Entities ?? []).GroupBy(e => e.Type, StringComparer.Ordinal))
            yield return (group.Key, string.Join(", ", group.Select(e => e.Country is null ? e.Text : $"{e.Text} [{e.Country}]")));
        yield return ("for editors", item.EdNote);
        yield return ("warnings", record.Warnings is null ? null : string.Join(", ", record.Warnings.Select(w => w.Detail is null ? w.Code : $"{w.Code}: {w.Detail}")));
        yield return ("read by", $"{record.Reader.Format} {record.Reader.Version} ({record.Reader.Why})");
        yield return ("raw", $"{record.Raw.Sha256[..12]}…, {record.Raw.Bytes} bytes, {record.Raw.Charset}");
    }

    private static string? Language(RecordLanguage? language) => language is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{language.Tag}{(language.Confidence is { } c ? $" ({c:0.00})" : "")}{(language.Declared is null || language.Declared == language.Tag ? "" : $", declared {language.Declared}")}");

    private static void Print(NewsRecord record, Translation translation)
    {
        Screen.Out.WriteLine();
        var provenance = translation.Provenance is { } p ? $", {p.Engine} {p.EngineVersion}" : "";
        var title = $"{translation.Source} → {translation.Target}: {translation.State}{(translation.Quality is null ? "" : $", quality {translation.Quality}, {(translation.MachineTranslated ? "machine translation" : "by people")}")}{provenance}";
        if (translation.Fields is not { } fields)
        {
            Screen.Out.WriteLine(title + (translation.Error is { } error ? $" ({error.Class}: {error.Message})" : ""));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title)).AddColumn(translation.Source).AddColumn(translation.Target).ShowRowSeparators();
        if (RecordText.Headline(record) is { } headline)
            table.AddRow(Screen.Cell(headline, 4_000), Screen.Cell(fields.Headline, 4_000));
        var paragraphs = TranslationText.From(record).Body;
        for (var i = 0; i < Math.Max(paragraphs.Count, fields.Body.Count); i++)
        {
            table.AddRow(
                Screen.Cell(i < paragraphs.Count ? paragraphs[i] : "", 20_000),
                i < fields.Body.Count ? fields.Body[i] is { } text ? Screen.Cell(text, 20_000) : "[grey](not translated)[/]" : "");
        }

        Screen.Out.Write(table);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.FormatsBench;

/// <summary>
/// Reading against the bare parser (XmlReader, JsonDocument) over the same bytes, in turns, so that a slow moment of the machine hits both.
/// The best of many rounds counts: it is what the code costs, the rest is what the machine does.
/// </summary>
internal static class ReadingCost
{
    private const int Rounds = 400;
    private const int PerRound = 2;
    private const int Words = 400;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    private static readonly string[] Files =
    [
        "newsmlg2.xml", "newsml12.xml", "nitf.xml", "ninjs1.json", "ninjs21.json", "ninjs3.json", "rss091.xml", "rss10.xml", "rss20.xml", "atom.xml", "feed.json",
    ];

    public static int Run(string stories, IReadOnlyList<string> files)
    {
        files = files.Count == 0 ? Files : files;
        Table("as they are, some 60 words of text", Rows(stories, files, content => content));
        Table($"with texts of {Words} words, the length of a dispatch", Rows(stories, files, LongStory.Of));
        return 0;
    }

    private static void Table(string title, List<string> rows)
    {
        Console.WriteLine($"\n{title}:\n");
        Console.WriteLine("| format | bytes | dispatches/s | times bare parser | kB allocated | times bare parser |");
        Console.WriteLine("|---|---|---|---|---|---|");
        rows.ForEach(Console.WriteLine);
    }

    private static List<string> Rows(string stories, IReadOnlyList<string> files, Func<byte[], byte[]> shape)
    {
        var reader = FormatRegistry.CreateReader();
        var rows = new List<string>();
        foreach (var file in files)
        {
            var documents = Directory.EnumerateDirectories(stories, "r*").Order(StringComparer.Ordinal).Select(d => Dispatch(shape(File.ReadAllBytes(Path.Combine(d, file))))).ToList();
            var bytes = documents.Sum(d => d.Content.Length) / documents.Count;
            (double Seconds, long Bytes) whole = (double.MaxValue, 0), bare = (double.MaxValue, 0);
            Action<RawDispatch> parse = file.EndsWith(".json", StringComparison.Ordinal) ? ParseJson : ParseXml;
            // The code is compiled anew for a while as it is used: that is no cost of reading.
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
            {
                Measure(documents, d => reader.Read(d));
                Measure(documents, parse);
            }

            for (var round = 0; round < Rounds; round++)
            {
                whole = Best(whole, Measure(documents, d => reader.Read(d)));
                bare = Best(bare, Measure(documents, parse));
            }

            rows.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {file} | {bytes} | {1 / whole.Seconds:N0} | {whole.Seconds / bare.Seconds:F1} | {whole.Bytes / 1000.0:F1} | {(double)whole.Bytes / bare.Bytes:F1} |"));
        }

        return rows;
    }

    private static (double Seconds, long Bytes) Best((double Seconds, long Bytes) so, (double Seconds, long Bytes) now) => now.Seconds < so.Seconds ? now : so;

    private static RawDispatch Dispatch(byte[] content) =>
        RawDispatch.Of("bench", content, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)) with { Sha256 = DispatchIdentity.Sha256(content) };

    /// <summary>Seconds and bytes a document.</summary>
    private static (double Seconds, long Bytes) Measure(List<RawDispatch> documents, Action<RawDispatch> read)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < PerRound; i++)
            foreach (var document in documents) read(document);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return (seconds / (PerRound * documents.Count), (GC.GetAllocatedBytesForCurrentThread() - allocated) / (PerRound * documents.Count));
    }

    private static void ParseJson(RawDispatch document)
    {
        using var parsed = JsonDocument.Parse(document.Content);
        Values(parsed.RootElement);
    }

    /// <summary>The values are what a reader is for: an index of the bytes, which is all that parsing makes, holds none of them yet.</summary>
    private static void Values(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Values(property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var child in element.EnumerateArray()) Values(child);
                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            default:
                break;
        }
    }

    private static void ParseXml(RawDispatch document)
    {
        using var input = new MemoryStream(document.Content.ToArray(), writable: false);
        using var reader = XmlReader.Create(input, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.HasValue) _ = reader.Value;
        }
    }
}

using System.Text;
using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Reads dispatches the way the enricher does, for tests.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Received = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly FormatReader Reader = FormatRegistry.CreateReader();

    public static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static RawDispatch Dispatch(byte[] content, string? file = null, SourceSettings? settings = null, string? charset = null, DateTimeOffset? received = null) =>
        RawDispatch.Of("test", content, received ?? Received) with { File = file, Charset = charset, Settings = settings ?? new SourceSettings() };

    public static DispatchReading Of(byte[] content, SourceSettings? settings = null, FormatLimits? limits = null, string? file = null, DateTimeOffset? received = null) =>
        (limits is null ? Reader : FormatRegistry.CreateReader(limits)).Read(Dispatch(content, file, settings, received: received), TestContext.Current.CancellationToken);

    public static DispatchReading Of(string content, SourceSettings? settings = null, FormatLimits? limits = null) => Of(Encoding.UTF8.GetBytes(content), settings, limits);

    /// <summary>The only record of a document.</summary>
    public static NewsRecord One(string content, SourceSettings? settings = null)
    {
        var reading = Of(content, settings);
        var only = Assert.Single(reading.Items);
        Assert.Null(only.Refusal);
        return only.Record!;
    }

    /// <summary>The reason code for which a document is refused, as a whole or its only item.</summary>
    public static string? Refused(byte[] content, FormatLimits? limits = null)
    {
        try
        {
            return Of(content, limits: limits).Items.FirstOrDefault(i => i.Refusal is not null)?.Refusal!.Code;
        }
        catch (UnreadableDispatchException e)
        {
            return e.Code;
        }
    }

    public static string? Refused(string content, FormatLimits? limits = null) => Refused(Encoding.UTF8.GetBytes(content), limits);

    public static string Rss(string items, string channel = "") =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
        + $"<channel><title>T</title><link>http://example.org/</link>{channel}{items}</channel></rss>";

    public static string RssItem(string inside, string guid = "g1") => $"<item><guid isPermaLink=\"false\">{guid}</guid>{inside}</item>";

    public static bool Warns(this NewsRecord record, string code) => record.Warnings?.Any(w => w.Code == code) == true;

    public static string? Text(this NewsRecord record) => record.Item.Bodies?.FirstOrDefault(b => b.ContentType == "text/plain")?.Value;

    public static string? Html(this NewsRecord record) => record.Item.Bodies?.FirstOrDefault(b => b.ContentType == "text/html")?.Value;

    public static string? Headline(this NewsRecord record) => record.Item.Headlines?.FirstOrDefault(h => h.Role == "main")?.Value;

    public static string? Description(this NewsRecord record, string role) => record.Item.Descriptions?.FirstOrDefault(d => d.Role == role)?.Value;
}

using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Translations;

internal static class Records
{
    public static NewsRecord French() => With(
        "Le Premier ministre Imran Khan a annoncé une reprise.\n\nLe ministre a confirmé les pourparlers.", "Reprise des pourparlers");

    public static NewsRecord With(string body, string? headline) => new()
    {
        DispatchId = DispatchIdentity.ForDispatch("belga", System.Text.Encoding.UTF8.GetBytes(body)),
        Uri = "urn:newswire:belga:0042",
        Source = "belga",
        Version = new RecordVersion { Label = "3" },
        Received = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.Zero),
        Language = new RecordLanguage { Tag = "fr" },
        Raw = new RawReference { Sha256 = new string('0', 64), Bytes = body.Length },
        Reader = new ReaderReference { Format = "wiretext", Version = "1.0" },
        Item = new NinjsItem
        {
            Uri = "urn:newswire:belga:0042",
            Type = "text",
            Version = "3",
            PubStatus = "usable",
            Language = "fr",
            Headlines = headline is null ? null : [new NinjsText { Role = "main", Value = headline }],
            Bodies = [new NinjsBody { Role = "main", ContentType = "text/plain", Value = body }],
            InfoSources = [new NinjsParty { Name = "Belga", Role = "provider" }],
        },
    };

    public static NamedEntity Person(string text, int[][] mentions) => new() { Text = text, Type = "person", Key = text.ToLowerInvariant(), Mentions = mentions, By = "test/1" };
}

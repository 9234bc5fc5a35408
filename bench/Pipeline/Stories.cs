using System.Text;
using Newswire.Contracts;

namespace Newswire.PipelineBench;

/// <summary>Dispatches to send: ninjs documents of about 1.9 kB, so that the message with their bytes has about 2.9 kB, as a wire story has.</summary>
internal static class Stories
{
    private const string Paragraph = "The council approved a plan to renovate twelve schools on Thursday evening after a debate of more than six hours. "
        + "We could not wait any longer, the mayor said after the vote; work is to begin in September and to end within four years. ";

    /// <summary>Every story is another item with another text: nothing in the archive is a duplicate.</summary>
    public static IReadOnlyList<byte[]> Fresh(int count) => [.. Enumerable.Range(0, count).Select(_ => Story(Guid.CreateVersion7()))];

    /// <summary>The message a collector makes of them.</summary>
    public static DispatchReceived Message(string source, byte[] content, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new DispatchReceived
        {
            DispatchId = DispatchIdentity.ForDispatch(source, content),
            DeliveryId = Guid.CreateVersion7(now),
            Source = source,
            File = "bench.json",
            Received = now,
            MediaType = "application/json",
            Sha256 = DispatchIdentity.Sha256(content),
            Bytes = content.Length,
            Content = content,
        };
    }

    private static byte[] Story(Guid id) => Encoding.UTF8.GetBytes($$$"""
        {"uri":"urn:newsml:bench.example:{{{id}}}","type":"text","representationType":"full","profile":"text-only","version":"1",
        "firstCreated":"2024-03-14T23:00:00+01:00","versionCreated":"2024-03-14T23:00:00+01:00","pubStatus":"usable","urgency":4,"language":"en",
        "bodies":[{"role":"main","contentType":"text/plain","value":"Story {{{id}}}. {{{Paragraph}}}\n\n{{{Paragraph}}}\n\n{{{Paragraph}}}\n\n{{{Paragraph}}}\n\n{{{Paragraph}}}"}],
        "headlines":[{"role":"main","value":"City approves renovation of twelve schools {{{id}}}"}],"by":"Jo Reporter","slugline":"schools-renovation","located":"Ghent",
        "standard":{"name":"ninjs","version":"3.0","schema":"http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"}}
        """);
}

using System.Text;
using Newswire.Contracts;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>Dispatches for tests: small NITF documents, each different from all others.</summary>
public static class Texts
{
    public const string Source = "tests";

    /// <param name="mark">Makes it different from every other.</param>
    /// <param name="filler">Paragraphs more, of 70 bytes each.</param>
    public static byte[] Dispatch(string mark, int filler = 0) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <nitf>
          <head><docdata><doc-id id-string="tests:{mark}"/><date.issue norm="20261124T080000Z"/></docdata></head>
          <body>
            <body.head><hedline><hl1>Council of {mark} votes on new harbour bridge</hl1></hedline></body.head>
            <body.content>
              <p>The council of {mark} voted on Monday for the new bridge over the harbour, two years after the old one was closed to traffic.</p>
              <p>"We have waited long enough for this day," the mayor told reporters after the meeting in the town hall of {mark}.</p>
              {string.Concat(Enumerable.Repeat("<p>The debate in the council went on through the night, and no vote</p>\n", filler))}
            </body.content>
          </body>
        </nitf>
        """);

    public static DispatchReceived Received(string mark) => Received(Dispatch(mark), $"{mark}.xml");

    public static DispatchReceived Received(byte[] content, string file) => new()
    {
        DispatchId = DispatchIdentity.ForDispatch(Source, content),
        DeliveryId = Guid.NewGuid(),
        Source = Source,
        File = file,
        Received = DateTimeOffset.UtcNow,
        Sha256 = DispatchIdentity.Sha256(content),
        Bytes = content.Length,
        Content = content,
    };
}

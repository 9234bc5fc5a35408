using System.Text;
using Newswire.Contracts;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>Dispatches for tests: short wire texts, each different from all others.</summary>
public static class Texts
{
    public const string Source = "tests";

    public static byte[] Wire(string mark) => Encoding.UTF8.GetBytes($"""
        Council of {mark} votes on new harbour bridge

        BRUSSELS, Nov. 24 (Belga) - The council of {mark} voted on Monday for the new bridge over the harbour, two years after
        the old one was closed to traffic. Works begin in spring and will cost 12 million euros, the mayor said.

        "We have waited long enough for this day," she told reporters after the meeting in the town hall of {mark}.

        (Belga)
        """);

    public static DispatchReceived Received(string mark) => Received(Wire(mark), mark);

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

using System.Net;
using System.Net.Sockets;

namespace Newswire.Pipeline.BrokerTests.Servers;

/// <summary>Ports on loopback that nobody listens on at the moment of asking.</summary>
public static class FreePort
{
    private static readonly HashSet<int> Given = [];

    public static int Next()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            lock (Given)
            {
                if (Given.Add(port))
                    return port;
            }
        }
    }
}

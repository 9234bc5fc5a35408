using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>A RabbitMQ that a contract suite runs against. Shared by many tests: each keeps to its own prefix.</summary>
public interface IBroker
{
    BusAddress Address { get; }

    /// <summary>With its password: as it is given to <c>--bus</c>.</summary>
    string Url { get; }
}

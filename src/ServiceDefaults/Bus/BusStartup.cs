using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// Waits for the broker and what else is required, declares the topology, then starts the bus, and opens the gate that publishers wait at: what is published before a
/// queue is bound would be gone. A worker waits for as long as it takes, and answers its health endpoints meanwhile; a one-shot command sets
/// <c>Bus:StartSeconds</c> and gets an <see cref="OutageException"/>.
/// </summary>
internal sealed class BusStartup(
    PipelineBus bus, BusGate gate, BusAddress address, PipelineTopology topology, IConfiguration configuration, TimeProvider time, ILogger<BusStartup> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!address.IsMemory)
            await DeclareAsync(cancellationToken);
        await gate.RequirementsAsync();
        await bus.StartAsync(cancellationToken);
        gate.Open();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        gate.Close();
        return bus.StopAsync(cancellationToken);
    }

    private async Task DeclareAsync(CancellationToken cancellationToken)
    {
        // Absent: a worker, which waits for as long as it takes.
        TimeSpan? patience = configuration.GetValue<double?>("Bus:StartSeconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await RabbitConnections.Factory(address, "topology").CreateConnectionAsync(cancellationToken);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
                await topology.DeclareAsync(channel, cancellationToken);
                return;
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 406)
            {
                throw new UncurableException("topology", $"a queue or exchange on {address} exists with other settings: {e.ShutdownReason.ReplyText}. "
                    + "Change Bus:Prefix, restore the settings it was declared with, or delete it when it is empty.", e);
            }
            catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or IOException or TimeoutException)
            {
                var reason = e.GetBaseException().Message;
                if (time.GetElapsedTime(started) > patience)
                    throw new OutageException($"the broker at {address} cannot be reached: {reason}. Start it, or name another one with --bus or NEWSWIRE_BUS.", e);
                Log.WaitingForBroker(log, address, reason);
                await Task.Delay(TimeSpan.FromSeconds(2), time, cancellationToken);
            }
        }
    }
}

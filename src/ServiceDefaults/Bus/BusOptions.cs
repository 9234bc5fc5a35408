using System.ComponentModel.DataAnnotations;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Settings of the bus. Section <c>Bus</c>; the address also as <c>--bus</c> and <c>NEWSWIRE_BUS</c>.</summary>
public sealed class BusOptions
{
    public const string Section = "Bus";

    /// <summary>memory: or rabbitmq://user:pass@host:port/vhost. Default memory:.</summary>
    [Required]
    public string Address { get; set; } = "memory:";

    /// <summary>Publishes that may wait for their confirm at once. Default 256: more only costs memory while the broker is slow.</summary>
    [Range(1, 10_000)]
    public int PublishWindow { get; set; } = 256;

    /// <summary>Seconds a publish may wait for its confirm before the connection is made anew. Default 60.</summary>
    [Range(5, 3_600)]
    public int PublishWatchdogSeconds { get; set; } = 60;

    /// <summary>Seconds without a delivery, while messages wait and none is in work, before the connection is made anew. Default 45: the kill switch pauses 30.</summary>
    [Range(3, 3_600)]
    public int ConsumerWatchdogSeconds { get; set; } = 45;

    /// <summary>Size limit of each queue in bytes; a full queue refuses publishes, and the collector waits. Default 8 GiB.</summary>
    [Range(1_000_000, long.MaxValue)]
    public long QueueBytes { get; set; } = 8L << 30;

    /// <summary>Deliveries of one message before the broker moves it to the dead letters (it then lands in quarantine). Default 50.</summary>
    [Range(5, 10_000)]
    public int DeliveryLimit { get; set; } = 50;

    /// <summary>Bytes of raw content above which a dispatch travels by claim check. Default 1 MiB.</summary>
    [Range(1_000, 8_000_000)]
    public int ClaimCheckBytes { get; set; } = 1 << 20;

    /// <summary>Deliveries the enricher takes ahead. Default 200.</summary>
    [Range(1, 5_000)]
    public int EnricherPrefetch { get; set; } = 200;

    /// <summary>Items the archiver writes in one transaction. Default 250; it takes twice as many ahead.</summary>
    [Range(1, 5_000)]
    public int ArchiveBatch { get; set; } = 250;

    /// <summary>Milliseconds a batch waits to fill. Default 50.</summary>
    [Range(1, 10_000)]
    public int ArchiveBatchMilliseconds { get; set; } = 50;

    /// <summary>Seconds between redeliveries of a message that failed, one queue a step. Default (when empty) <see cref="DefaultRedeliverySeconds"/>.</summary>
    /// <remarks>Empty rather than the default itself: the configuration binder appends to what an array holds.</remarks>
    public int[] RedeliverySeconds { get; set; } = [];

    /// <summary>10 seconds, a minute, 10 minutes, an hour.</summary>
    public static IReadOnlyList<int> DefaultRedeliverySeconds { get; } = [10, 60, 600, 3_600];

    /// <summary>Prefix of every queue and exchange; another one keeps two installations apart in one virtual host. Default "newswire".</summary>
    [RegularExpression("^[a-z0-9][a-z0-9-]{0,40}$")]
    public string Prefix { get; set; } = "newswire";
}

using Newswire.Contracts;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// The whole path of a message as one list: which exchange each contract is published to, which queues take it, and with what settings.
/// Declared on start, printed by <c>newswire topology</c>; nothing else names a queue.
/// </summary>
public sealed class PipelineTopology(BusOptions options)
{
    /// <summary>Queues in the order a dispatch meets them.</summary>
    public IReadOnlyList<PipelineQueue> Queues { get; } =
    [
        new(Name(options, "keep-raw"), typeof(DispatchReceived), "keep-raw", "Archiver: keeps the raw bytes, enters the delivery in the books"),
        new(Name(options, "enrich"), typeof(DispatchReceived), "enrich", "Enricher: reads the format, detects the language, finds the names"),
        new(Name(options, "archive"), typeof(DispatchEnriched), "archive", "Archiver: merges the record into its story"),
        new(Name(options, "translate"), typeof(TranslateDispatch), "translate", "Enricher: translates; a bulkhead of its own"),
        new(Name(options, "archive-translation"), typeof(DispatchTranslated), "archive", "Archiver: stores the translation beside its record"),
        new(Name(options, "offer-translations"), typeof(TranslatorReady), "archive", "Archiver: offers an engine what could not be translated without it"),
        new(Name(options, "quarantine"), typeof(DispatchQuarantined), "quarantine", "Archiver: keeps what could not be processed, with its reason"),
    ];

    /// <summary>Every contract and the fanout exchange it is published to. The last one has no queue here: it is for subscribers.</summary>
    public IReadOnlyList<(Type Contract, string Exchange)> Exchanges { get; } =
    [
        (typeof(DispatchReceived), Name(options, "dispatch-received")),
        (typeof(DispatchEnriched), Name(options, "dispatch-enriched")),
        (typeof(TranslateDispatch), Name(options, "translate-dispatch")),
        (typeof(DispatchTranslated), Name(options, "dispatch-translated")),
        (typeof(TranslatorReady), Name(options, "translator-ready")),
        (typeof(DispatchQuarantined), Name(options, "dispatch-quarantined")),
        (typeof(DispatchArchived), Name(options, "dispatch-archived")),
    ];

    /// <summary>Where the broker puts what it gave up delivering; drained into quarantine.</summary>
    public string DeadLetters { get; } = Name(options, "dead-letters");

    public IReadOnlyList<TimeSpan> Redeliveries { get; } =
        [.. (options.RedeliverySeconds.Length > 0 ? options.RedeliverySeconds : BusOptions.DefaultRedeliverySeconds).Select(s => TimeSpan.FromSeconds(s))];

    public PipelineQueue Queue(string suffix) => Queues.Single(q => q.Name == Name(suffix));

    public string Name(string suffix) => Name(options, suffix);

    public string Exchange(Type contract) => Exchanges.Single(e => e.Contract == contract).Exchange;

    /// <summary>The waiting room of one redelivery step; one queue a step, so that nobody waits behind a longer wait.</summary>
    public static string RedeliveryQueue(string queue, TimeSpan delay) => $"{queue}.redelivery.{(int)delay.TotalSeconds}s";

    /// <summary>Arguments of a working queue: the same on RabbitMQ 3.10 and 4.x, and the same in every declaration.</summary>
    public IReadOnlyDictionary<string, object?> QueueArguments => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        // Without a positive limit and a dead-letter exchange, 4.0 drops a message after 20 deliveries and 3.10 at the first requeue.
        ["x-delivery-limit"] = options.DeliveryLimit,
        ["x-dead-letter-exchange"] = DeadLetters,
        ["x-dead-letter-strategy"] = "at-least-once",
        // at-least-once dead-lettering requires it, and it is the back-pressure: a full queue refuses, nothing is dropped.
        ["x-overflow"] = "reject-publish",
        ["x-max-length-bytes"] = options.QueueBytes,
    };

    public static IReadOnlyDictionary<string, object?> RedeliveryArguments(string queue, TimeSpan delay) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        ["x-message-ttl"] = (int)delay.TotalMilliseconds,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = queue,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    private static string Name(BusOptions options, string suffix) => $"{options.Prefix}.{suffix}";
}

/// <summary>One queue: what it carries, which stage works on it, and for whom.</summary>
public sealed record PipelineQueue(string Name, Type Contract, string Stage, string Purpose);

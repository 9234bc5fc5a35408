using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Archiver;
using Newswire.Contracts;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Broker;

public abstract class PoisonContract(IBroker broker) : BrokerContract(broker)
{
    private static readonly Dictionary<string, Poison> Kinds = new(StringComparer.Ordinal)
    {
        ["cut-off JSON"] = new("{\"dispatchId\": \"4a", "application/json", "poison"),
        ["empty body"] = new("", "application/json", "poison"),
        ["JSON null"] = new("null", "application/json", "poison"),
        ["JSON array"] = new("[1, 2]", "application/json", "poison"),
        ["members missing"] = new("{}", "application/json", "poison"),
        ["no content type, no JSON"] = new("not JSON at all", null, "poison"),
        ["unknown content type"] = new("<dispatch/>", "application/x-unheard-of", "poison"),
        ["content type that is none"] = new("<dispatch/>", "; nonsense /", "poison") { KeptContentType = null },
        ["wrong field type"] = new(With("bytes", "many"), "application/json", "poison"),
        ["id that is none"] = new(With("dispatchId", "no uuid"), "application/json", "poison"),
        ["content that is no base64"] = new(With("content", "%%%"), "application/json", "poison"),
        ["valid message of another type"] = new(With("file", "other.txt"), "application/json", "wrong-type", "DispatchArchived"),
    };

    public static TheoryData<string> AllKinds => [.. Kinds.Keys];

    private sealed record Poison(string Body, string? ContentType, string Code, string? Type = null)
    {
        public string? KeptContentType { get; init; } = ContentType;
    }

    [Theory]
    [MemberData(nameof(AllKinds))]
    public async Task It_ends_as_one_quarantine_row_with_its_bytes_and_disturbs_nothing_else(string kind)
    {
        var poison = Kinds[kind];
        var host = await StartAllAsync();
        await CollectAsync(host, "Before");
        await Client.PublishAsync(
            Topology.Exchange(typeof(DispatchReceived)), "", Encoding.UTF8.GetBytes(poison.Body), poison.ContentType,
            poison.Type is null ? null : new Dictionary<string, object?>(StringComparer.Ordinal) { [WireSerializer.TypeHeader] = poison.Type });
        await CollectAsync(host, "After");

        await Eventually.TrueAsync("the poison is in quarantine and its neighbours are archived", async () => (await QuarantineAsync()).Count > 0 && (await BooksAsync()).Archived == 2, StateAsync);
        await NothingIsLeftInAnyQueueAsync();

        var row = Assert.Single(await QuarantineAsync());
        Assert.True((poison.Code, "open") == (row.Failure.Code, row.State), row.ToString());
        Assert.Equal(poison.Body, Encoding.UTF8.GetString(row.Failure.MessageBody!));
        Assert.Equal(poison.KeptContentType, row.Failure.MessageContentType);
        Assert.True((await BooksAsync()).Balanced);
    }

    [Fact]
    public async Task A_message_that_kills_its_consumer_ends_in_quarantine_after_the_delivery_limit()
    {
        Settings["Bus:DeliveryLimit"] = "5";
        await DeclareAsync();
        var enriched = $"{Prefix}.archive";
        var killer = Encoding.UTF8.GetBytes("{\"kills\": true}");
        await Client.PublishAsync("", enriched, killer, "application/json");

        // The consumer that dies every time: it takes the message and its connection breaks.
        for (var deliveries = 0; deliveries <= 6 && await Client.Channel.MessageCountAsync(Topology.DeadLetters, Stop) == 0; deliveries++)
        {
            await using var dying = await RawClient.ConnectAsync(Broker.Address);
            if (await dying.Channel.BasicGetAsync(enriched, autoAck: false, Stop) is { } taken)
                await dying.Channel.BasicRejectAsync(taken.DeliveryTag, requeue: true, Stop);
            await Task.Delay(TimeSpan.FromMilliseconds(200), Stop);
        }

        Assert.Equal(0u, await Client.Channel.MessageCountAsync(enriched, Stop));
        var host = await StartAllAsync();
        await CollectAsync(host, "Unharmed");
        await Eventually.TrueAsync("the killer is in quarantine", async () => (await QuarantineAsync()).Count > 0, StateAsync);
        await SettledAsync(1);
        await NothingIsLeftInAnyQueueAsync();

        var row = Assert.Single(await QuarantineAsync());
        Assert.Equal("dead-letter", row.Failure.Code);
        Assert.Equal(killer, row.Failure.MessageBody);
        Assert.Equal(enriched, row.Failure.Queue);
    }

    [Fact]
    public async Task A_message_whose_bytes_are_not_what_it_states_is_refused_by_every_stage()
    {
        var host = await StartAllAsync();
        await CollectAsync(host, "Before");
        var damaged = Texts.Received("Damaged") with { Sha256 = DispatchIdentity.Sha256("other"u8) };
        await Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", JsonSerializer.SerializeToUtf8Bytes(damaged, NewswireJson.Wire.DispatchReceived), "application/json");

        await Eventually.TrueAsync("the damaged dispatch is in quarantine and its neighbour archived", async () => (await QuarantineAsync()).Count > 0 && (await BooksAsync()).Archived == 1, StateAsync);
        await NothingIsLeftInAnyQueueAsync();
        var row = Assert.Single(await QuarantineAsync());
        Assert.Equal(damaged.Content, JsonSerializer.Deserialize(row.Failure.MessageBody!, NewswireJson.Wire.DispatchReceived)!.Content);
        Assert.Single(await Archive.FindAsync(new ArchiveQuery { AllVersions = true }, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_poison_of_many_megabytes_is_quarantined_like_a_small_one()
    {
        // 15 MB: the broker's own limit from 4.0 on is 16 MiB, and what carries it to quarantine may not be larger than that either.
        var huge = Enumerable.Repeat((byte)'x', 15_000_000).ToArray();
        var host = await StartAllAsync();
        await Client.PublishAsync("", $"{Prefix}.archive", huge, "application/json");
        await CollectAsync(host, "Unharmed");

        await Eventually.TrueAsync("the huge message is in quarantine", async () => (await QuarantineAsync()).Count > 0, StateAsync);
        await SettledAsync(1);
        await NothingIsLeftInAnyQueueAsync();
        var row = Assert.Single(await QuarantineAsync());
        Assert.Equal("poison", row.Failure.Code);
        Assert.Equal(huge, await Archive.ReadRawAsync(row.Failure.MessageClaimCheck!, Stop));
    }

    private static string With(string member, string value)
    {
        var message = JsonSerializer.SerializeToNode(Texts.Received("Poisoned"), NewswireJson.Wire.DispatchReceived)!.AsObject();
        message[member] = JsonValue.Create(value);
        return message.ToJsonString();
    }
}

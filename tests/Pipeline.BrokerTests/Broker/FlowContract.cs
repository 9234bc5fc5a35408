using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Contracts;
using Newswire.Pipeline.BrokerTests.Rig;
using RabbitMQ.Client;

namespace Newswire.Pipeline.BrokerTests.Broker;

public abstract class FlowContract(IBroker broker) : BrokerContract(broker)
{
    [Fact]
    public async Task What_is_collected_is_archived_once_however_often_it_is_delivered()
    {
        var host = await StartAllAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => CollectAsync(host, $"Town{i}")));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => CollectAsync(host, $"Town{i}")));

        var books = await SettledAsync(40);
        Assert.Equal((30, 10, 0), (books.Archived, books.Duplicate, books.Quarantined));
        Assert.Equal(30, (await Archive.FindAsync(new ArchiveQuery { AllVersions = true }, Stop).ToListAsync(Stop)).Count);
        Assert.Empty(await QuarantineAsync());
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task A_message_delivered_again_changes_nothing()
    {
        await StartAllAsync();
        var message = JsonSerializer.SerializeToUtf8Bytes(Texts.Received("Twice"), NewswireJson.Wire.DispatchReceived);
        for (var i = 0; i < 3; i++)
            await Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", message, "application/json");

        await SettledAsync(1);
        await NothingIsLeftInAnyQueueAsync();
        Assert.Equal(1, (await BooksAsync()).Archived);
    }

    [Fact]
    public async Task A_program_in_any_language_can_publish_plain_json_without_headers()
    {
        await StartAllAsync();
        var content = Texts.Dispatch("Plainville");
        // By hand on purpose: this is what docs/messaging.md promises to the authors of other programs.
        var message = $$"""
            {
              "dispatchId": "{{Guid.NewGuid()}}",
              "deliveryId": "{{Guid.NewGuid()}}",
              "source": "somebody-else",
              "received": "2026-11-24T08:00:00+01:00",
              "sha256": "{{DispatchIdentity.Sha256(content)}}",
              "bytes": {{content.Length}},
              "content": "{{Convert.ToBase64String(content)}}"
            }
            """;
        await Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", Encoding.UTF8.GetBytes(message));

        await SettledAsync(1);
        var record = Assert.Single(await Archive.FindAsync(new ArchiveQuery { Source = "somebody-else" }, Stop).ToListAsync(Stop));
        Assert.Contains("Plainville", record.Item.Headlines![0].Value, StringComparison.Ordinal);
        Assert.Equal(content, await Archive.ReadRawAsync(record.Raw.Sha256, Stop));
    }

    [Fact]
    public async Task Members_that_a_newer_program_added_are_ignored()
    {
        await StartAllAsync();
        var json = JsonSerializer.Serialize(Texts.Received("Newer"), NewswireJson.Wire.DispatchReceived);
        await Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", Encoding.UTF8.GetBytes(json[..^1] + ",\"addedLater\":{\"a\":[1]}}"), "application/json");
        await SettledAsync(1);
        Assert.Empty(await QuarantineAsync());
    }

    [Fact]
    public async Task Every_archived_dispatch_is_announced_to_subscribers_as_plain_json()
    {
        await StartAllAsync();
        var mine = await Client.Channel.QueueDeclareAsync(cancellationToken: Stop);
        await Client.Channel.QueueBindAsync(mine.QueueName, Topology.Exchange(typeof(DispatchArchived)), "", cancellationToken: Stop);
        var sent = await PublishAsync("Announced");

        await Eventually.TrueAsync("the announcement is in the subscriber's queue", async () => await Client.Channel.MessageCountAsync(mine.QueueName, Stop) == 1, StateAsync);
        var announced = await Client.Channel.BasicGetAsync(mine.QueueName, autoAck: true, Stop);
        Assert.Equal("application/json", announced!.BasicProperties.ContentType);
        using var json = JsonDocument.Parse(announced.Body);
        Assert.Equal(sent.DispatchId, json.RootElement.GetProperty("dispatchId").GetGuid());
        Assert.Equal("archived", json.RootElement.GetProperty("disposition").GetString());
    }

    [Fact]
    public async Task A_dispatch_too_large_for_a_message_travels_by_claim_check()
    {
        Settings["Bus:ClaimCheckBytes"] = "100000";
        var host = await StartAllAsync();
        var large = Texts.Dispatch("Largeville", filler: 4_000);
        var sent = await CollectAsync(host, large, "large.xml");
        Assert.Null(sent.Content);

        await SettledAsync(1);
        Assert.Equal(large, await Archive.ReadRawAsync(sent.Sha256, Stop));
        Assert.Empty(await QuarantineAsync());
    }

    [Fact]
    public async Task A_record_too_large_for_a_message_is_quarantined_and_its_bytes_are_kept()
    {
        Settings["Formats:Limits:Seconds"] = "600";
        var host = await StartAllAsync();
        var huge = Texts.Dispatch("Hugeville", filler: 240_000);
        var sent = await CollectAsync(host, huge, "huge.xml");
        await CollectAsync(host, "Unharmed");

        var books = await SettledAsync(2);
        Assert.Equal((1, 1), (books.Archived, books.Quarantined));
        Assert.Equal("oversize", Assert.Single(await QuarantineAsync()).Failure.Code);
        Assert.Equal(huge, await Archive.ReadRawAsync(sent.Sha256, Stop));
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task One_trace_spans_collecting_enriching_and_archiving()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Newswire" or "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        var host = await StartAllAsync();
        var sent = await CollectAsync(host, "Traced");
        await SettledAsync(1);
        string[] stages = ["collect", "enrich", "archive"];
        await Eventually.TrueAsync("all three stages have a span", () => Task.FromResult(stages.All(stage => Of(stage).Count == 1)));
        Assert.Single(stages.Select(stage => Of(stage)[0].TraceId).Distinct());

        List<Activity> Of(string stage) => [.. spans.Where(s => s.OperationName == stage && s.GetTagItem("newswire.dispatch_id") is Guid id && id == sent.DispatchId)];
    }

    private async Task<DispatchReceived> PublishAsync(string mark)
    {
        var sent = Texts.Received(mark);
        await Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", JsonSerializer.SerializeToUtf8Bytes(sent, NewswireJson.Wire.DispatchReceived), "application/json");
        return sent;
    }
}

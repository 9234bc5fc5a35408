using System.Text.Json;
using MassTransit;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>What can still be told of a message that failed: its body, and the ids in it when it is JSON at all.</summary>
public sealed record FailedMessage
{
    public required byte[] Body { get; init; }

    public string? ContentType { get; init; }

    public Guid? DispatchId { get; init; }

    public Guid? DeliveryId { get; init; }

    public Guid? ReplayId { get; init; }

    public int? ItemIndex { get; init; }

    public int? ItemCount { get; init; }

    public string? Source { get; init; }

    public string? File { get; init; }

    public static FailedMessage Of(byte[] body, string? contentType)
    {
        var message = new FailedMessage { Body = body, ContentType = contentType };
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return message;

            var root = json.RootElement;
            var record = root.TryGetProperty("record", out var r) && r.ValueKind == JsonValueKind.Object ? r : root;
            return message with
            {
                DispatchId = Id(root, "dispatchId"),
                DeliveryId = Id(root, "deliveryId"),
                ReplayId = Id(root, "replayId"),
                ItemIndex = Number(root, "itemIndex"),
                ItemCount = Number(root, "itemCount"),
                Source = Text(record, "source"),
                File = Text(record, "file"),
            };
        }
        catch (JsonException)
        {
            return message;
        }
    }

    internal static FailedMessage Of(ReceiveContext context) => Of(context.GetBody(), context.ContentType?.ToString());

    private static Guid? Id(JsonElement from, string name)
        => from.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String && v.TryGetGuid(out var id) ? id : null;

    private static int? Number(JsonElement from, string name)
        => from.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var n) ? n : null;

    private static string? Text(JsonElement from, string name)
        => from.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;
}

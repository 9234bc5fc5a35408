using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MassTransit;
using MassTransit.Serialization;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>One received message: its body is parsed once, straight into the contract that the queue's consumer asks for.</summary>
internal sealed class WireSerializerContext(WireSerializer serializer, MessageBody body, MessageContext context, string? typeName)
    : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, context, typeName is null ? [] : [typeName])
{
    private object? _message;

    public override bool IsSupportedMessageType<T>() => Carries(typeof(T));

    public override bool IsSupportedMessageType(Type messageType) => Carries(messageType);

    public override bool TryGetMessage<T>([NotNullWhen(true)] out T? message)
        where T : class
    {
        message = TryGetMessage(typeof(T), out var found) ? (T)found : null;
        return message is not null;
    }

    public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
    {
        message = null;
        if (!Carries(messageType) || NewswireJson.Wire.GetTypeInfo(messageType) is not { } type)
            return false;

        if (_message is null || !messageType.IsInstanceOfType(_message))
            _message = Read(type);

        message = _message;
        return true;
    }

    public override IMessageSerializer GetMessageSerializer() => serializer;

    public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => serializer;

    public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => serializer;

    public override Dictionary<string, object> ToDictionary<T>(T? message)
        where T : class
        => throw new NotSupportedException("the wire format has no dictionaries");

    private object Read(JsonTypeInfo type)
    {
        try
        {
            return JsonSerializer.Deserialize(body.GetBytes(), type) ?? throw new PoisonMessageException($"not a {type.Type.Name}: the body is null");
        }
        catch (Exception e) when (e is JsonException or FormatException or NotSupportedException)
        {
            throw new PoisonMessageException($"not a {type.Type.Name}: {e.Message}", e);
        }
    }

    private bool Carries(Type messageType) => typeName is null || string.Equals(typeName, messageType.Name, StringComparison.Ordinal);
}

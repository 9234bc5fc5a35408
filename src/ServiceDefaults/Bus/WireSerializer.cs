using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MassTransit;
using MassTransit.Serialization;
using Newswire.Contracts;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// The wire format is ours: a plain <c>application/json</c> body, the contract's name in one header, no envelope. Any client in any language
/// can publish and consume, and the queues outlive the bus library. Source-generated, one pass.
/// </summary>
public sealed class WireSerializer(int limit) : IMessageSerializer, IMessageDeserializer, ISerializerFactory
{
    /// <summary>Names the contract; a message without it is taken as what its queue carries.</summary>
    public const string TypeHeader = "newswire-type";

    /// <summary>RabbitMQ refuses messages over 16 MiB from 4.0 on, and closes the channel that tried: a body must not come near it.</summary>
    public const int BrokerLimit = 16_000_000;

    public static readonly ContentType Json = new("application/json");

    public ContentType ContentType => Json;

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class
    {
        context.Headers.Set(TypeHeader, typeof(T).Name);
        var body = JsonSerializer.SerializeToUtf8Bytes(context.Message, Describe<T>());
        return body.Length <= limit
            ? new BytesMessageBody(body)
            : throw new UncurableException("oversize", $"a {typeof(T).Name} of {body.Length:N0} bytes is larger than a message may be ({limit:N0})");
    }

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
        => new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
    {
        // Without CopyHeaders: a message's redelivery count is its own, and must not count against what is published on its behalf.
        var context = new RawMessageContext(headers, destinationAddress, RawSerializerOptions.AnyMessageType);
        return new WireSerializerContext(this, body, context, headers.Get<string>(TypeHeader));
    }

    public MessageBody GetMessageBody(string text) => new BytesMessageBody(Encoding.UTF8.GetBytes(text));

    public void Probe(ProbeContext context) => context.CreateScope("json").Add("contentType", Json.MediaType);

    internal static JsonTypeInfo<T> Describe<T>()
        => (JsonTypeInfo<T>)(NewswireJson.Wire.GetTypeInfo(typeof(T))
            ?? throw new NotSupportedException($"{typeof(T).Name} is no contract of the pipeline: add it to NewswireJson"));
}

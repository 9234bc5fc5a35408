using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Newswire.Contracts;

/// <summary>
/// The one description of how messages and records are written: camelCase, absent members left out, text as itself rather than as
/// \u escapes (it is never put into HTML unescaped). Source-generated: no reflection on the hot path.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DispatchReceived))]
[JsonSerializable(typeof(DispatchEnriched))]
[JsonSerializable(typeof(DispatchTranslated))]
[JsonSerializable(typeof(DispatchArchived))]
[JsonSerializable(typeof(DispatchQuarantined))]
[JsonSerializable(typeof(TranslateDispatch))]
[JsonSerializable(typeof(TranslatorReady))]
[JsonSerializable(typeof(NewsRecord))]
[JsonSerializable(typeof(NinjsItem))]
[JsonSerializable(typeof(Translation))]
[JsonSerializable(typeof(IReadOnlyList<NamedEntity>))]
public sealed partial class NewswireJson : JsonSerializerContext
{
    /// <summary>The context to use: it leaves letters of every script readable.</summary>
    public static NewswireJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

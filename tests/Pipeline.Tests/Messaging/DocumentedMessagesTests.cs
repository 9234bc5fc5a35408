using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Messaging;

/// <summary>Authors of other programs copy the examples of docs/messaging.md: they must be what the pipeline reads and writes.</summary>
public sealed partial class When_a_message_is_documented
{
    private static readonly JsonSerializerOptions Strict = new(NewswireJson.Wire.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly Dictionary<string, Type> Contracts = new(StringComparer.Ordinal)
    {
        [nameof(DispatchReceived)] = typeof(DispatchReceived),
        [nameof(DispatchEnriched)] = typeof(DispatchEnriched),
        [nameof(TranslateDispatch)] = typeof(TranslateDispatch),
        [nameof(DispatchTranslated)] = typeof(DispatchTranslated),
        [nameof(TranslatorReady)] = typeof(TranslatorReady),
        [nameof(DispatchQuarantined)] = typeof(DispatchQuarantined),
        [nameof(DispatchArchived)] = typeof(DispatchArchived),
    };

    public static TheoryData<string> Names => [.. Contracts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_example_is_read_whole_and_written_with_the_same_members(string contract)
    {
        var example = Example(contract);
        var message = JsonSerializer.Deserialize(example, Contracts[contract], Strict)!;
        using var documented = JsonDocument.Parse(example);
        using var written = JsonDocument.Parse(JsonSerializer.Serialize(message, NewswireJson.Wire.GetTypeInfo(Contracts[contract])!));
        Assert.Equal(documented.RootElement.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal), written.RootElement.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_ids_and_hashes_of_its_example_are_the_ones_that_the_bytes_give()
    {
        var example = JsonSerializer.Deserialize(Example(nameof(DispatchReceived)), NewswireJson.Wire.DispatchReceived)!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(example.Content!)), example.Sha256);
        Assert.Equal(example.Content!.Length, example.Bytes);
        Assert.Equal(DispatchIdentity.ForDispatch(example.Source, example.Content), example.DispatchId);

        var quarantined = JsonSerializer.Deserialize(Example(nameof(DispatchQuarantined)), NewswireJson.Wire.DispatchQuarantined)!;
        Assert.Equal(DispatchIdentity.ForQuarantine(quarantined.Stage, null, null, quarantined.MessageBody), quarantined.QuarantineId);
    }

    private static string Example(string contract)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the repository");
        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "messaging.md"));
        return Examples().Matches(page).Single(m => m.Groups["contract"].Value == contract).Groups["json"].Value;
    }

    [GeneratedRegex(@"^### (?<contract>\w+)\n[^#]*?```json\n(?<json>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Examples();
}

using System.Text;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

/// <summary>Messages as the collector and the enricher make them, with the few things a test cares about.</summary>
internal static class Dispatches
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static DispatchReceived Received(string content, string source = "belga", int copy = 0, DateTimeOffset? at = null, string? file = null)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var dispatch = DispatchIdentity.ForDispatch(source, bytes);
        return new DispatchReceived
        {
            DispatchId = dispatch,
            DeliveryId = DispatchIdentity.ForDispatch(dispatch.ToString(), BitConverter.GetBytes(copy)),
            Source = source,
            File = file ?? $"{source}/{copy}.txt",
            Received = at ?? Start,
            MediaType = "text/plain",
            Charset = "utf-8",
            Sha256 = DispatchIdentity.Sha256(bytes),
            Bytes = bytes.Length,
            Content = bytes,
        };
    }

    /// <summary>The result of reading <paramref name="received"/>.</summary>
    public static DispatchEnriched Enriched(this DispatchReceived received, string uri, string body, Func<NewsRecord, NewsRecord>? with = null, int index = 0, int count = 1)
    {
        var record = new NewsRecord
        {
            DispatchId = received.DispatchId,
            Uri = uri,
            Source = received.Source,
            File = received.File,
            ItemIndex = index,
            Received = received.Received,
            Raw = new RawReference { Sha256 = received.Sha256, Bytes = received.Bytes },
            Reader = new ReaderReference { Format = "wiretext", Version = "1.0", Score = 0.9 },
            Language = new RecordLanguage { Tag = "en", Confidence = 0.99, By = "test/1" },
            Item = new NinjsItem
            {
                Uri = "urn:test:item",
                Type = "text",
                Headlines = [new NinjsText { Role = "main", Value = $"Headline of {body}" }],
                Bodies = [new NinjsBody { Role = "main", ContentType = "text/plain", Value = body }],
            },
        };
        return new DispatchEnriched
        {
            DispatchId = received.DispatchId,
            DeliveryId = received.DeliveryId,
            ItemIndex = index,
            ItemCount = count,
            Record = with is null ? record : with(record),
        };
    }

    /// <summary>One version of a story, as a delivery of its own.</summary>
    public static DispatchEnriched Version(
        string uri, string? label, string body, DateTimeOffset? created = null, string source = "belga", string status = Statuses.Usable, int receivedMinute = 0, string? family = null)
        => Received($"{uri}|{label}|{body}|{created:O}|{status}|{receivedMinute}", source, at: Start.AddMinutes(receivedMinute)).Enriched(uri, body, r => r with
        {
            Status = status,
            Signal = status == Statuses.Canceled ? Signals.Kill : Signals.None,
            Family = family,
            Version = new RecordVersion { Label = label },
            Item = r.Item with { VersionCreated = created, PubStatus = status },
        });

    public static DispatchEnriched With(this DispatchEnriched message, Func<NewsRecord, NewsRecord> change) => message with { Record = change(message.Record) };

    public static DispatchEnriched EmbargoedUntil(this DispatchEnriched message, DateTimeOffset until)
        => message.With(r => r with { Item = r.Item with { EmbargoedUntil = until } });

    public static DispatchQuarantined Refused(this DispatchReceived received, string code = "not-xml", int? index = null, int? count = null, string stage = "enrich", int minute = 1)
        => new()
        {
            QuarantineId = DispatchIdentity.ForQuarantine(stage, received.DispatchId, index, []),
            DispatchId = received.DispatchId,
            DeliveryId = received.DeliveryId,
            ItemIndex = index,
            ItemCount = count,
            Source = received.Source,
            File = received.File,
            Stage = stage,
            Code = code,
            Reason = "The document does not end.",
            At = Start.AddMinutes(minute),
        };

    public static Translation Translation(this DispatchEnriched message, string target, string state, string? text = null, int attempts = 1, string? quality = null, string? hash = null)
        => new()
        {
            Target = target,
            Source = "en",
            State = state,
            Quality = text is null ? null : quality ?? "gist",
            MachineTranslated = text is not null && quality != "human",
            Fields = text is null ? null : new TranslatedFields { Headline = text, Body = [text] },
            Provenance = state == TranslationStates.Pending ? null : new TranslationProvenance { Engine = "test", Attempts = attempts, CompletedAt = Start.AddMinutes(attempts) },
            SourceRef = new TranslationSource
            {
                DispatchId = message.DispatchId,
                Uri = message.Record.Uri,
                ContentHash = hash ?? TranslationText.From(message.Record).ContentHash,
            },
        };

    public static DispatchTranslated Translated(this DispatchEnriched message, Translation translation)
        => new() { DispatchId = message.DispatchId, ItemIndex = message.ItemIndex, Translation = translation };
}

using Newswire.Contracts;
using Newswire.Formats.Identity;
using Newswire.Formats.Markup;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Writing;

namespace Newswire.Formats;

/// <summary>The one place where what a reader found becomes a normalized record (formats: where each value goes).</summary>
public static class RecordWriter
{
    /// <summary>The record of an item, or why there is none. Fills and cleans <paramref name="item"/> on the way.</summary>
    public static ReadRecord Write(DispatchItem item, int index, RecordContext context, CancellationToken deadline = default)
    {
        ItemCleaner.Clean(item, context, deadline);
        var canceled = StatusRules.IsCanceled(item);
        if (!canceled && item.Signal is not Signals.Kill && !HasContent(item))
            return new ReadRecord(index, null, new Refusal(ReasonCodes.NoContent, "neither headline nor text"));

        if (item.HeadlineDerived)
            item.Warn(WarningCodes.HeadlineDerived, "no headline: the one-paragraph text, or the subject of the mail, stands in");
        var (uri, label) = Identify(item, context);
        var dates = ItemDates.Of(item, context.Dispatch.Received);
        var (status, signal) = StatusRules.Decide(item, label);
        var ninjs = NinjsWriter.Write(item, uri, label, status, dates, context);
        if (NinjsItemChecker.FirstFault(ninjs) is { } fault) return new ReadRecord(index, null, new Refusal(ReasonCodes.InvalidItem, fault));
        return new ReadRecord(index, new NewsRecord
        {
            DispatchId = context.Dispatch.DispatchId,
            Uri = uri,
            Source = context.Dispatch.Source,
            Family = context.Family == context.Dispatch.Source ? null : context.Family,
            File = context.Dispatch.File,
            ItemIndex = index,
            Version = new RecordVersion { Label = label },
            Signal = signal,
            SignalTarget = item.SignalTarget,
            Status = status,
            HoldReason = item.HoldReason,
            Received = context.Dispatch.Received,
            Dates = dates.FirstSeen || item.DatelineDate is not null
                ? new RecordDates { Content = item.DatelineDate, FirstSeen = dates.FirstSeen ? true : null }
                : null,
            Credit = item.Credits.Count > 0 ? item.Credits : null,
            SourceChain = Wire.QuotedAgencies.Find(item.Body, item.Credits),
            Language = item.Language is null ? null : new RecordLanguage { Declared = item.Language },
            Warnings = item.Warnings.Count > 0 ? item.Warnings : null,
            Raw = new RawReference
            {
                Sha256 = context.Sha256,
                Bytes = context.Dispatch.Content.Length,
                MediaType = context.Dispatch.MediaType,
                Charset = item.Charset ?? context.Text.Charset,
            },
            Reader = new ReaderReference
            {
                Format = context.Format,
                Version = RecordContext.ReaderVersion,
                Score = context.Match.Score,
                Why = context.Match.Why,
            },
            Item = ninjs,
        }, null);
    }

    private static bool HasContent(DispatchItem item) =>
        item.Headline is not null || item.Body is not null || item.BodyHtml is not null || item.Summary is not null
        || item.Warnings.Exists(w => w.Code == WarningCodes.PartialUpdate);

    /// <summary>The story's uri, and the version as the provider writes it.</summary>
    private static (string Uri, string? Label) Identify(DispatchItem item, RecordContext context)
    {
        var label = StatusRules.UsableVersion(item);
        if (item.ProviderId is not { Length: > 0 } id)
        {
            if (item.IdentityBasis is not { } basis)
                return (TextFingerprint.Uri(item.HeadlineDerived ? null : item.Headline, item.Body), label);
            item.Warn(WarningCodes.GuidDerived, "no identifier: one is derived from the source and the text");
            return (ProviderIds.Mint(context.Family, "derived\0" + string.Join('\n', basis)), label);
        }

        var (story, version) = ProviderIds.SplitVersion(id, context.Dispatch.Settings);
        if (version is not null)
        {
            item.AltIds.Add(("versioned-id", SafeText.Truncate(id, ItemCleaner.LongestId)));
            label ??= version;
        }

        if (story.Length <= ItemCleaner.LongestId && UriRules.IsValid(story)) return (story, label);
        item.AltIds.Add(("guid", SafeText.Truncate(story, ItemCleaner.LongestId)));
        if (story.Length > ItemCleaner.LongestId) item.Warn(WarningCodes.FieldTruncated, "guid; the uri is made from the whole");
        return (ProviderIds.Mint(context.Family, story), label);
    }
}

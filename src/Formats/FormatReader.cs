using Newswire.Contracts;
using Newswire.Formats.Decoding;

namespace Newswire.Formats;

/// <summary>
/// Reads any dispatch: undo compression, decode, detect the format by content, parse within limits, map. Stateless and safe to call
/// concurrently. It touches neither network nor files.
/// </summary>
public sealed class FormatReader(IEnumerable<IDispatchFormat> formats, FormatLimits limits, TimeProvider time)
{
    private readonly IDispatchFormat[] _formats = [.. formats];

    /// <summary>All items of a dispatch, at least one.</summary>
    /// <exception cref="UnreadableDispatchException">The whole document is refused; it belongs in quarantine.</exception>
    public DispatchReading Read(RawDispatch dispatch, CancellationToken cancellationToken = default)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Seconds), time);
        using var either = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken) : null;
        try
        {
            return ReadWithin(dispatch, (either ?? timeout).Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new UnreadableDispatchException(ReasonCodes.TooLarge, $"reading took longer than {limits.Seconds} s (Formats:Limits:Seconds)");
        }
    }

    private DispatchReading ReadWithin(RawDispatch dispatch, CancellationToken deadline)
    {
        var bytes = Inflater.IsCompressed(dispatch.Content.Span) ? Inflater.Inflate(dispatch.Content, limits.InflatedBytes) : dispatch.Content;
        var text = TextDecoder.Decode(bytes, dispatch.Charset, dispatch.Settings, limits);
        var head = text.Head;
        if (head.IsBlank) throw new UnreadableDispatchException(ReasonCodes.Empty, "nothing but blanks");
        var (format, match) = Detect(head, text);

        var context = new RecordContext(dispatch, text, match.Variant ?? format.Name, match, limits);
        var items = new List<ReadRecord>();
        var capped = false;
        foreach (var reading in format.Read(text, new ReadContext(dispatch, limits, deadline)))
        {
            deadline.ThrowIfCancellationRequested();
            if (capped = items.Count >= limits.Items) break;
            items.Add(reading.Item is { } item ? RecordWriter.Write(item, items.Count, context, deadline) : new ReadRecord(items.Count, null, reading.Refusal));
        }

        if (items.Count == 0) throw new UnreadableDispatchException(ReasonCodes.NoContent, $"a {context.Format} document without items");
        if (capped) items[^1] = WithWarning(items[^1], $"only the first {limits.Items:N0} items are read (Formats:Limits:Items)");
        return new DispatchReading { Items = items };
    }

    private (IDispatchFormat Format, FormatMatch Match) Detect(DispatchHead head, DispatchText text)
    {
        IDispatchFormat? best = null;
        FormatMatch? match = null;
        foreach (var format in _formats)
        {
            if (format.Match(head) is not { } candidate || candidate.Score <= (match?.Score ?? 0)) continue;
            (best, match) = (format, candidate);

            // What is this plain need not be split into lines by every reader of wires.
            const double Beyond = 0.95;
            if (match.Score >= Beyond) break;
        }

        // Below this a format only says "it is text": other evidence comes first.
        const double Certain = 0.5;
        if (best is null || match!.Score < Certain) RefuseOtherKinds(head, text);
        return best is null ? throw new UnreadableDispatchException(ReasonCodes.UnknownFormat, "no reader knows this kind of text") : (best, match!);
    }

    private static void RefuseOtherKinds(DispatchHead head, DispatchText text)
    {
        var wide = text.Charset.StartsWith("utf-16", StringComparison.Ordinal) || text.Charset.StartsWith("utf-32", StringComparison.Ordinal);
        if (!wide && BinaryCheck.Evidence(text.Bytes.Span) is { } evidence) throw new UnreadableDispatchException(ReasonCodes.Binary, evidence);
        if (head.IsJson) throw new UnreadableDispatchException(ReasonCodes.UnknownFormat, "JSON, but neither ninjs nor JSON Feed");
        if (head.Root is not { } root || !head.Text.StartsWith('<')) return;
        if (root.HtmlDoctype || Markup.HtmlTag.Find(root.Name) is not null)
            throw new UnreadableDispatchException(ReasonCodes.HtmlPage, "an HTML page that is not plainly a news story");
        throw new UnreadableDispatchException(ReasonCodes.UnknownFormat, $"XML with the root {Shown(root.Name)}, which no reader knows");
    }

    private static string Shown(string name) => name.Length > 60 ? name[..60] : name;

    private static ReadRecord WithWarning(ReadRecord read, string detail) => read.Record is not { } record
        ? read
        : read with { Record = record with { Warnings = [.. record.Warnings ?? [], new RecordWarning { Code = WarningCodes.ItemsCapped, Detail = detail }] } };
}

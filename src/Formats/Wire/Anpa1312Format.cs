using Newswire.Contracts;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Wire;

/// <summary>ANPA 1312 and its Kyodo dialect: one or several messages, noise between them skipped.</summary>
public sealed class Anpa1312Format : IDispatchFormat
{
    // All controls but those of the envelope and of tables.
    private static readonly CharRanges Noise = new(('\0', '\0'), ('\u0005', '\u0007'), ('\u000E', '\u000F'), ('\u0015', '\u0015'), ('\u0017', '\u001D'), ('\u007F', '\u007F'));

    public string Name => "anpa1312";

    public FormatMatch? Match(DispatchHead head)
    {
        var lines = WireLines.Split(WireLines.Without(Noise, WireBytes.Head(head)).AsSpan().TrimStart("\u0016\0 \r\n"));
        if (lines.Count < 2)
            return null;
        return AnpaHeader.Read(lines[0], lines[1]) is not null ? new FormatMatch(0.95, "the header lines of ANPA 1312") : null;
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        var text = WireLines.Without(Noise, WireBytes.Text(dispatch, context.Settings, latin: true, warnings));
        (string Service, int Number)? before = null;
        foreach (var (header, lines, hasStart) in Split(text))
        {
            context.Deadline.ThrowIfCancellationRequested();
            var reading = AnpaMessage.Read(header, lines, hasStart, context);
            if (reading.Item is { } item)
            {
                item.Charset = WireBytes.Charset(dispatch, context.Settings);
                item.Warnings.AddRange(warnings);
                if (before is { } last && last.Service == header.Service && header.Number > last.Number + 1)
                    item.Warn(WarningCodes.SequenceGap, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sequence gap {last.Number} -> {header.Number}"));
            }

            before = (header.Service, header.Number);
            yield return reading;
        }
    }

    /// <summary>Messages begin at SOH; where the controls were stripped, at two lines that are a header.</summary>
    private static IEnumerable<(AnpaHeader Header, List<string> Lines, bool HasStart)> Split(string text)
    {
        var all = WireLines.Split(text.Replace("\u0001", "\n\u0001", StringComparison.Ordinal));
        var from = -1;
        AnpaHeader? header = null;
        var ended = true;
        for (var i = 0; i < all.Count; i++)
        {
            var starts = all[i].StartsWith('\u0001');
            if ((starts || ended) && i + 1 < all.Count && AnpaHeader.Read(all[i], all[i + 1]) is { } next)
            {
                if (header is not null)
                    yield return (header, all.GetRange(from, i - from), all[from - 2].StartsWith('\u0001'));
                (header, from, ended) = (next, i + 2, false);
                i++;
                continue;
            }

            ended |= all[i].Contains('\u0003', StringComparison.Ordinal) || AnpaHeader.Trailer(all[i], new SourceSettings()) is not null;
        }

        if (header is not null)
            yield return (header, all.GetRange(from, all.Count - from), all[from - 2].StartsWith('\u0001'));
    }
}

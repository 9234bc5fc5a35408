using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Wire;

/// <summary>IPTC 7901: one or several messages, their control characters whole or stripped, noise between them skipped.</summary>
public sealed class Iptc7901Format : IDispatchFormat
{
    // All controls but SOH, STX, ETX, EOT and line ends.
    private static readonly CharRanges Noise = new(('\0', '\0'), ('\u0005', '\b'), ('\u000E', '\u001F'), ('\u007F', '\u007F'));

    public string Name => "iptc7901";

    public FormatMatch? Match(DispatchHead head)
    {
        var text = WireLines.Without(Noise, WireBytes.Head(head)).AsSpan().TrimStart("\u007f\u0001\0\u0016 \r\n\u0004");
        var end = text.IndexOfAny('\r', '\n');
        if (end > 0 && TransmissionLine.IsSessionStamp(text[..end]))
        {
            text = text[end..].TrimStart();
            end = text.IndexOfAny('\r', '\n');
        }

        return end > 0 && end < 140 && TransmissionLine.Read7901(text[..end]) is not null ? new FormatMatch(0.95, "the header line of IPTC 7901") : null;
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        var text = WireLines.Without(Noise, WireBytes.Text(dispatch, context.Settings, latin: false, warnings));
        Header7901? before = null;
        foreach (var message in Split(text))
        {
            context.Deadline.ThrowIfCancellationRequested();
            var reading = Iptc7901Message.Read(message, context);
            if (reading.Item is { } item)
            {
                item.Warnings.AddRange(warnings);
                if (before is not null && before.Service == message.Header.Service && message.Header.Number > before.Number + 1)
                    item.Warn(WarningCodes.SequenceGap, string.Create(CultureInfo.InvariantCulture, $"sequence gap {before.Number} -> {message.Header.Number}"));
            }

            before = message.Header;
            yield return reading;
        }
    }

    /// <summary>A header line opens a message when it carries SOH, or when the message before it has ended.</summary>
    private static IEnumerable<Wire7901> Split(string text)
    {
        Wire7901? message = null;
        text = text.Replace("\u0004", "\n\u0004\n", StringComparison.Ordinal).Replace("\u0001", "\n\u0001", StringComparison.Ordinal);
        foreach (var line in WireLines.Split(text))
        {
            var starts = line.AsSpan().TrimStart("\u007f\0 ").StartsWith("\u0001");
            if ((starts || message is null || message.Ended || message.EndMarked) && TransmissionLine.Read7901(line) is { } header)
            {
                if (message is not null)
                    yield return message;
                message = new Wire7901(header, starts);
                continue;
            }

            message?.Add(line);
        }

        if (message is not null)
            yield return message;
    }
}

/// <summary>The lines of one message by their part: before STX, after it, after ETX.</summary>
internal sealed class Wire7901(Header7901 header, bool hasStart)
{
    private bool _hasText;

    public Header7901 Header { get; } = header;

    public List<string> Preamble { get; } = [];

    public List<string> Text { get; } = [];

    public List<string> Trailer { get; } = [];

    /// <summary>ETX or EOT was seen, or the date-time group of a message without control characters.</summary>
    public bool Ended { get; private set; }

    /// <summary>It began with SOH or STX and never came to ETX: cut.</summary>
    public bool IsCut => (hasStart || _hasText) && !Ended;

    /// <summary>"./." was seen, with which some lines end a message before its date-time group.</summary>
    public bool EndMarked { get; private set; }

    public void Add(string line)
    {
        EndMarked |= EndMark.EndsMessage(line);
        if (Ended && TransmissionLine.IsSessionStamp(line))
            return;
        if (line.Contains('\u0004', StringComparison.Ordinal))
        {
            Ended = Ended || (!hasStart && !_hasText);
            return;
        }

        var text = line.AsSpan();
        if (text.IndexOf('\u0002') is var start and >= 0)
        {
            _hasText = true;
            text = text[(start + 1)..];
        }

        var end = text.IndexOf('\u0003');
        if (end >= 0)
        {
            Put(text[..end]);
            Ended = true;
            Trailer.Add(Clean(text[(end + 1)..]));
            return;
        }

        Put(text);
        if (!hasStart && !_hasText && DateTimeGroup.TryParse(Clean(text), new SourceSettings(), out _))
            Ended = true;
    }

    private void Put(ReadOnlySpan<char> text)
    {
        if (Ended && (hasStart || _hasText))
            Trailer.Add(Clean(text));
        else
            (_hasText ? Text : Preamble).Add(Clean(text));
    }

    private static string Clean(ReadOnlySpan<char> text) => WireLines.WithoutControls(text.ToString()) ?? text.ToString();
}

using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>Plain text dispatches, bare or in telex envelopes (ZCZC … NNNN). Whatever is text and no other format ends here.</summary>
public sealed class WireTextFormat : IDispatchFormat
{
    // Text without any sign of a wire: low, so that what is another kind of file is refused first.
    private const double JustText = 0.3;
    private const int EnvelopeWithin = 200;

    public string Name => "wiretext";

    public FormatMatch? Match(DispatchHead head)
    {
        var text = WireBytes.Head(head);
        if (TelexEnvelope.Find(text.AsSpan(0, Math.Min(EnvelopeWithin, text.Length))) >= 0)
            return new FormatMatch(0.95, "a telex envelope (ZCZC)");
        if (head.IsJson || text.StartsWith('<') || WireLines.ControlShare(text) > 0.1)
            return new FormatMatch(JustText, "text");
        var lines = WireLines.Split(WireLines.WithoutControls(text) ?? text);
        var first = lines.FindIndex(line => line.Length > 0);
        var signs = first >= 0 && (DatelineReader.TryRead(lines[first], new SourceSettings(), DateTimeOffset.UnixEpoch) is not null || TransmissionLine.ReadSlug(lines[first]) is not null);
        return signs ? new FormatMatch(0.9, "begins as a dispatch does") : new FormatMatch(JustText, "text");
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        var text = WireBytes.Text(dispatch, context.Settings, latin: false, warnings);
        if (WireLines.ControlShare(text) > 0.1)
            throw new UnreadableDispatchException(ReasonCodes.Binary, "more than a tenth of it is control characters");
        var envelope = TelexEnvelope.Find(text.AsSpan(0, Math.Min(text.Length, EnvelopeWithin)));
        if (WireLines.WithoutControls(text) is { } cleaned)
        {
            text = cleaned;
            warnings.Add(new RecordWarning { Code = WarningCodes.ControlsRemoved });
        }

        var readings = envelope >= 0
            ? TelexEnvelope.Read(text, context)
            : [WireTextReader.Read(WireLines.Split(text), context.Settings, context.Dispatch.Received)];
        foreach (var reading in readings)
        {
            reading.Item?.Warnings.AddRange(warnings);
            yield return reading;
        }
    }
}

using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>
/// Messages between ZCZC and NNNN. Four dialects: lines that begin with a sign (<c>#</c> slug, <c>$</c> headline …), <c>KN#</c> <c>TI#</c>
/// <c>TX#</c> tags, <c>YY</c> codes, and plain text.
/// </summary>
internal static class TelexEnvelope
{
    private const string Start = "ZCZC";
    private const string End = "NNNN";

    /// <summary>Where a line begins with ZCZC, any case; −1 when none does.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOf(Start, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return -1;
            at += from;
            var before = at - 1;
            while (before >= 0 && text[before] is ' ' or '\t' or '\0' or '\u0001' or '+')
                before--;
            if ((before < 0 || text[before] is '\n' or '\r' or '\u0004' or '\u0003') && (at + 4 == text.Length || !char.IsLetter(text[at + 4]) || char.IsUpper(text[at + 4])))
                return at;
            from = at + 4;
        }

        return -1;
    }

    public static IEnumerable<ItemReading> Read(string text, ReadContext context)
    {
        List<string>? message = null;
        foreach (var line in WireLines.Split(text))
        {
            context.Deadline.ThrowIfCancellationRequested();
            var trimmed = line.Trim(' ', '\t', '+');
            if (trimmed.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && (message is null || trimmed.Length < 60))
            {
                // A second ZCZC before NNNN: the first message lost its end.
                if (message is not null)
                    yield return Message(message, whole: false, context);
                message = [trimmed[4..].Trim()];
            }
            else if (message is not null && trimmed.Equals(End, StringComparison.OrdinalIgnoreCase))
            {
                yield return Message(message, whole: true, context);
                message = null;
            }
            else if (message is not null && trimmed.EndsWith(End, StringComparison.Ordinal) && trimmed.Length > 8)
            {
                message.Add(line[..line.LastIndexOf(End, StringComparison.Ordinal)].TrimEnd());
                yield return Message(message, whole: true, context);
                message = null;
            }
            else
            {
                // Outside a message it is noise of the line.
                message?.Add(line);
            }
        }

        if (message is not null)
            yield return Message(message, whole: false, context);
    }

    private static ItemReading Message(List<string> lines, bool whole, ReadContext context)
    {
        var tags = TelexTags.Take(lines);
        var isBlank = lines.TrueForAll(string.IsNullOrWhiteSpace);
        var reading = isBlank ? new DispatchItem { SignsInWords = true } : WireTextReader.Read(lines, context.Settings, context.Dispatch.Received);
        if (reading.Item is not { } item)
            return reading;
        tags.Fill(item);
        if (isBlank && item.Headline is null)
            return new Refusal(whole ? ReasonCodes.NoContent : ReasonCodes.Truncated, "an envelope without text");
        if (whole)
            return item;

        // Some senders leave NNNN out, so it is kept; whether it is whole only a person can tell.
        item.Warn(WarningCodes.TruncatedFeed, "no NNNN at its end: the message may be cut");
        item.HoldReason ??= "the message may be cut: its end mark is missing";
        item.PubStatus ??= Statuses.Withheld;
        return item;
    }
}

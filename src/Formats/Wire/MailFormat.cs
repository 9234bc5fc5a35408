using MimeKit;
using Newswire.Contracts;
using Newswire.Formats.Decoding;

namespace Newswire.Formats.Wire;

/// <summary>
/// RFC 822 mail that carries a dispatch. The text is read as wire text (or whichever envelope it is in), so that the same text by folder
/// and by mail is one record; attachments in a known format are items of their own. The Message-ID names the delivery, never the story.
/// </summary>
public sealed class MailFormat : IDispatchFormat
{
    private const int FewestHeaders = 2;
    private const int MostAttachments = 100;
    private const int DeepestMime = 30;

    private static readonly HashSet<string> MailHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "to", "cc", "subject", "date", "message-id", "mime-version", "received", "return-path", "content-type", "content-transfer-encoding", "delivered-to", "reply-to", "sender", "x-mailer", "dkim-signature", "x-received",
        "authentication-results", "list-id", "in-reply-to", "references", "x-priority", "importance", "envelope-to", "x-original-to",
    };

    public string Name => "mail";

    public FormatMatch? Match(DispatchHead head)
    {
        var (headers, others) = (0, 0);
        foreach (var line in WireLines.Split(head.Text))
        {
            if (line.Length == 0)
                break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var first = headers == 0;
            if (colon is > 1 and < 40 && MailHeaders.Contains(line[..colon]))
                headers++;
            else if (first && IsOtherHeader(line, others))
                others++;
            else if (first && !line.StartsWith("From ", StringComparison.Ordinal))
                return null;
        }

        // One header line may begin a dispatch ("Subject: …"); two are a mail.
        return headers >= FewestHeaders ? new FormatMatch(0.9, $"{headers} mail headers") : null;
    }

    /// <summary>What relays put before the mail's own headers (X-Spam, ARC-Seal), and its folded lines.</summary>
    private static bool IsOtherHeader(string line, int before)
    {
        if (line[0] is ' ' or '\t')
            return before > 0;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 2 and < 40 && line.AsSpan(0, colon).Contains('-') && !line.AsSpan(0, colon).ContainsAnyExceptInRange('!', '~');
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        using var message = Parse(dispatch, context);
        foreach (var reading in Items(message, context))
            yield return reading;
    }

    private static IEnumerable<ItemReading> Items(MimeMessage message, ReadContext context)
    {
        // Days without a year count from the day the mail was sent, not from a replay years later.
        if (SentAt(message) is { } sent && sent < context.Dispatch.Received)
            context = context with { Dispatch = context.Dispatch with { Received = sent } };
        var attached = message.BodyParts.OfType<MimePart>().Where(part => part is not TextPart || part.IsAttachment).Take(MostAttachments).SelectMany(part => Attachment(part, context)).ToList();
        var forwarded = Forwarded(message.Body).Take(MostAttachments).ToList();
        var readings = Text(message, context);
        if (attached.Count + forwarded.Count > 0)
            readings = [.. readings.Where(IsDispatch), .. attached];
        foreach (var reading in readings)
        {
            if (reading.Item is { } item)
                FromHeaders(item, message);
            yield return reading;
        }

        // A mail within the mail keeps its own subject, date and identifier. The parser bounds how deep they nest.
        foreach (var reading in forwarded.SelectMany(inner => Items(inner, context)))
            yield return reading;
    }

    /// <summary>Whole mails attached to a mail (message/rfc822), not those inside them.</summary>
    private static IEnumerable<MimeMessage> Forwarded(MimeEntity? entity) => entity switch
    {
        MessagePart { Message: { } message } => [message],
        Multipart parts => parts.SelectMany(Forwarded),
        _ => [],
    };

    private static MimeMessage Parse(DispatchText dispatch, ReadContext context)
    {
        try
        {
            using var stream = new MemoryStream(dispatch.Bytes.TrimStart(" \t\r\n"u8).ToArray(), writable: false);
            var options = ParserOptions.Default.Clone();
            options.MaxMimeDepth = DeepestMime;
            return MimeMessage.Load(options, stream, context.Deadline);
        }
        catch (FormatException e)
        {
            throw new UnreadableDispatchException(ReasonCodes.UnknownFormat, "looks like a mail but cannot be read as one: " + e.Message);
        }
    }

    private static List<ItemReading> Text(MimeMessage message, ReadContext context)
        => MailText.Of(message, context) is { } text ? Wire(text, context) : [new Refusal(ReasonCodes.NoContent, "a mail without text")];

    /// <summary>Reads as the wire format the text is in.</summary>
    private static List<ItemReading> Wire(DispatchText text, ReadContext context)
    {
        var head = text.Head;
        foreach (var format in (IDispatchFormat[])[new Anpa1312Format(), new Iptc7901Format()])
        {
            if (format.Match(head) is not null)
                return [.. format.Read(text, context)];
        }

        return [.. new WireTextFormat().Read(text, context)];
    }

    /// <summary>The items of an attachment; a refused one costs neither the text nor its neighbours.</summary>
    private static List<ItemReading> Attachment(MimePart part, ReadContext context)
    {
        try
        {
            return Attached(part, context);
        }
        catch (UnreadableDispatchException e)
        {
            return [e.Refusal];
        }
    }

    private static List<ItemReading> Attached(MimePart part, ReadContext context)
    {
        if (MailText.Content(part) is not { Length: > 0 } bytes)
            return [];
        if (Inflater.IsCompressed(bytes))
            bytes = Inflater.Inflate(bytes, context.Limits.InflatedBytes);
        var text = TextDecoder.Decode(bytes, part.ContentType.Charset, context.Settings, context.Limits);
        var head = text.Head;

        // Only what a format claims by its content: pictures, office files and signatures are no dispatches.
        var best = FormatRegistry.All.Where(format => format is not MailFormat).Select(format => (Format: format, Match: format.Match(head))).Where(pair => pair.Match is { Score: >= 0.5 }).OrderByDescending(pair => pair.Match!.Score).FirstOrDefault();
        return best.Format is null ? [] : [.. best.Format.Read(text, context)];
    }

    private static bool IsDispatch(ItemReading reading)
        => reading.Item is { } item && (item.Dateline is not null || item.Credits.Count > 0 || item.Signal is not null || item.Embargoed is not null);

    private static void FromHeaders(DispatchItem item, MimeMessage message)
    {
        if (message.MessageId is { Length: > 0 } id)
            item.AltIds.Add(("message-id", id));
        if (item.VersionCreated is null && SentAt(message) is { } sent)
        {
            var date = new NewsDate(sent, "second", AssumedZone: false);
            (item.FirstCreated, item.VersionCreated) = (item.FirstCreated ?? date, date);
        }

        // Not printed in the text: marked as derived, so that it is no part of the story's identity.
        if (item.Headline is null && Subject(message.Subject) is { } subject)
            (item.Headline, item.HeadlineDerived) = (subject, true);
    }

    private static DateTimeOffset? SentAt(MimeMessage message)
        => message.Headers.Contains(HeaderId.Date) && message.Date.Year > 1990 ? message.Date : null;

    private static string? Subject(string? subject)
    {
        var text = (subject ?? "").AsSpan().Trim();
        for (var stripped = true; stripped;)
        {
            stripped = false;
            foreach (var prefix in (string[])["Re:", "Fw:", "Fwd:", "TR:", "WG:", "AW:", "RV:", "I:", "VS:"])
            {
                if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    text = text[prefix.Length..].TrimStart();
                    stripped = true;
                }
            }

            if (text is ['[', ..] && text.IndexOf(']') is var close and > 0 and < 30)
            {
                text = text[(close + 1)..].TrimStart();
                stripped = true;
            }
        }

        return text.IsEmpty ? null : text.ToString();
    }
}

using System.Security.Cryptography;
using System.Text;
using Newswire.Contracts;

namespace Newswire.Archiver.Versions;

/// <summary>
/// Hash of what makes two copies of one version the same to a reader: status, embargo, hold, headlines, summary, byline, note and text, blanks and
/// line wraps apart. Transmission data (sequence numbers, channel, dates, keywords) is not part of it: copies by other ways differ there.
/// </summary>
public static class ContentHash
{
    /// <summary>"sha256:" and 64 hex digits. Stored; changing what it covers needs a migration.</summary>
    public static string Of(NewsRecord record)
    {
        var text = new StringBuilder();
        Add(text, record.Status);
        Add(text, record.HoldReason);
        Add(text, record.Item.EmbargoedUntil is { } until ? Instant.Text(until) : null);
        foreach (var headline in record.Item.Headlines ?? [])
            Add(text, headline.Value);
        text.Append('\u001E');
        Add(text, record.Item.By);
        Add(text, record.Item.EdNote);
        Add(text, record.Item.UsageTerms);
        foreach (var description in record.Item.Descriptions ?? [])
        {
            if (description.Role == "summary")
                Add(text, description.Value);
        }
        text.Append('\u001E');
        // Markup may differ between copies; it counts only where there is no plain text.
        var bodies = record.Item.Bodies ?? [];
        var plain = bodies.Any(b => b.ContentType == "text/plain");
        foreach (var body in bodies)
        {
            if (!plain || body.ContentType == "text/plain")
                Add(text, body.Value);
        }
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Add(StringBuilder text, string? value)
    {
        text.Append('\u001F');
        if (value is null)
            return;
        var blank = true;
        foreach (var c in Normalized(value))
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (!blank)
                text.Append(' ');
            blank = char.IsWhiteSpace(c);
        }
        if (blank && value.Length > 0 && text[^1] == ' ')
            text.Length--;
    }

    private static string Normalized(string value)
    {
        if (value.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F') < 0)
            return value;
        try
        {
            return value.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Lone surrogates cannot be normalized; such text is hashed as it is.
            return value;
        }
    }
}

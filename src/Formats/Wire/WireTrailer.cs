using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>Takes off what stands below the text and is no part of it: end marks, initials of the desk, signatures, copyright lines.</summary>
internal static class WireTrailer
{
    private const int MostTrailers = 8;
    private const int LongestSignature = 40;
    private const int LongestCopyright = 300;

    private static readonly string[] Copyright =
    [
        "©", "(c)", "copyright", "tous droits réservés", "all rights reserved", "alle rechte", "alle rechten", "todos los derechos",
        "tutti i diritti", "todos os direitos", "la reproduction",
    ];

    /// <summary>
    /// Takes off the marks that end a message and parts the other trailers from the text by a blank line, before lines are joined: they often
    /// stand directly below its last one.
    /// </summary>
    public static void Part(List<string> lines)
    {
        for (int at = lines.Count - 1, seen = 0; at > 0 && seen < MostTrailers; at--)
        {
            var line = lines[at].Trim();
            if (line.Length == 0)
                continue;
            seen++;
            if (EndMark.EndsMessage(line))
            {
                lines.RemoveAt(at);
                continue;
            }

            if (!IsTrailer(line) && !(EndMark.IsBare(line) && WireParagraphs.EndsSentence(lines[at - 1])))
                break;
            if (lines[at - 1].Length > 0)
                lines.Insert(at, "");
        }
    }

    /// <summary>Takes the trailing lines off the paragraphs; a signature becomes the credit when the dateline gave none.</summary>
    /// <param name="mayEmpty">There is a note that is all the message says, so that a signature alone is no text.</param>
    public static void Strip(List<WireParagraph> paragraphs, DispatchItem item, SourceSettings settings, bool mayEmpty = false)
    {
        for (var i = 0; i < MostTrailers && paragraphs.Count > 0; i++)
        {
            var last = paragraphs[^1].Text.Trim();

            // Trailers often stand on their own line directly below the text.
            var newline = last.LastIndexOf('\n');
            var line = last[(newline + 1)..].Trim();
            var whole = newline < 0;
            if (!mayEmpty && whole && paragraphs.Count == 1 && item.Headline is null && !EndMark.Is(line))
                break;
            var before = whole ? paragraphs.Count > 1 ? paragraphs[^2].Text : "" : last[..newline].TrimEnd();
            if (!Take(line, item, settings) && !TrailerLine.IsSignOff(line, before, item))
                break;
            if (whole)
                paragraphs.RemoveAt(paragraphs.Count - 1);
            else
                paragraphs[^1] = paragraphs[^1] with { Text = before, Preformatted = before.Contains('\n', StringComparison.Ordinal) };
        }

        if (paragraphs.Count > 0)
            EndSignature.Strip(paragraphs, item);
    }

    /// <summary>Whether the line is a trailer; what it says of the item is kept.</summary>
    private static bool Take(string line, DispatchItem item, SourceSettings settings)
    {
        // All that is left of a paragraph that was nothing but its dateline.
        if (line.Length == 0)
            return true;

        // "/ritzau/AFP": initials look like it, but these are whom it is credited to.
        if (line.Length <= LongestSignature && Signature.OfAgencies(line.AsSpan().Trim("()[]/")) is { } agencies)
        {
            Signature.Credit(item, agencies);
            return true;
        }

        // "hjk/ /ritzau/": initials before whom it is credited to.
        if (line is [.., '/'] && line.Length <= LongestSignature && line.LastIndexOf(" /", StringComparison.Ordinal) is var slash and > 0
            && DeskInitials.Are(line.AsSpan(0, slash)) && Signature.OfAgencies(line.AsSpan(slash).Trim(" /")) is { } signed)
        {
            Signature.Credit(item, signed);
            return true;
        }

        if (TrailerLine.IsAgencyAndTime(line))
        {
            item.FirstCreated ??= TrailerLine.Time(line, settings);
            item.VersionCreated ??= item.FirstCreated;
            return true;
        }

        if (TrailerLine.IsMediaList(line) || DeskInitials.AreBracketed(line)
            || EndMark.Is(line) || DeskInitials.Are(line) || line.StartsWith("(Schluss)", StringComparison.Ordinal) || TrailerLine.IsDesk(line))
            return true;
        if (line.Length < LongestCopyright && Array.Exists(Copyright, start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            item.CopyrightNotice ??= line;
            return true;
        }

        if (line.StartsWith("(END)", StringComparison.Ordinal) || line.StartsWith("ISSN ", StringComparison.Ordinal) || TrailerLine.IsWriterOfAgency(line, item) || TrailerLine.IsWriter(line, item))
            return true;
        if (DateTimeGroup.TryParse(line, settings, out var date))
        {
            item.FirstCreated ??= date;
            item.VersionCreated ??= date;
            return true;
        }

        if (TrailerLine.IsDateAndTime(line))
            return true;
        var bare = line.AsSpan().Trim("()[]/-–—_.=*© ").Trim();
        if (bare.StartsWith("The "))
            bare = bare[4..];
        if (line.Length > LongestSignature || Agencies.InSignature(bare) is not { } agency)
            return false;
        Signature.Credit(item, Signature.Spelling(agency, bare));
        return true;
    }

    private static bool IsTrailer(string line)
        => EndMark.Is(line) || DeskInitials.Are(line) || TrailerLine.IsDesk(line)
            || (line.Length <= LongestSignature && Agencies.InSignature(line.AsSpan().Trim("()[]/-–—_.=* ").Trim()) is not null);
}

using System.Buffers;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>What stands below the text and is no part of it: end marks, initials of the desk, signatures, copyright lines, staff notes.</summary>
internal static class WireTrailer
{
    private const int MostTrailers = 8;

    private static readonly SearchValues<char> NeverInInitials = SearchValues.Create(".,:;!?\"");

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    internal static readonly HashSet<string> EndMarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "end", "ends", "ende", "einde", "fin", "fine", "fim", "slut", "slutt", "loppu", "koniec", "konec", "30", "0", "more", "mf", "more to come", "more follows", "mfl", "suite", "à suivre", "a suivre", "segue", "sigue", "continúa", "folgt", "forts", "xxx",
        "nnnn", "enditem", "enditem/j", "endit", "end item", "end of story", "конец", "完", "了", "끝", "انتهى",
    };

    private static readonly string[] Copyright = ["©", "(c)", "copyright", "tous droits réservés", "all rights reserved", "alle rechte", "alle rechten", "todos los derechos", "tutti i diritti", "todos os direitos", "la reproduction"];

    private static readonly string[] StaffNotes = ["* * * *", "the following information is not intended for publication", "die folgenden informationen sind nicht zur veröffentlichung bestimmt", "to contact the reporter", "to contact the editor"];

    /// <summary>
    /// Splits off the notes that follow the text ("* * * *", "# Notebook", "… information is not intended for publication"): they hold
    /// telephone numbers of staff. They become the editor's note.
    /// </summary>
    public static string? CutStaffNotes(List<string> lines)
    {
        var at = lines.FindIndex(line => IsStaffNote(line));
        if (at < 0)
            return null;
        var notes = lines.Skip(at).Where(line => line.AsSpan().Trim() is { IsEmpty: false } text && !IsStaffNote(line) && !text.Trim("* #-").IsEmpty)
            .Select(line => line.Trim()).ToList();
        lines.RemoveRange(at, lines.Count - at);
        while (notes.Count > 0 && IsInitials(notes[^1]))
            notes.RemoveAt(notes.Count - 1);
        return notes.Count > 0 ? string.Join('\n', notes) : null;
    }

    /// <summary>Below the last "___" what is about the writers; the rules themselves are no text.</summary>
    public static void CutAuthorNotes(List<string> lines, List<string> notes)
    {
        for (var seen = 0; seen < MostTrailers; seen++)
        {
            var rule = lines.FindLastIndex(IsRule);
            if (rule <= 0)
                return;
            var tail = lines.Skip(rule + 1).Where(line => line.Length > 0).ToList();
            if (tail.Count <= 6 && tail.Exists(AnpaMessage.IsAboutAuthors))
            {
                notes.InsertRange(0, tail);
                lines.RemoveRange(rule, lines.Count - rule);
            }
            else
            {
                lines[rule] = "";
            }
        }
    }

    /// <summary>"((jane.miller@example.com; +44 20 …))" as the last line: how to reach the desk.</summary>
    public static void CutContact(List<string> lines, List<string> notes)
    {
        var last = lines.FindLastIndex(line => line.Length > 0);
        if (last <= 0 || !lines[last].AsSpan().Trim().StartsWith("((") || !lines[last].EndsWith("))", StringComparison.Ordinal))
            return;
        notes.Add(lines[last].Trim().Trim('(', ')'));
        lines.RemoveAt(last);
    }

    private static bool IsRule(string line) => line.Length > 1 && line.AsSpan().Trim().Trim('_').IsEmpty && line.Contains("__", StringComparison.Ordinal);

    /// <summary>"./.", "./.CVN", "././. MIK": the end of the message and who wrote it.</summary>
    public static bool IsEndOfMessage(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length < 16 && (line.StartsWith("./.") || line is "/.");
    }

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
            if (IsEndOfMessage(line))
            {
                lines.RemoveAt(at);
                continue;
            }

            if (!IsTrailer(line) && !(TrailerLine.IsBareEndMark(line) && WireParagraphs.EndsSentence(lines[at - 1])))
                break;
            if (lines[at - 1].Length > 0)
                lines.Insert(at, "");
        }
    }

    /// <summary>Takes the trailing lines off the paragraphs; a signature becomes the credit when the dateline gave none.</summary>
    public static void Strip(List<WireParagraph> paragraphs, DispatchItem item, SourceSettings settings)
    {
        for (var i = 0; i < MostTrailers && paragraphs.Count > 0; i++)
        {
            var last = paragraphs[^1].Text.Trim();

            // Trailers often stand on their own line directly below the text.
            var newline = last.LastIndexOf('\n');
            var line = newline >= 0 ? last[(newline + 1)..].Trim() : last;
            var whole = newline < 0;
            if (whole && paragraphs.Count == 1 && item.Headline is null && !IsEndMark(line))
                break;
            var before = whole ? paragraphs.Count > 1 ? paragraphs[^2].Text : "" : last[..newline];
            if (!TakeLine(line, item, settings) && !TrailerLine.IsSignOff(line, before, item))
                break;
            if (whole)
                paragraphs.RemoveAt(paragraphs.Count - 1);
            else
                paragraphs[^1] = paragraphs[^1] with { Text = last[..newline].TrimEnd(), Preformatted = last[..newline].TrimEnd().Contains('\n', StringComparison.Ordinal) };
        }

        if (paragraphs.Count > 0)
            EndSignature.Strip(paragraphs, item);
    }

    /// <summary>"cm/el/jp", "nova xy", "dpa al rmo hct rmo", "(SDA/sj)": initials of those who wrote and edited.</summary>
    public static bool IsInitials(ReadOnlySpan<char> line)
    {
        line = line.Trim().Trim("()[]/");
        if (line.Length is < 2 or > 40 || line.ContainsAny(NeverInInitials))
            return false;
        if (line.Contains("// ", StringComparison.Ordinal) || line.Contains("/ ", StringComparison.Ordinal))
            line = line.ToString().Replace(" // ", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal);
        var slashed = line.Contains('/');
        var parts = 0;
        var known = false;
        foreach (var range in line.SplitAny("/ +-"))
        {
            var part = line[range];
            if (part.IsEmpty)
                return false;
            parts++;
            if (parts == 1 && Agencies.InSignature(part) is not null)
                known = true;
            else if (part.Length > 4 || !(known ? IsCode(part) : IsOneCase(part)))
                return false;
        }

        // "ABC" alone is whoever sent it; a word would not be in capitals.
        return parts == 1 ? !known && line.Length < 4 && char.IsAsciiLetterUpper(line[0]) : known || (slashed && !line.Contains(' '));
    }

    private static bool TakeLine(string line, DispatchItem item, SourceSettings settings)
    {
        // "/ritzau/AFP": initials look like it, but these are whom it is credited to.
        if (line.Length <= 40 && Signature.OfAgencies(line.AsSpan().Trim("()[]/")) is { } agencies)
        {
            Signature.Credit(item, agencies);
            return true;
        }

        if (TrailerLine.IsMediaList(line) || TrailerLine.IsAgencyAndTime(line) || TrailerLine.IsBracketedInitials(line))
            return true;
        if (IsEndMark(line) || IsInitials(line) || line.StartsWith("(Schluss)", StringComparison.Ordinal) || IsDesk(line))
            return true;
        if (line.Length < 300 && Copyright.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            item.CopyrightNotice ??= line;
            return true;
        }

        if (line.StartsWith("(END)", StringComparison.Ordinal) || line.StartsWith("ISSN ", StringComparison.Ordinal) || TrailerLine.IsWriterOfAgency(line, item))
            return true;
        if (DateTimeGroup.TryParse(line, settings, out var date))
        {
            item.FirstCreated ??= date;
            item.VersionCreated ??= date;
            return true;
        }

        var bare = line.AsSpan().Trim("()[]/-–—_.=*© ").Trim();
        if (bare.Length == 0 || line.Length > 40 || Agencies.InSignature(bare) is not { } agency)
            return false;
        Signature.Credit(item, Signature.Spelling(agency, bare));
        return true;
    }

    private static bool IsTrailer(string line)
        => IsEndMark(line) || IsInitials(line) || IsDesk(line) || (line.Length <= 40 && Agencies.InSignature(line.AsSpan().Trim("()[]/-–—_.=* ").Trim()) is not null);

    private static bool IsEndMark(string line)
    {
        if (line.Length > 30)
            return false;
        var bare = line.AsSpan().Trim("-–—_=*#()[]./+<> ");
        return bare.IsEmpty ? line.Length > 1 && !line.Contains('(', StringComparison.Ordinal) : EndMarks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare) && (bare.Length < line.Length || char.IsUpper(bare[0]) || !char.IsAscii(bare[0]));
    }

    /// <summary>"AAP BETTING", "AAP RESULTS": agency and desk.</summary>
    private static bool IsDesk(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return blank > 1 && line.Length < 24 && Agencies.InSignature(line.AsSpan(0, blank)) is not null && !line.AsSpan(blank + 1).ContainsAnyExceptInRange('A', 'Z');
    }

    private static bool IsStaffNote(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 6 or > 120)
            return false;
        // dpa heads its notes with "# Notebook", "# Notizblock".
        if (text.StartsWith("# ") && text.Length < 30 && text.Count(' ') < 3)
            return true;
        foreach (var start in StaffNotes)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return text.Contains("information is not", StringComparison.OrdinalIgnoreCase) && text.Contains("for publication", StringComparison.OrdinalIgnoreCase);
    }

    internal static bool IsCode(ReadOnlySpan<char> part) => !part.ContainsAnyExcept(LettersAndDigits);

    private static bool IsOneCase(ReadOnlySpan<char> part)
    {
        var upper = 0;
        foreach (var c in part)
        {
            if (!char.IsLetter(c))
                return false;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper == 0 || upper == part.Length;
    }
}

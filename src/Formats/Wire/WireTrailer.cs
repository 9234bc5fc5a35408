using System.Buffers;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>What stands below the text and is no part of it: end marks, initials of the desk, signatures, copyright lines, staff notes.</summary>
internal static class WireTrailer
{
    private const int MostTrailers = 8;

    private static readonly SearchValues<char> NeverInInitials = SearchValues.Create(".,:;!?\"");

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly HashSet<string> EndMarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "end", "ends", "ende", "einde", "fin", "fine", "fim", "slut", "slutt", "loppu", "koniec", "konec", "30", "0", "more", "mf", "more to come", "more follows", "mfl", "suite", "à suivre", "a suivre", "segue", "sigue", "continúa", "folgt", "forts", "xxx",
        "nnnn", "endit", "end item", "end of story", "конец", "完", "了", "끝", "انتهى",
    };

    private static readonly string[] Copyright = ["©", "(c)", "copyright", "tous droits réservés", "all rights reserved", "alle rechte", "alle rechten", "todos los derechos", "tutti i diritti", "todos os direitos", "la reproduction"];

    private static readonly string[] StaffNotes = ["* * * *", "the following information is not intended for publication", "die folgenden informationen sind nicht zur veröffentlichung bestimmt"];

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

            if (!IsTrailer(line))
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
            if (!TakeLine(line, item, settings))
                break;
            if (whole)
                paragraphs.RemoveAt(paragraphs.Count - 1);
            else
                paragraphs[^1] = paragraphs[^1] with { Text = last[..newline].TrimEnd(), Preformatted = last[..newline].TrimEnd().Contains('\n', StringComparison.Ordinal) };
        }

        if (paragraphs.Count > 0)
            StripSignature(paragraphs, item);
    }

    /// <summary>"cm/el/jp", "nova xy", "dpa al rmo hct rmo", "(SDA/sj)": initials of those who wrote and edited.</summary>
    public static bool IsInitials(ReadOnlySpan<char> line)
    {
        line = line.Trim().Trim("()[]/");
        if (line.Length is < 2 or > 40 || line.ContainsAny(NeverInInitials))
            return false;
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
        if (IsEndMark(line) || IsInitials(line) || line.StartsWith("(Schluss)", StringComparison.Ordinal) || IsDesk(line))
            return true;
        if (line.Length < 300 && Copyright.Any(start => line.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            item.CopyrightNotice ??= line;
            return true;
        }

        if (DateTimeGroup.TryParse(line, settings, out var date))
        {
            item.FirstCreated ??= date;
            item.VersionCreated ??= date;
            return true;
        }

        var bare = line.AsSpan().Trim("()[]/-–—_.=* ").Trim();
        if (bare.Length == 0 || line.Length > 40 || Agencies.InSignature(bare) is not { } agency)
            return false;
        if (item.Credits.Count == 0)
            item.Credits.Add(new Credit { Name = Signature.Spelling(agency, bare), Role = "distributor" });
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

    /// <summary>"… geen gewonden (NOVA)", "… will be sent. --Nova", "… /ritzau/" at the end of the last paragraph.</summary>
    private static void StripSignature(List<WireParagraph> paragraphs, DispatchItem item)
    {
        var last = paragraphs[^1];
        var text = last.Text.AsSpan().TrimEnd();
        if (text.EndsWith(" Enditem") || text.EndsWith(" Endit"))
        {
            paragraphs[^1] = last with { Text = text[..text.LastIndexOf(' ')].TrimEnd().ToString() };
            return;
        }

        var end = text.TrimEnd('.');
        if (end.IsEmpty || StripBareSignature(paragraphs, text, item))
            return;
        var open = end[^1] switch
        {
            ')' => end.LastIndexOf('('),
            ']' => end.LastIndexOf('['),
            '/' => end[..^1].LastIndexOf('/'),
            _ => end.LastIndexOf("--", StringComparison.Ordinal),
        };
        if (open < 4 || end.Length - open > 40)
            return;
        var inner = end[(open + 1)..].Trim("()[]/-").Trim();
        if (Signature.Read(inner) is not { Known: true } signature || !char.IsWhiteSpace(text[open - 1]))
            return;
        if (item.Credits.Count == 0)
            item.Credits.AddRange(signature.Names.Select(name => new Credit { Name = name, Role = "distributor" }));
        paragraphs[^1] = last with { Text = text[..open].TrimEnd().ToString() };
    }

    /// <summary>"… el plan. EFE": the agency after the last full stop.</summary>
    private static bool StripBareSignature(List<WireParagraph> paragraphs, ReadOnlySpan<char> text, DispatchItem item)
    {
        var blank = text.LastIndexOf(' ');
        if (blank < 4 || text.Length - blank > 12 || text[blank - 1] is not ('.' or '"' or '»' or '”') || !DatelinePlace.IsAllCapitals(text[(blank + 1)..]) || Agencies.InSignature(text[(blank + 1)..]) is not { } agency)
            return false;
        if (item.Credits.Count == 0)
            item.Credits.Add(new Credit { Name = Signature.Spelling(agency, text[(blank + 1)..]), Role = "distributor" });
        paragraphs[^1] = paragraphs[^1] with { Text = text[..blank].ToString() };
        return true;
    }

    private static bool IsCode(ReadOnlySpan<char> part) => !part.ContainsAnyExcept(LettersAndDigits);

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

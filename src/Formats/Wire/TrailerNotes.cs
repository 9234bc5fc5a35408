namespace Newswire.Formats.Wire;

/// <summary>Cuts off the notes below a text that are meant for editors: how to reach the desk, and who wrote it.</summary>
internal static class TrailerNotes
{
    private const int MostRules = 8;
    private const int MostAuthorLines = 6;

    private static readonly string[] StaffNotes =
    [
        "* * * *", "the following information is not intended for publication", "die folgenden informationen sind nicht zur veröffentlichung bestimmt",
        "to contact the reporter", "to contact the editor",
    ];

    // Headings of what is below the text for editors alone.
    private static readonly string[] EditorNotes =
    [
        "notes to editors", "note to editors", "notes for editors", "note to editor", "notes to editor", "editors", "editor's note", "editors' note", "note aux rédactions", "note à la rédaction", "noot voor de redactie", "noot aan de redactie",
        "nota voor de redactie", "niet voor publicatie", "hinweis an die redaktionen", "hinweis an die redaktion", "hinweis für die redaktionen", "nota a los editores", "nota para los editores", "nota alle redazioni", "not for publication",
    ];

    private static readonly string[] AboutAuthors = ["contribut", "helped with", "reported from", "twitter", "can be reached", "follow ", "for more ap"];

    /// <summary>
    /// The notes that follow the text ("* * * *", "# Notebook", "… information is not intended for publication"): they hold telephone numbers
    /// of staff. Null when there are none.
    /// </summary>
    public static string? CutStaffNotes(List<string> lines)
    {
        var at = lines.FindIndex(IsStaffNote);
        if (at < 0)
            return null;
        var notes = lines.Skip(at).Select(line => line.Trim()).Where(line => !IsStaffNote(line) && !line.AsSpan().Trim("* #-").IsEmpty).ToList();
        lines.RemoveRange(at, lines.Count - at);
        while (notes.Count > 0 && DeskInitials.Are(notes[^1]))
            notes.RemoveAt(notes.Count - 1);
        return notes.Count > 0 ? string.Join('\n', notes) : null;
    }

    /// <summary>"Notes to editors:" and all below it, with the end mark above.</summary>
    public static void CutEditorNotes(List<string> lines, List<string> notes)
    {
        var at = lines.FindIndex(lines.Count / 3, line => line.Length > 0 && OpensEditorNotes(line));
        if (at < 1)
            return;
        var text = lines.FindLastIndex(at - 1, line => line.Length > 0);
        if (text < 1 || !(lines[at - 1].Length == 0 || EndMark.Is(lines[text]) || EndMark.IsBare(lines[text])))
            return;
        notes.AddRange(lines.Skip(at).Where(line => line.Length > 0).Select(line => line.Trim()));
        lines.RemoveRange(at, lines.Count - at);
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

    /// <summary>Below the last "___" what is about the writers; the rules themselves are no text.</summary>
    public static void CutAuthorNotes(List<string> lines, List<string> notes)
    {
        for (var seen = 0; seen < MostRules; seen++)
        {
            var rule = lines.FindLastIndex(IsRule);
            if (rule <= 0)
                return;
            var tail = lines.Skip(rule + 1).Where(line => line.Length > 0).ToList();
            if (tail.Count <= MostAuthorLines && tail.Exists(AreAboutAuthors))
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

    /// <summary>It says what they did for the text, or how to reach them.</summary>
    public static bool AreAboutAuthors(string text) => Array.Exists(AboutAuthors, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));

    /// <summary>The heading alone, or before a colon.</summary>
    private static bool OpensEditorNotes(string line)
    {
        var text = line.AsSpan().Trim().TrimStart("*-–# ");
        var colon = text.IndexOf(':');
        var heading = (colon < 0 ? text : text[..colon]).TrimEnd("*-– ").ToString();
        return (colon >= 0 || !heading.Equals("editors", StringComparison.OrdinalIgnoreCase)) && Array.Exists(EditorNotes, note => note.Equals(heading, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsRule(string line) => line.AsSpan().Trim().Trim('_').IsEmpty && line.Contains("__", StringComparison.Ordinal);

    private static bool IsStaffNote(string line)
    {
        var text = line.Trim();
        if (text.Length is < 6 or > 120)
            return false;

        // dpa heads its notes with "# Notebook", "# Notizblock".
        var heading = text.StartsWith("# ", StringComparison.Ordinal) && text.Length < 30 && text.AsSpan().Count(' ') < 3;
        return heading || Array.Exists(StaffNotes, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || (text.Contains("information is not", StringComparison.OrdinalIgnoreCase) && text.Contains("for publication", StringComparison.OrdinalIgnoreCase));
    }
}

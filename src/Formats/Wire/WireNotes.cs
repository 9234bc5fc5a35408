using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>Shapes of the lines above a text: notes in brackets or to editors, titles, decoration.</summary>
internal static class WireNotes
{
    private const int MostNoteLines = 8;

    private static readonly string[] Openers =
    [
        "Eds:", "Eds.:", "(Eds:", "Editors:", "EDITORS:", "Editors' note", "EDITORS' NOTE", "Editor's note", "Note to editors", "Ed note", "Ednote:", "EDS:", "Note aux rédactions", "N.D.L.R.", "NDLR:", "Nota bene", "Noot voor de redactie", "Hinweis an die Redaktion",
        "Redaktionshinweis", "Redaktioneller Hinweis", "Nota a los editores", "Nota de redacción", "Nota alle redazioni", "AP Photo", "AP Video", "With AP Photos", "Attention editors", "Attention:", "ATTENTION:", "ATTENTION EDITORS", "Achtung Redaktionen", "Photo:", "PHOTO:",
        "(With photo", "(With video", "WITH PHOTO", "AVEC PHOTO", "(Photo)", "AP Graphic",
    ];

    /// <summary>How many lines the note that begins at <paramref name="i"/> takes; 0 when none does.</summary>
    public static int Length(List<string> lines, int i)
    {
        var line = lines[i].AsSpan().Trim();
        if (EditorCall.OpensNote(line) || Openers.Any(opener => lines[i].AsSpan().TrimStart().StartsWith(opener, StringComparison.Ordinal)))
            return line[^1] == ':' ? Called(lines, i) : Wrapped(lines, i);
        if (line.IsEmpty || line[0] is not ('(' or '[' or '（'))
            return 0;
        var closing = line[0] switch { '(' => ')', '[' => ']', _ => '）' };

        // A paragraph wholly in brackets, perhaps wrapped; with text after the bracket it is no note.
        for (var end = i; end < lines.Count && end - i < MostNoteLines && lines[end].Length > 0; end++)
        {
            var text = lines[end].AsSpan().TrimEnd();
            var at = text.LastIndexOf(closing);
            if (at < 0)
                continue;
            var alone = text[(at + 1)..].Trim(".: ").IsEmpty && (end > i || at > 2);
            return alone && (end + 1 == lines.Count || lines[end + 1].Length == 0 || end == i) ? end - i + 1 : 0;
        }

        return 0;
    }

    public static bool IsBracketed(ReadOnlySpan<char> line) => line.Trim() is ['(', .., ')'] or ['[', .., ']'] or ['（', .., '）'];

    /// <summary>The note without the brackets around all of it, nor the call that opens it.</summary>
    public static string Clean(string note)
    {
        var text = note.AsSpan().Trim();
        if (IsBracketed(note) && text[1..^1].IndexOfAny('(', ')') < 0)
            text = text[1..^1].Trim();
        foreach (var call in (string[])["Eds:", "EDS:", "Editors:"])
        {
            if (text.StartsWith(call, StringComparison.Ordinal))
                text = text[call.Length..].Trim();
        }

        return text.ToString();
    }

    /// <summary>No full stop, comma or colon at its end, and something to read in it.</summary>
    public static bool IsTitle(string line)
    {
        var text = line.AsSpan().Trim().TrimEnd("=+* ");
        if (text.EndsWith("...") && text.Length > 8)
            text = text[..^3];
        return text.Length > 2 && text[^1] is not ('.' or ',' or ':' or ';' or '。') && text.IndexOfAnyInRange('0', '~') >= 0 | HasLetter(text) && !WireParagraphs.IsTableRow(line);
    }

    /// <summary>A title of several words above a longer paragraph that ends like a sentence.</summary>
    public static bool IsHeadlineAboveProse(string title, List<string> lines, int body)
    {
        if (title.Length < 12 || title.AsSpan().Count(' ') < 2 || char.IsLower(title[0]) || body >= lines.Count || body < 2 || lines[body - 1].Length > 0)
            return false;
        var end = body;
        var length = 0;
        for (; end < lines.Count && lines[end].Length > 0; end++)
            length += lines[end].Length;
        return length > title.Length && lines[end - 1].AsSpan().TrimEnd(" \"»”)").TrimEnd() is [.., '.' or '!' or '?' or '。' or ':'];
    }

    /// <summary>">>>ANSA/ Titolo", "+++ Titel +++", "*** Title ***" without what surrounds it, and without the block end of IPTC 7901.</summary>
    public static string Undecorated(string title)
    {
        var text = title.AsSpan().Trim().Trim("+*=# ").Trim();
        if (text.StartsWith(">>"))
        {
            text = text.TrimStart('>').TrimStart();
            var slash = text.IndexOf('/');
            if (slash is > 0 and < 20 && Agencies.InSignature(text[..slash]) is not null)
                text = text[(slash + 1)..].TrimStart();
        }

        return text.ToString();
    }

    /// <summary>"EDITORS:" on a line of its own calls for what stands directly below it.</summary>
    private static int Called(List<string> lines, int i)
    {
        var end = i + 1;
        while (end < lines.Count && lines[end].Length > 0 && end - i < MostNoteLines)
            end++;
        return end - i;
    }

    private static int Wrapped(List<string> lines, int i)
    {
        // A note wraps on while its lines are full; a short line or a full stop ends it.
        var end = i;
        while (end + 1 < lines.Count && lines[end + 1].Length > 0 && lines[end].Length > 60 && lines[end].Length <= 80 && end - i < MostNoteLines)
            end++;
        return end - i + 1;
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }
}

namespace Newswire.Formats.Wire;

internal enum AnpaLineKind
{
    /// <summary>"^text&lt;" or "^text=".</summary>
    Header,

    /// <summary>TAB text, or Kyodo's five blanks.</summary>
    Paragraph,

    /// <summary>BS text: a row of a table.</summary>
    Row,
}

/// <summary>One logical line of an ANPA text, its frame taken off; <see cref="Ending"/> is "&lt;" or "=" of a header line.</summary>
internal sealed record AnpaLine(AnpaLineKind Kind, string Text, char Ending)
{
    /// <summary>The lines between STX and ETX; whether ETX was there; and the line after it.</summary>
    public static (List<AnpaLine> Lines, bool Ended, string? Trailer) Read(List<string> raw, bool isTable, Newswire.Contracts.SourceSettings settings)
    {
        var lines = new List<AnpaLine>();
        for (var i = 0; i < raw.Count; i++)
        {
            var line = raw[i];
            var end = line.IndexOf('\u0003', StringComparison.Ordinal);
            if (end >= 0)
            {
                Add(lines, line[..end], isTable);
                var after = line[(end + 1)..];
                return (lines, true, after.Trim().Length > 0 ? after : raw.Skip(i + 1).FirstOrDefault(next => next.Trim().Length > 0));
            }

            // Where the control characters were stripped the trailer itself is the end.
            if (AnpaHeader.Trailer(line, settings) is not null)
                return (lines, true, line);
            Add(lines, line, isTable);
        }

        return (lines, false, null);
    }

    private static void Add(List<AnpaLine> lines, string raw, bool isTable)
    {
        var line = raw.TrimStart('\u0002', '\0', '\u0016').TrimEnd();
        if (line.Length == 0 || string.IsNullOrWhiteSpace(line))
            return;
        if (line[0] == '^')
        {
            // "^*9006< ^AP-Top-…<": two header lines on one.
            foreach (var part in line[1..].Split("< ^"))
                lines.Add(Header(part));
        }
        else if (line[0] != '\b' && IsRowWithoutFrame(lines, line, isTable))
        {
            var start = line.Length - line.TrimStart(' ').Length;
            lines.Add(new AnpaLine(AnpaLineKind.Row, line[..start] + Clean(Spaced(line)), '\0'));
        }
        else if (line[0] == '\t' || line.StartsWith("     ", StringComparison.Ordinal) || (line.StartsWith("  ", StringComparison.Ordinal) && lines.Count > 0 && lines[^1].Kind != AnpaLineKind.Row))
        {
            lines.Add(new AnpaLine(AnpaLineKind.Paragraph, Clean(line), '\0'));
        }
        else if (line[0] == '\b' || !line.Contains("  ", StringComparison.Ordinal) && line.Contains(';', StringComparison.Ordinal) && lines.Count > 0 && lines[^1].Kind is AnpaLineKind.Row or AnpaLineKind.Header)
        {
            lines.Add(new AnpaLine(AnpaLineKind.Row, Clean(Spaced(line)).Replace('{', '½'), '\0'));
        }
        else if (lines.Count > 0 && lines[^1] is not { Kind: AnpaLineKind.Header, Ending: '<' or '=' })
        {
            // A line without a frame goes on from the one above.
            lines[^1] = lines[^1] with { Text = lines[^1].Kind == AnpaLineKind.Row ? lines[^1].Text + "\n" + Clean(Spaced(line)) : lines[^1].Text + " " + Clean(line) };
        }
        else
        {
            lines.Add(new AnpaLine(AnpaLineKind.Paragraph, Clean(line), '\0'));
        }
    }

    /// <summary>Where the frames of tables were lost: a line below a finished header line or a row, in columns or in what the header calls a table.</summary>
    private static bool IsRowWithoutFrame(List<AnpaLine> lines, string line, bool isTable) =>
        lines.Count > 0 && lines[^1] is { Kind: AnpaLineKind.Row } or { Kind: AnpaLineKind.Header, Ending: '<' } && line[0] != '\t' && (IsInColumns(line) || (isTable && !line.StartsWith("     ", StringComparison.Ordinal)));

    /// <summary>Two gaps of several blanks; those behind a sentence are a typist's.</summary>
    private static bool IsInColumns(string line)
    {
        var gaps = 0;
        var text = line.AsSpan().Trim();
        for (var i = 1; i + 1 < text.Length; i++)
            if (text[i] == ' ' && text[i + 1] == ' ' && text[i - 1] is not (' ' or '.' or '!' or '?' or '"' or '\'')) gaps++;
        return gaps > 1;
    }

    private static AnpaLine Header(string text)
    {
        var trimmed = text.TrimEnd();
        var ending = trimmed is [.., '<' or '=' or '+'] ? trimmed[^1] : '\0';
        return new AnpaLine(AnpaLineKind.Header, Clean(ending == '\0' ? trimmed : trimmed[..^1]), ending);
    }

    /// <summary>In rows three controls are spaces of several widths.</summary>
    private static string Spaced(string row) => row.Replace('\u0010', ' ').Replace('\u001e', ' ').Replace('\u001f', ' ');

    private static string Clean(string text)
    {
        text = text.Replace("``", "\"", StringComparison.Ordinal).Replace("''", "\"", StringComparison.Ordinal);
        return (WireLines.WithoutControls(text) ?? text).Trim().TrimEnd('<').TrimEnd();
    }
}

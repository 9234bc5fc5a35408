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
    public static (List<AnpaLine> Lines, bool Ended, string? Trailer) Read(List<string> raw, Newswire.Contracts.SourceSettings settings)
    {
        var lines = new List<AnpaLine>();
        for (var i = 0; i < raw.Count; i++)
        {
            var line = raw[i];
            var end = line.IndexOf('\u0003', StringComparison.Ordinal);
            if (end >= 0)
            {
                Add(lines, line[..end]);
                var after = line[(end + 1)..];
                return (lines, true, after.Trim().Length > 0 ? after : raw.Skip(i + 1).FirstOrDefault(next => next.Trim().Length > 0));
            }

            // Where the control characters were stripped the trailer itself is the end.
            if (AnpaHeader.Trailer(line, settings) is not null)
                return (lines, true, line);
            Add(lines, line);
        }

        return (lines, false, null);
    }

    private static void Add(List<AnpaLine> lines, string raw)
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
        else if (line[0] == '\t' || line.StartsWith("     ", StringComparison.Ordinal))
        {
            lines.Add(new AnpaLine(AnpaLineKind.Paragraph, Clean(line), '\0'));
        }
        else if (line[0] == '\b' || !line.Contains("  ", StringComparison.Ordinal) && line.Contains(';', StringComparison.Ordinal) && lines.Count > 0 && lines[^1].Kind is AnpaLineKind.Row or AnpaLineKind.Header)
        {
            lines.Add(new AnpaLine(AnpaLineKind.Row, Clean(Spaced(line)).Replace('{', '½'), '\0'));
        }
        else if (lines.Count > 0)
        {
            // A line without a frame goes on from the one above.
            lines[^1] = lines[^1] with { Text = lines[^1].Kind == AnpaLineKind.Row ? lines[^1].Text + "\n" + Clean(Spaced(line)) : lines[^1].Text + " " + Clean(line) };
        }
        else
        {
            lines.Add(new AnpaLine(AnpaLineKind.Paragraph, Clean(line), '\0'));
        }
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

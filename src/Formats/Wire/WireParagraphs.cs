using System.Text;

namespace Newswire.Formats.Wire;

/// <summary>A paragraph of wire text; preformatted when its line breaks carry meaning.</summary>
internal sealed record WireParagraph(string Text, bool Preformatted);

/// <summary>
/// Makes paragraphs of lines. A blank line, an indent of three or a bullet opens one. The lines of one are joined when they look wrapped by
/// a machine; a table or an address keeps its breaks.
/// </summary>
internal static class WireParagraphs
{
    // Wires wrap near 69 columns; none of the fixtures or known feeds wraps beyond 80. Shorter than 45 is an author's line.
    internal const int WidestWrap = 80;
    private const int ShortestWrapped = 45;

    // Longer than any wrap: then every line is a paragraph of its own.
    private const int LongLine = 100;
    private const int Indent = 3;

    public static List<WireParagraph> Read(IReadOnlyList<string> lines)
    {
        var paragraphs = new List<WireParagraph>();
        var width = Width(lines);
        var block = new List<string>();
        foreach (var line in lines)
        {
            if (line.Length > 0)
            {
                block.Add(line);
                continue;
            }

            AddBlock(paragraphs, block, width);
            block.Clear();
        }

        AddBlock(paragraphs, block, width);
        return paragraphs;
    }

    /// <summary>Wrapped lines as one; scripts without blanks are joined without one.</summary>
    public static string Join(IReadOnlyList<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var part = line.AsSpan().Trim();
            if (part.IsEmpty)
                continue;
            if (joined.Length > 0 && !(IsUnspaced(joined[^1]) && IsUnspaced(part[0])))
                joined.Append(' ');
            joined.Append(part);
        }

        return joined.ToString();
    }

    /// <summary>Columns of the text: two or more blanks between words.</summary>
    public static bool IsTableRow(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Contains('\t') || text.IndexOf("   ", StringComparison.Ordinal) > 0;
    }

    private static void AddBlock(List<WireParagraph> paragraphs, List<string> block, int width)
    {
        if (block.Count == 0)
            return;
        if (block.Any(line => line.Length > LongLine))
        {
            AddLines(paragraphs, block);
            return;
        }

        var floor = block.Min(Indentation);
        var wrapped = IsWrapped(block, width) && !block.TrueForAll(EndsSentence);
        var group = new List<string>();
        foreach (var line in block)
        {
            if (group.Count > 0 && (IsBullet(line) || (IsPlaceEntry(line) && EndsSentence(group[^1])) || Opens(line, group[^1], floor, wrapped, width)))
            {
                Add(paragraphs, group, width);
                group.Clear();
            }

            group.Add(line);
        }

        Add(paragraphs, group, width);
    }

    /// <summary>Every line is a paragraph, but one that begins small goes on with a sentence.</summary>
    private static void AddLines(List<WireParagraph> paragraphs, List<string> block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (i > 0 && block[i].AsSpan().TrimStart() is [var first, ..] && char.IsLower(first) && !EndsSentence(block[i - 1]))
                paragraphs[^1] = paragraphs[^1] with { Text = Join([paragraphs[^1].Text, block[i]]) };
            else
                paragraphs.Add(new WireParagraph(block[i].Trim(), Preformatted: false));
        }
    }

    /// <summary>A deeper indent, or a break after a sentence where the next word would have fitted: no machine breaks there.</summary>
    private static bool Opens(string line, string before, int floor, bool wrapped, int width)
    {
        if (IsTableRow(line))
            return false;
        var ended = EndsSentence(before);
        if (IsCrosshead(before))
            return true;
        if (IsIndented(line) && !IsIndented(before))
            return true;
        if (Indentation(line) > floor)
            return ended;
        return ended && floor >= Indent && Indentation(before) <= floor && (!wrapped || before.Length + 1 + FirstWord(line) < width);
    }

    private static void Add(List<WireParagraph> paragraphs, List<string> lines, int width)
    {
        if (lines.Count == 1 || IsWrapped(lines, width))
            paragraphs.Add(new WireParagraph(Join(lines), Preformatted: false));
        else if (lines.TrueForAll(IsSentence))
            paragraphs.AddRange(lines.Select(line => new WireParagraph(line.Trim(), Preformatted: false)));
        else
            paragraphs.Add(new WireParagraph(string.Join('\n', lines), Preformatted: true));
    }

    private static bool IsWrapped(List<string> lines, int width)
    {
        if (lines.Exists(line => line.Length > WidestWrap) || lines.Exists(IsTableRow))
            return false;
        var longEnough = true;
        var forced = width >= ShortestWrapped;
        for (var i = 0; i < lines.Count - 1; i++)
        {
            longEnough &= lines[i].Length >= ShortestWrapped || IsUnspaced(lines[i][^1]);

            // The next word would not have fitted: the break was the machine's.
            var fits = lines[i].Length + 1 + FirstWord(lines[i + 1]) <= width - 2;
            forced &= !fits;
        }

        return forced || (longEnough && !IsRagged(lines, width));
    }

    /// <summary>Lines that all end a sentence, though most would have held more: each is a paragraph.</summary>
    private static bool IsRagged(List<string> lines, int width)
    {
        var roomy = 0;
        for (var i = 0; i < lines.Count - 1; i++)
            roomy += lines[i].Length + 1 + FirstWord(lines[i + 1]) < width ? 1 : 0;
        return roomy > 0 && roomy * 2 >= lines.Count - 1 && lines.TrueForAll(IsSentence);
    }

    /// <summary>The column the text is wrapped at, as far as its longest ordinary line tells.</summary>
    private static int Width(IReadOnlyList<string> lines)
    {
        var width = 0;
        foreach (var line in lines)
        {
            if (line.Length > WidestWrap)
                return 0;
            width = Math.Max(width, line.Length);
        }

        return width;
    }

    private static int FirstWord(string line)
    {
        var text = line.AsSpan().TrimStart();
        var blank = text.IndexOf(' ');
        return blank < 0 ? text.Length : blank;
    }

    private static bool IsSentence(string line) => EndsSentence(line) && line.AsSpan().Trim().Count(' ') >= 3 && !IsTableRow(line);

    internal static bool EndsSentence(string line)
        => line.AsSpan().TrimEnd().TrimEnd("\"'»”’)]") is [.., '.' or '!' or '?' or ':' or '…' or '。'];

    private static int Indentation(string line)
    {
        var columns = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
                break;
            columns += c == '\t' ? Indent + 1 : 1;
        }

        return columns;
    }

    private static bool IsIndented(string line) => line[0] == '\t' || (line.Length > Indent && line.AsSpan(0, Indent).IsWhiteSpace());

    /// <summary>"- 'Trois blessés' -" between paragraphs.</summary>
    private static bool IsCrosshead(string line) => line.AsSpan().Trim() is ['-', ' ', .., ' ', '-'];

    private static bool IsBullet(string line) => line.AsSpan().TrimStart() is ['-' or '*' or '•' or '–' or '—', ' ', _, ..] && !IsTableRow(line);

    /// <summary>"SYDNEY - Supreme Court hears the case.": an entry of a diary.</summary>
    private static bool IsPlaceEntry(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text[..Math.Min(text.Length, 30)].IndexOf(" - ") is > 2 and var dash && DatelinePlace.IsAllCapitals(text[..dash]);
    }

    private static bool IsUnspaced(char c) => c is (>= '\u3000' and <= '\u9fff') or (>= '\uff00' and <= '\uffef');
}

using System.Globalization;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>The tag lines of a telex message, whichever of the dialects it is in.</summary>
internal sealed class TelexTags
{
    private const int MostTagLines = 14;
    private const int LongestTitle = 50;
    private const string Ladder = ":PREMIERSHIP";

    private readonly List<(char Sign, string Value)> _signs = [];

    // The line above the headline proper.
    private string? _line;

    public string? Headline { get; private set; }

    private string? Slug { get; set; }

    private string? Service { get; set; }

    /// <summary>Reads the tags and takes their lines off; the first line is what followed ZCZC.</summary>
    public static TelexTags Take(List<string> lines)
    {
        var tags = new TelexTags();
        var first = lines[0];
        lines.RemoveAt(0);
        if (IsSign(first, out var sign))
            tags._signs.Add((sign, first[1..].Trim()));
        else if (IsNamedTag(first))
            lines.Insert(0, first);
        else if (first.Length > 0)
            tags.Service = first;
        if (lines.Exists(IsNamedTag))
            tags.TakeNamed(lines);
        else if (lines.Count > 0 && lines[0].StartsWith("YY ", StringComparison.Ordinal))
            tags.TakeCodes(lines);
        else
            tags.TakeSigns(lines);
        return tags;
    }

    /// <summary>Puts the tags onto the item; they win over what the text seems to say.</summary>
    public void Fill(DispatchItem item)
    {
        if (Service is { Length: < 60 } service)
            item.AltIds.Add(("sequence", service));
        var keyword = Find('#');
        var colon = Find(':', last: true);
        var headline = Headline ?? LongerThan(Find('$')) ?? Find('^');
        if (keyword is null && headline is not null && Find('^') is not null)
            keyword = colon;
        else if (headline is null)
            headline = LongerThan(colon);
        else if (LongerThan(colon) is { } take)
            item.AltIds.Add(("take", take));
        if (headline is not null)
        {
            if (item.Headline is { } read && !item.HeadlineDerived && read != headline)
                item.OtherHeadlines.Insert(0, ("sub", read));
            (item.Headline, item.HeadlineDerived) = (headline, false);
        }

        item.Slugline ??= Slug ?? keyword;
        if (_line is not null)
            item.OtherHeadlines.Add(("kicker", _line));
        if (Find('=') is { } key)
            item.AltIds.Add(("take", key));
        foreach (var (sign, value) in _signs)
        {
            if (sign is '*' or '+' && value.Length == 8 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                item.Subjects.Add(new NinjsSubject { Name = value, Rel = "about", Uri = "http://cv.iptc.org/newscodes/subjectcode/" + value });
            else if (sign == '*' && value == "T")
                item.Preformatted = true;
        }
    }

    /// <summary>#slug, $headline or $category, :key, *subject or *format, %category, @place, ~genre, &amp;level, =take, ^headline, +subject.</summary>
    private void TakeSigns(List<string> lines)
    {
        for (var i = 0; i < MostTagLines && lines.Count > 0; i++)
        {
            if (lines[0].Length == 0 && _signs.Count > 0 && lines.Count > 1 && IsSign(lines[1], out _))
                lines.RemoveAt(0);
            if (!IsSign(lines[0], out var sign) || (sign is '*' && lines[0].Length > 40))
                return;
            _signs.Add((sign, lines[0][1..].Trim()));
            lines.RemoveAt(0);
        }
    }

    /// <summary>KN#slug TI#headline TX#text: two capitals and a number sign; a line without one continues the tag above.</summary>
    private void TakeNamed(List<string> lines)
    {
        var text = new List<string>();
        string? current = null;
        foreach (var line in lines)
        {
            var value = line;
            if (IsNamedTag(line))
            {
                current = line[..2];
                value = line[3..].Trim();
            }

            switch (current)
            {
                case "KN" or "SL":
                    Slug ??= NullIfEmpty(value);
                    break;
                case "TI" or "HL":
                    Headline = Headline is null ? NullIfEmpty(value) : string.Concat(Headline, " ", value).TrimEnd();
                    break;
                case "TX":
                    text.Add(value);
                    break;
            }
        }

        lines.Clear();
        lines.AddRange(text);
    }

    /// <summary>"YY TDR" and a title line such as "RACING : Park FIELDS Thursday", ":POTTED :Eagle Farm MARKET DAY" or the title alone.</summary>
    private void TakeCodes(List<string> lines)
    {
        Slug = lines[0].Trim();
        lines.RemoveAt(0);
        for (var i = 0; i < lines.Count; i++)
            lines[i] = WithoutQuads(lines[i]);
        if (lines.Count > 0 && !lines[0].StartsWith(Ladder, StringComparison.Ordinal) && TitleBehindColon(lines[0]) is { } title)
        {
            Headline = title;
            lines.RemoveAt(0);
            if (lines.Count == 0 || !lines[0].StartsWith(":SPORT", StringComparison.Ordinal) || lines[0].IndexOf('-', StringComparison.Ordinal) is not (> 0 and var dash) || lines[0].Length - dash < 4)
                return;
            (_line, Headline) = (title, lines[0][(dash + 1)..].Trim());
            lines.RemoveAt(0);
            return;
        }

        // Below the name of a ladder, blank lines may come first.
        var at = lines.FindIndex(lines.Count > 0 && lines[0].StartsWith(':') ? 1 : 0, line => line.Trim().Length > 0);
        if (at < 0 || !IsTitle(lines[at].Trim()) || lines.Skip(at + 1).FirstOrDefault(line => line.Length > 0) is not { } below || char.IsLower(below[0]))
            return;
        Headline = lines[at].Trim();
        lines.RemoveRange(0, at + 1);
    }

    private static string? TitleBehindColon(string line)
    {
        if (line.IndexOf(':', StringComparison.Ordinal) is < 0 or > 24)
            return null;
        var title = line.AsSpan().TrimStart(':');
        var colon = title[..Math.Min(title.Length, 30)].LastIndexOf(':');
        return colon >= 0 && title[(colon + 1)..].Trim() is { Length: > 2 and < 120 } rest ? rest.ToString() : null;
    }

    /// <summary>Short of where wires wrap, in one column, no sentence.</summary>
    private static bool IsTitle(string line)
        => line.Length is > 2 and <= LongestTitle && char.IsLetter(line[0]) && line[^1] is not ('.' or ',' or ':') && !line.Contains("  ", StringComparison.Ordinal);

    /// <summary>Without the marks for the typesetter: "&lt;VALE DERBY 2400M .=!".</summary>
    private static string WithoutQuads(string line)
    {
        if (!line.EndsWith("<!", StringComparison.Ordinal) && !line.EndsWith("=!", StringComparison.Ordinal))
            return line;
        var text = line[..^2].TrimEnd();
        return (text.EndsWith(" .", StringComparison.Ordinal) ? text[..^2] : text).TrimStart('<').TrimEnd();
    }

    private string? Find(char sign, bool last = false)
    {
        var values = _signs.Where(entry => entry.Sign == sign && entry.Value.Length > 0).Select(entry => entry.Value);
        return last ? values.LastOrDefault() : values.FirstOrDefault();
    }

    private static string? LongerThan(string? value) => value is { Length: > 2 } ? value : null;

    private static string? NullIfEmpty(string value) => value.Length > 0 ? value : null;

    private static bool IsSign(string line, out char sign)
    {
        sign = line.Length > 0 ? line[0] : '\0';
        return sign is '#' or '$' or ':' or '*' or '%' or '@' or '~' or '&' or '=' or '^' or '+' && line.Length < 200 && (line.Length == 1 || line[1] != sign);
    }

    private static bool IsNamedTag(string line)
        => line.Length > 2 && char.IsAsciiLetterUpper(line[0]) && char.IsAsciiLetterUpper(line[1]) && line[2] == '#';
}

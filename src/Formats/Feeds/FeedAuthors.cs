using System.Buffers;
using System.Text;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Names of authors as feeds write them.</summary>
internal static class FeedAuthors
{
    private const int Most = 20;
    private const string Separators = " ,;-–—|/";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,;(<[");

    /// <summary>Each name once, in the order they came; null when there is none.</summary>
    public static string? Join(IEnumerable<string?> names)
    {
        var joined = string.Join(", ", names.OfType<string>().Distinct(StringComparer.Ordinal).Take(Most));
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>The name of a person element, in Atom's way or as text alone; the mail address where no name is given.</summary>
    public static string? Of(Element person) =>
        NameOf(person.Child("name")?.Value() ?? person.Child("email")?.Value() ?? (IsStructured(person) ? null : person.Value()));

    /// <summary>
    /// <c>a@b.example (Name)</c>, <c>Name (a@b.example)</c>, <c>Name &lt;a@b.example&gt;</c>, <c>Name https://b.example</c> → Name, also of several in a row;
    /// an address alone stays.
    /// </summary>
    public static string? NameOf(string? author)
    {
        if (ItemFields.Line(author) is not { } line) return null;
        if (!line.Contains('@', StringComparison.Ordinal) && !line.Contains("://", StringComparison.Ordinal)) return line;
        var name = HtmlText.Fold(WithoutAddresses(line)).Replace(" ,", ",", StringComparison.Ordinal).Replace(",,", ",", StringComparison.Ordinal).Trim(Separators.ToCharArray());
        if (name is ['"', .., '"']) name = name[1..^1].Trim();
        if (name.Length > 0) return name;
        line = line.Trim('<', '>', '(', ')', '[', ']', ' ');
        return line.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? line["mailto:".Length..] : line;
    }

    private static bool IsStructured(Element person) => person.Child("name") is not null || person.Child("email") is not null || person.Child("uri") is not null;

    private static string WithoutAddresses(string line)
    {
        StringBuilder outside = new(line.Length), brackets = new(), whole = new(line.Length);
        for (var rest = line.AsSpan(); !rest.IsEmpty;)
        {
            var (part, isBracket) = Next(rest);
            rest = rest[part.Length..];
            var inside = isBracket ? part[1..^1].Trim() : part;
            if (IsAddress(inside, isBracket)) continue;
            whole.Append(part);
            if (!isBracket) outside.Append(part);
            else brackets.Append(brackets.Length > 0 ? ", " : "").Append(inside);
        }

        // "a@b.example (Name)": what the brackets hold is the name where nothing else is one.
        return outside.ToString().AsSpan().Trim(Separators).IsEmpty ? brackets.ToString() : whole.ToString();
    }

    /// <summary>A whole bracket, a word, or what parts them.</summary>
    private static (string Part, bool IsBracket) Next(ReadOnlySpan<char> rest)
    {
        var closing = rest[0] switch { '(' => ')', '<' => '>', '[' => ']', _ => '\0' };
        if (closing != '\0' && rest.IndexOf(closing) is var close and > 0) return (rest[..(close + 1)].ToString(), true);
        if (WordEnds.Contains(rest[0])) return (rest[..1].ToString(), false);
        var end = rest.IndexOfAny(WordEnds);
        return (rest[..(end < 0 ? rest.Length : end)].ToString(), false);
    }

    /// <summary>Of mail or the web; a bracket may also hold the name somebody has in a network, or nothing.</summary>
    private static bool IsAddress(ReadOnlySpan<char> text, bool inBracket)
    {
        if (text.IsEmpty) return inBracket;
        if (text.Contains(' ')) return false;
        return text.IndexOf('@') >= (inBracket ? 0 : 1) || text.Contains("://", StringComparison.Ordinal);
    }
}

using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Names of authors as feeds write them.</summary>
internal static class FeedAuthors
{
    private const int Most = 20;

    /// <summary>Each name once, in the order they came; null when there is none.</summary>
    public static string? Join(IEnumerable<string?> names)
    {
        var joined = string.Join(", ", names.OfType<string>().Distinct(StringComparer.Ordinal).Take(Most));
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>The name of a person element, in Atom's way or as text alone; the mail address where no name is given.</summary>
    public static string? Of(Element person) =>
        NameOf(person.Child("name")?.Value() ?? person.Child("email")?.Value() ?? (IsStructured(person) ? null : person.Value()));

    /// <summary><c>a@b.example (Name)</c>, <c>Name (a@b.example)</c>, <c>Name &lt;a@b.example&gt;</c> → Name; an address alone stays.</summary>
    public static string? NameOf(string? author)
    {
        if (ItemFields.Line(author) is not { } line) return null;
        if (!line.Contains('@', StringComparison.Ordinal)) return line;
        return Without(line, '(', ')') ?? Without(line, '<', '>') ?? line;
    }

    private static bool IsStructured(Element person) => person.Child("name") is not null || person.Child("email") is not null || person.Child("uri") is not null;

    /// <summary>Of the parts inside and outside brackets, the one that is no address.</summary>
    private static string? Without(string line, char opening, char closing)
    {
        var open = line.IndexOf(opening, StringComparison.Ordinal);
        var close = line.LastIndexOf(closing);
        if (open < 0 || close < open) return null;
        var inside = line[(open + 1)..close].Trim();
        var outside = (line[..open] + line[(close + 1)..]).Trim(' ', '"', ',');
        var name = inside.Contains('@', StringComparison.Ordinal) ? outside : inside;
        return name.Length > 0 ? name : inside.Length > 0 ? inside : outside;
    }
}

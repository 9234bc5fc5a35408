namespace Newswire.Archiver.Search;

/// <summary>
/// What people type into a search box: words that must all occur, "phrases", -excluded words or -"phrases". Any input is a query; what holds
/// no word at all finds nothing.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>More would only make the database work; the rest of a longer query is ignored.</summary>
    public const int MaxTerms = 64;

    /// <summary>Each a phrase of one or more words.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Required { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Excluded { get; init; }

    public bool FindsNothing => Required.Count == 0 && Excluded.Count == 0;

    public static SearchQuery Parse(string text)
    {
        var required = new List<IReadOnlyList<string>>();
        var excluded = new List<IReadOnlyList<string>>();
        var position = 0;
        while (position < text.Length && required.Count + excluded.Count < MaxTerms)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            var exclude = position < text.Length && text[position] == '-';
            if (exclude)
                position++;
            var words = SearchText.Words(Term(text, ref position));
            if (words.Count > 0)
                (exclude ? excluded : required).Add(words.Count <= MaxTerms ? words : words[..MaxTerms]);
        }
        return new SearchQuery { Required = required, Excluded = excluded };
    }

    private static string Term(string text, ref int position)
    {
        if (position >= text.Length)
            return string.Empty;
        if (text[position] == '"')
        {
            var start = ++position;
            var end = text.IndexOf('"', start);
            position = end < 0 ? text.Length : end + 1;
            return text[start..(end < 0 ? text.Length : end)];
        }
        var from = position;
        while (position < text.Length && !char.IsWhiteSpace(text[position]) && text[position] != '"')
            position++;
        return text[from..position];
    }
}

using System.Collections.Frozen;

namespace Newswire.Enricher.Entities;

/// <summary>
/// The role printed beside a person's name: before it ("le Premier ministre pakistanais Imran Khan", "minister van Justitie Piet Jansen") or after
/// a comma ("Imran Khan, Premier ministre du Pakistan"). Text as printed. No role rather than a wrong one. Safe for concurrent use.
/// </summary>
internal sealed class RoleFinder
{
    private const int MaxBetween = 7;
    private const int MaxRoleWords = 4;
    private const int MaxRoleLength = 48;

    private static readonly FrozenSet<string> Prepositions = new[]
    {
        "de", "du", "des", "d'", "d’", "de l'", "aux", "à", "van", "voor", "der", "des", "für", "of", "for", "del", "para", "chargé", "chargée",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrepositionLookup =
        Prepositions.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] AdjectiveEndings =
    [
        "ais", "aise", "ain", "aine", "ien", "ienne", "éen", "éenne", "ois", "oise", "and", "ande", "ique", "al", "ale", "ol", "ole", "turc", "turque", "russe",
        "belge", "grec", "grecque", "suisse", "suédois", "tchèque", "slovaque", "arabe", "afghan", "afghane", "serbe", "croate", "bulgare", "basque", "kurde",
        "iano", "iana", "ano", "ana", "és", "esa", "eño", "eña", "ense", "ino", "ina", "í", "án", "alemana", "ruso", "rusa", "turco", "turca", "griego", "griega", "sueco",
    ];

    private readonly FrozenDictionary<string, FrozenSet<string>> _roles;

    public RoleFinder(TextReader file)
    {
        var roles = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            var columns = line.Split('|');
            if (columns[0].Length == 2)
            {
                roles[columns[0]] = columns.Skip(1).Select(PrintedText.Plain).ToFrozenSet(StringComparer.Ordinal);
            }
        }

        _roles = roles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <param name="sentenceStart">First token of the mention's sentence.</param>
    /// <param name="sentenceEnd">After its last token.</param>
    public string? Find(string language, ReadOnlySpan<char> text, TokenList tokens, Mention mention, int sentenceStart, int sentenceEnd)
    {
        if (!_roles.TryGetValue(language, out var roles))
        {
            return null;
        }

        return Before(language, roles, text, tokens, mention.First, sentenceStart) ?? After(roles, text, tokens, mention.End, sentenceEnd);
    }

    private static string? Before(string language, FrozenSet<string> roles, ReadOnlySpan<char> text, TokenList tokens, int name, int sentenceStart)
    {
        var end = name > sentenceStart && Word(text, tokens, name - 1) is "," ? name - 1 : name;
        for (var roleEnd = end; roleEnd > sentenceStart && end - roleEnd <= MaxBetween; roleEnd--)
        {
            if (!IsWord(text, tokens, roleEnd - 1))
            {
                return null;
            }

            for (var start = Math.Max(sentenceStart, roleEnd - MaxRoleWords); start < roleEnd; start++)
            {
                if (IsRole(roles, text[tokens.Starts[start]..tokens.End(roleEnd - 1)]))
                {
                    return Between(language, text, tokens, start, roleEnd, end, comma: end != name);
                }
            }
        }

        return null;
    }

    /// <summary>What stands between role and name decides whether they belong together, and whether it belongs to the role.</summary>
    private static string? Between(string language, ReadOnlySpan<char> text, TokenList tokens, int start, int roleEnd, int name, bool comma)
    {
        var between = name - roleEnd;
        if (between == 0)
        {
            return comma && language is not ("fr" or "es") ? null : Printed(text, tokens, start, roleEnd);
        }

        var adjective = IsAdjective(language, Word(text, tokens, roleEnd));
        if (between == 1 && adjective)
        {
            return Printed(text, tokens, start, roleEnd);
        }

        var preposition = roleEnd + (adjective ? 1 : 0);
        var last = Word(text, tokens, name - 1);
        return PrepositionLookup.Contains(Word(text, tokens, preposition)) && name - preposition is >= 2 and <= MaxBetween
            && (comma || char.IsUpper(last[0])) ? Printed(text, tokens, start, name) : null;
    }

    private static string? After(FrozenSet<string> roles, ReadOnlySpan<char> text, TokenList tokens, int end, int sentenceEnd)
    {
        if (end + 1 >= sentenceEnd || Word(text, tokens, end) is not ",")
        {
            return null;
        }

        var first = end + 1;
        if (first + 1 < sentenceEnd && tokens.Lengths[first] <= 3 && !char.IsUpper(text[tokens.Starts[first]]))
        {
            first++;
        }

        for (var words = MaxRoleWords; words > 0; words--)
        {
            if (first + words <= sentenceEnd && IsRole(roles, text[tokens.Starts[first]..tokens.End(first + words - 1)]))
            {
                return Printed(text, tokens, first, first + words);
            }
        }

        return null;
    }

    /// <summary>At the start of a sentence and in titles the role has a capital that the list does not have.</summary>
    private static bool IsRole(FrozenSet<string> roles, ReadOnlySpan<char> printed)
    {
        Span<char> words = stackalloc char[MaxRoleLength];
        if (printed.Length > MaxRoleLength)
        {
            return false;
        }

        for (var i = 0; i < printed.Length; i++)
        {
            words[i] = char.IsWhiteSpace(printed[i]) ? ' ' : printed[i] == '’' ? '\'' : printed[i];
        }

        words = words[..printed.Length];
        var lookup = roles.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(words))
        {
            return true;
        }

        var capital = char.IsUpper(words[0]);
        words[0] = char.ToLowerInvariant(words[0]);
        return capital && lookup.Contains(words);
    }

    private static bool IsAdjective(string language, ReadOnlySpan<char> word)
    {
        if (language is not ("fr" or "es") || word.Length < 4 || !char.IsLower(word[0]))
        {
            return false;
        }

        foreach (var ending in AdjectiveEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> text, TokenList tokens, int token) => char.IsLetter(text[tokens.Starts[token]]);

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, TokenList tokens, int token) => text.Slice(tokens.Starts[token], tokens.Lengths[token]);

    private static string Printed(ReadOnlySpan<char> text, TokenList tokens, int start, int end) =>
        PrintedText.OneLine(text[tokens.Starts[start]..tokens.End(end - 1)]);
}

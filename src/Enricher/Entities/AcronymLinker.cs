using System.Runtime.InteropServices;

namespace Newswire.Enricher.Entities;

/// <summary>Two mentions of one thing: the acronym and its expansion.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AcronymLink(Mention Acronym, Mention Expansion);

/// <summary>
/// Finds "Long Name (LN)" and "LN (Long Name, …)": what stands before and inside the brackets are two names of one thing when the initials fit.
/// Adds the one that the tagger missed, and gives both one class. Linear in the tokens.
/// </summary>
internal static class AcronymLinker
{
    private const int MaxExpansion = 10;

    /// <summary>Adds to and corrects <paramref name="mentions"/>, which stay in text order.</summary>
    public static void Apply(ReadOnlySpan<char> text, TokenList tokens, List<Mention> mentions, List<AcronymLink> links)
    {
        MentionIndex? index = null;
        var corrections = new List<Mention>();
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens.Lengths[i] != 1 || text[tokens.Starts[i]] != '(' || !(IsAcronym(text, tokens, i + 1) || IsAcronym(text, tokens, i - 1)))
            {
                continue;
            }

            index ??= new MentionIndex(mentions);
            if ((AcronymInside(text, tokens, index, i) ?? ExpansionInside(text, tokens, index, i)) is { } link)
            {
                links.Add(link);
                corrections.Add(link.Acronym);
                corrections.Add(link.Expansion);
            }
        }

        if (corrections.Count > 0)
        {
            Mention.Replace(mentions, corrections);
        }
    }

    /// <summary>True when the letters of the acronym are, in order, initials of the words; every capital initial must be used but two.</summary>
    internal static bool InitialsFit(ReadOnlySpan<char> acronym, ReadOnlySpan<char> expansion)
    {
        var letter = 0;
        var unused = 0;
        var initial = true;
        foreach (var c in expansion)
        {
            if (!char.IsLetterOrDigit(c))
            {
                initial = c is ' ' or '-' or '\'' or '’' or '.' or '/' or '\u00A0';
                continue;
            }

            if (initial && letter < acronym.Length && TextFold.Fold(c) == TextFold.Fold(acronym[letter]))
            {
                letter++;
            }
            else if (initial && char.IsUpper(c))
            {
                unused++;
            }

            initial = false;
        }

        return letter == acronym.Length && unused <= 2;
    }

    private static AcronymLink? AcronymInside(ReadOnlySpan<char> text, TokenList tokens, MentionIndex mentions, int bracket)
    {
        var at = bracket + 1;
        if (at + 1 >= tokens.Count || !IsAcronym(text, tokens, at) || text[tokens.Starts[at + 1]] is not (')' or ','))
        {
            return null;
        }

        var acronym = text.Slice(tokens.Starts[at], tokens.Lengths[at]);
        if (mentions.EndingAt(bracket) is not { Words: >= 2 } expansion || !InitialsFit(acronym, Span(text, tokens, expansion)))
        {
            return null;
        }

        var c = Common(expansion.Class, mentions.StartingAt(at)?.Class ?? expansion.Class);
        return new AcronymLink(new Mention(at, at + 1, c, Mention.Certain), expansion with { Class = c });
    }

    private static AcronymLink? ExpansionInside(ReadOnlySpan<char> text, TokenList tokens, MentionIndex mentions, int bracket)
    {
        if (!IsAcronym(text, tokens, bracket - 1))
        {
            return null;
        }

        var end = bracket + 1;
        while (end < tokens.Count && end - bracket <= MaxExpansion && text[tokens.Starts[end]] is not (')' or ',' or ';' or ':' or '"' or '«'))
        {
            end++;
        }

        var acronym = text.Slice(tokens.Starts[bracket - 1], tokens.Lengths[bracket - 1]);
        var expansion = new Mention(bracket + 1, end, EntityClass.Organization, Mention.Certain);
        if (expansion.Words < 1 || end == tokens.Count || !char.IsUpper(text[tokens.Starts[bracket + 1]])
            || !InitialsFit(acronym, Span(text, tokens, expansion)) || Span(text, tokens, expansion).Length <= acronym.Length)
        {
            return null;
        }

        var c = Common(mentions.StartingAt(bracket - 1)?.Class ?? EntityClass.Organization, EntityClass.Organization);
        return new AcronymLink(new Mention(bracket - 1, bracket, c, Mention.Certain), expansion with { Class = c });
    }

    /// <summary>Few persons and places have acronyms; where the readings differ it is an organization.</summary>
    private static EntityClass Common(EntityClass one, EntityClass other) => one == other && one != EntityClass.Person ? one : EntityClass.Organization;

    private static bool IsAcronym(ReadOnlySpan<char> text, TokenList tokens, int token)
    {
        var word = text.Slice(tokens.Starts[token], tokens.Lengths[token]);
        var upper = 0;
        foreach (var c in word)
        {
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return word.Length is >= 2 and <= 8 && upper >= 2 && upper * 2 > word.Length;
    }

    private static ReadOnlySpan<char> Span(ReadOnlySpan<char> text, TokenList tokens, Mention mention) =>
        text[tokens.Starts[mention.First]..tokens.End(mention.End - 1)];
}

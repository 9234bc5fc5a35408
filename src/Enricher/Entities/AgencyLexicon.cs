using System.Collections.Frozen;

namespace Newswire.Enricher.Entities;

/// <summary>
/// Names that a newsroom never wants misread: news agencies and the acronyms of bodies that are in the news everywhere, spelled exactly so; and
/// marks of the desk ("NDLR", "ndt") that are never a name. Data/agencies.txt. Safe for concurrent use.
/// </summary>
internal sealed class AgencyLexicon
{
    private readonly FrozenSet<string> _organizations;
    private readonly FrozenSet<string> _deskMarks;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _organizationLookup;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _deskMarkLookup;

    public AgencyLexicon(TextReader file)
    {
        HashSet<string> organizations = [], deskMarks = [];
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            (line[0] == '!' ? deskMarks : organizations).Add(line.TrimStart('!'));
        }

        _organizations = organizations.ToFrozenSet(StringComparer.Ordinal);
        _deskMarks = deskMarks.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _organizationLookup = _organizations.GetAlternateLookup<ReadOnlySpan<char>>();
        _deskMarkLookup = _deskMarks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Corrects <paramref name="mentions"/>, which stay in text order.</summary>
    public void Apply(ReadOnlySpan<char> text, TokenList tokens, List<Mention> mentions)
    {
        var result = new List<Mention>(mentions.Count + 8);
        var next = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (next < mentions.Count && mentions[next].First == i)
            {
                var mention = mentions[next++];
                i = mention.End - 1;
                if (WithoutDeskMark(text, tokens, mention) is { } kept)
                {
                    result.Add(IsOrganization(text, tokens, kept) ? kept with { Class = EntityClass.Organization } : kept);
                }
            }
            else if (_organizationLookup.Contains(tokens.Word(text, i)))
            {
                result.Add(new Mention(i, i + 1, EntityClass.Organization, Mention.Certain));
            }
        }

        mentions.Clear();
        mentions.AddRange(result);
    }

    public bool IsDeskMark(ReadOnlySpan<char> word) => _deskMarkLookup.Contains(word);

    private bool IsOrganization(ReadOnlySpan<char> text, TokenList tokens, Mention mention) =>
        mention.Words == 1 && _organizationLookup.Contains(tokens.Word(text, mention.First));

    private Mention? WithoutDeskMark(ReadOnlySpan<char> text, TokenList tokens, Mention mention)
    {
        while (mention.Words > 0 && IsDeskMark(tokens.Word(text, mention.End - 1)))
        {
            mention.End--;
        }

        while (mention.Words > 0 && IsDeskMark(tokens.Word(text, mention.First)))
        {
            mention.First++;
        }

        return mention.Words > 0 ? mention : null;
    }
}

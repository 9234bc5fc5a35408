using Newswire.Contracts;

namespace Newswire.Enricher.Entities;

/// <summary>
/// Brings the mentions of one dispatch together: the same name, a surname and the full name, an acronym and its expansion, a name and its
/// genitive, two names of one country. Linear in the mentions. One use a dispatch.
/// </summary>
internal sealed class EntityGrouping(string language, RecognizedText text, CountryNames countries, RoleFinder roles)
{
    private readonly Dictionary<(EntityClass Class, string Key), EntityGroup> _groups = [];
    private readonly Dictionary<string, EntityGroup> _persons = new(StringComparer.Ordinal);
    private readonly HashSet<EntityGroup> _expanded = [];

    public IReadOnlyList<NamedEntity> Build(ModelHeader model)
    {
        if (text.Mentions.Count == 0)
        {
            return [];
        }

        IndexPersons();
        AddMentions();
        foreach (var link in text.Links)
        {
            Join(link);
        }

        var groups = _groups.Values.Distinct().OrderBy(g => g.Order).ToList();
        return JoinCountries(groups).Select(g => ToEntity(g.Group, g.Country, model)).ToList();
    }

    /// <summary>Persons named in full, by surname ("Croo" and "De Croo") and by given name; of two with one surname first the one named first.</summary>
    private void IndexPersons()
    {
        List<(Mention Mention, string Key)> named = [.. text.Mentions.Where(m => m.Class == EntityClass.Person && m.Words > 1).Select(m => (m, EntityKey.Of(text.Surface(m))))];
        var endings = named.SelectMany(name => Endings(name.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var (mention, key) in named)
        {
            if (endings.Contains(key) || _groups.ContainsKey((EntityClass.Person, key)))
            {
                continue;
            }

            var group = _groups[(EntityClass.Person, key)] = new EntityGroup(EntityClass.Person, key, mention.First);
            _persons.TryAdd(Word(mention.End - 1), group);
            _persons.TryAdd(Word(mention.First), group);
            foreach (var ending in Endings(key))
            {
                _persons.TryAdd(ending, group);
            }
        }
    }

    /// <summary>Two words or more that a longer name ends with. No name has many.</summary>
    private static IEnumerable<string> Endings(string key)
    {
        const int Most = 6;
        for (var (at, left) = (key.IndexOf(' ', StringComparison.Ordinal), Most); left > 0 && at >= 0 && key.IndexOf(' ', at + 1) >= 0; at = key.IndexOf(' ', at + 1), left--)
        {
            yield return key[(at + 1)..];
        }
    }

    private string Word(int token) => EntityKey.Of(text.Text.Slice(text.Tokens.Starts[token], text.Tokens.Lengths[token]));

    private void AddMentions()
    {
        var sentence = 0;
        var ends = text.Tokens.SentenceEnds;
        foreach (var mention in text.Mentions)
        {
            while (ends[sentence] <= mention.First)
            {
                sentence++;
            }

            var group = GroupOf(mention);
            group.Add(mention, PrintedText.OneLine(text.Surface(mention)));
            if (mention.Class == EntityClass.Person && group.Role is null)
            {
                group.Role = roles.Find(language, text.Text, text.Tokens, mention, sentence == 0 ? 0 : ends[sentence - 1], ends[sentence]);
            }
        }
    }

    private EntityGroup GroupOf(Mention mention)
    {
        var key = EntityKey.Of(text.Surface(mention));
        if (mention.Class == EntityClass.Person && mention.Words > 1 && _groups.TryGetValue((EntityClass.Person, key), out var person))
        {
            // From here on the surname means this one.
            _persons[Word(mention.End - 1)] = person;
            foreach (var ending in Endings(key))
            {
                _persons[ending] = person;
            }

            return person;
        }

        if (mention.Class == EntityClass.Person && _persons.TryGetValue(key, out person))
        {
            return person;
        }

        if (_groups.TryGetValue((mention.Class, key), out var known) || (Base(key) is { } b && _groups.TryGetValue((mention.Class, b), out known)))
        {
            return known;
        }

        return _groups[(mention.Class, key)] = new EntityGroup(mention.Class, key, mention.First);
    }

    /// <summary>"pakistans" → "pakistan" in languages with a genitive -s.</summary>
    private string? Base(string key) => key.Length > 4 && key[^1] == 's' && language is "de" or "nl" or "nb" or "nn" ? key[..^1] : null;

    private void Join(AcronymLink link)
    {
        var expansion = Find(link.Expansion);
        var acronym = Find(link.Acronym);
        if (expansion is null || acronym is null || expansion == acronym)
        {
            return;
        }

        expansion.Merge(acronym);
        _expanded.Add(expansion);
        _groups[(acronym.Class, acronym.Key)] = expansion;
    }

    private EntityGroup? Find(Mention mention)
    {
        var key = EntityKey.Of(text.Surface(mention));
        return Enum.GetValues<EntityClass>().Select(c => _groups.GetValueOrDefault((c, key))).FirstOrDefault(g => g?.Mentions.Count > 0);
    }

    private List<(EntityGroup Group, string? Country)> JoinCountries(List<EntityGroup> groups)
    {
        var result = new List<(EntityGroup, string?)>(groups.Count);
        var byCode = new Dictionary<string, EntityGroup>(StringComparer.Ordinal);
        foreach (var group in groups.Where(g => g.Mentions.Count > 0))
        {
            var code = group.Class == EntityClass.Place ? countries.Find(language, group.Key) : null;
            if (code is not null && byCode.TryGetValue(code, out var same))
            {
                same.Merge(group);
                continue;
            }

            result.Add((group, code));
            if (code is not null)
            {
                byCode[code] = group;
            }
        }

        return result;
    }

    private NamedEntity ToEntity(EntityGroup group, string? country, ModelHeader model)
    {
        var name = group.Name(longest: group.Class == EntityClass.Person || _expanded.Contains(group));
        var headline = Spans(group.Mentions.Where(m => text.Tokens.Starts[m.First] < text.BodyStart), 0);
        string[] others = [.. group.Forms.Where(f => f != name).Order(StringComparer.Ordinal)];
        return new NamedEntity
        {
            Text = name,
            Type = TypeOf(group.Class),
            Key = EntityKey.Of(name),
            Mentions = Spans(group.Mentions.Where(m => text.Tokens.Starts[m.First] >= text.BodyStart), text.BodyStart),
            HeadlineMentions = headline.Count == 0 ? null : headline,
            Confidence = Math.Round(group.Mentions.Max(m => model.Confidence(m.Margin)), 3),
            Country = country,
            Role = group.Role,
            AlsoKnownAs = others.Length == 0 ? null : others,
            By = model.Name,
        };
    }

    private List<int[]> Spans(IEnumerable<Mention> mentions, int offset) =>
    [
        .. mentions.OrderBy(m => m.First).Select(m =>
        {
            var start = text.Tokens.Starts[m.First];
            return new[] { start - offset, text.Tokens.End(m.End - 1) - start };
        }),
    ];

    private static string TypeOf(EntityClass c) => c switch
    {
        EntityClass.Person => "person",
        EntityClass.Place => "place",
        EntityClass.Organization => "organization",
        _ => "misc",
    };
}

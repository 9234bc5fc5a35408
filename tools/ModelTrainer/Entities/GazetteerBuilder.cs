using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Turns lists of names (name, tab, class) into the hashed gazetteer.</summary>
internal sealed class GazetteerBuilder
{
    private readonly Dictionary<uint, GazetteerClasses> _names = [];

    public void Add(string name, GazetteerClasses classes)
    {
        using var tokens = new TokenList();
        Tokenizer.Tokenize(name, tokens, sentences: false);
        if (tokens.Count is 0 or > Gazetteer.MaxWords)
        {
            return;
        }

        var phrase = FeatureHash.Seed;
        for (var i = 0; i < tokens.Count; i++)
        {
            phrase = FeatureHash.Pair(phrase, FeatureHash.Word(name.AsSpan(tokens.Starts[i], tokens.Lengths[i])));
            _names[phrase] = _names.GetValueOrDefault(phrase) | (i == tokens.Count - 1 ? classes : GazetteerClasses.Prefix);
        }
    }

    public void AddFile(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && ClassOf(line[(tab + 1)..]) is var c && c != GazetteerClasses.None)
            {
                Add(line[..tab], c);
            }
        }
    }

    public Gazetteer Build() => new(_names);

    private static GazetteerClasses ClassOf(string name) => name switch
    {
        "country" => GazetteerClasses.Country,
        "city" => GazetteerClasses.City,
        "bigcity" => GazetteerClasses.LargeCity,
        "region" => GazetteerClasses.Region,
        "first" => GazetteerClasses.GivenName,
        "last" => GazetteerClasses.Surname,
        "demonym" => GazetteerClasses.Demonym,
        "org" => GazetteerClasses.Organization,
        _ => GazetteerClasses.None,
    };
}

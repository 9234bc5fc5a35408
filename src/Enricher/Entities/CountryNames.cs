using System.Collections.Frozen;

namespace Newswire.Enricher.Entities;

/// <summary>ISO 3166-1 codes by the name of the country in the language of the record. Data/countries.tsv. Safe for concurrent use.</summary>
internal sealed class CountryNames
{
    private readonly FrozenDictionary<(string Language, string Name), string> _codes;

    public CountryNames(TextReader file)
    {
        var codes = new Dictionary<(string, string), string>();
        while (file.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            codes.TryAdd((columns[0], EntityKey.Of(columns[2])), columns[1]);
        }

        _codes = codes.ToFrozenDictionary();
    }

    /// <param name="language">Primary subtag, lower case.</param>
    /// <param name="key">Normalized name; a genitive -s ("Großbritanniens", "Frankrijks") is tried without.</param>
    public string? Find(string language, string key)
    {
        if (_codes.TryGetValue((language, key), out var code))
        {
            return code;
        }

        return key.Length > 4 && key[^1] == 's' && language is "de" or "nl" or "nb" or "nn" or "en"
            ? _codes.GetValueOrDefault((language, key.TrimEnd('s').TrimEnd('\'')))
            : null;
    }
}

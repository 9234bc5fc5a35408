namespace Newswire.Enricher.Entities;

/// <summary>
/// Surnames of the persons that a text names in full. Small words before the last are a part of them: whoever is "Theo de Rooij" once is
/// "De Rooij" afterwards, with a capital, and not "Rooij". Not for concurrent use.
/// </summary>
internal sealed class Surnames(DispatchWords words)
{
    private readonly HashSet<uint> _last = [];
    private readonly HashSet<uint> _withSmallWords = [];
    private readonly Dictionary<uint, int> _longest = [];

    public void Clear()
    {
        _last.Clear();
        _withSmallWords.Clear();
        _longest.Clear();
    }

    /// <param name="person">Two words or more.</param>
    public void Add(Mention person, WordClasses classes, Gazetteer gazetteer)
    {
        var last = person.End - 1;
        _last.Add(words[last]);
        var first = last;
        // The first word is a given name, and be it a small word elsewhere: "Augustus" is a month in Dutch.
        while (first - 1 > person.First && IsSmall(first - 1, classes))
        {
            first--;
        }

        // "Máxima der Nederlanden": what follows the small words is no name of hers.
        if (first < last && !gazetteer.IsWellKnownPlace(words.Phrase(last, person.End)))
        {
            _withSmallWords.Add(words.Phrase(first, person.End));
            _longest[words[first]] = Math.Max(person.End - first, _longest.GetValueOrDefault(words[first]));
        }
    }

    public bool Contains(int token) => _last.Contains(words[token]);

    /// <summary>The tokens are small words and a surname of the text: "Van der Poel".</summary>
    public bool IsWithSmallWords(int first, int end) => _withSmallWords.Contains(words.Phrase(first, end));

    /// <summary>Where the surname with small words ends that begins at <paramref name="first"/>, or null.</summary>
    public int? EndWithSmallWords(int first, int free)
    {
        if (words.HasCapital(first) && _longest.TryGetValue(words[first], out var longest))
        {
            for (var end = Math.Min(free, first + longest); end > first + 1; end--)
            {
                if (IsWithSmallWords(first, end))
                {
                    return end;
                }
            }
        }

        return null;
    }

    /// <summary>Written so here, or everywhere else when all words have a capital.</summary>
    private bool IsSmall(int token, WordClasses classes) => words.IsSmall(token) || classes.Find(words[token]).Habit == WordHabit.Small;
}

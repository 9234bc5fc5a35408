namespace Newswire.Enricher.Entities;

/// <summary>
/// One dispatch speaks of one world: the same name has one type in it, a surname belongs to the person named in full, and a name found once
/// is a name wherever it is written the same way. Works on the mentions of a tagged text, in time linear in its tokens. Not for concurrent use.
/// </summary>
internal sealed class DocumentPass
{
    private const int MaxWords = 8;

    private readonly Dictionary<uint, ClassVotes> _votes = [];
    private readonly DispatchWords _words = new();
    private readonly Surnames _surnames;
    private readonly Dictionary<uint, int> _longest = [];
    private readonly List<Mention> _result = [];

    public DocumentPass() => _surnames = new Surnames(_words);

    /// <summary>Replaces <paramref name="mentions"/> by what holds for the whole text. Result is in text order.</summary>
    public void Apply(ReadOnlySpan<char> text, TokenList tokens, Gazetteer gazetteer, WordClasses classes, List<Mention> mentions)
    {
        if (mentions.Count == 0)
        {
            return;
        }

        Clear();
        _words.Read(text, tokens);
        FindSurnames(tokens, gazetteer, classes, mentions);
        foreach (var mention in mentions)
        {
            Vote(mention);
        }

        Unify(mentions, gazetteer);
        Spread(tokens, classes, mentions);
        mentions.Clear();
        mentions.AddRange(_result);
    }

    private void Clear()
    {
        _votes.Clear();
        _surnames.Clear();
        _longest.Clear();
        _result.Clear();
    }

    /// <summary>
    /// Collects the surnames. "Selon Khan" at the start of a sentence is "Khan" when the text names another Khan in full: the first word is a common one, with a
    /// capital by its place only. "Van Gaal" stays when the text names Louis van Gaal.
    /// </summary>
    private void FindSurnames(TokenList tokens, Gazetteer gazetteer, WordClasses classes, List<Mention> mentions)
    {
        var doubtful = new List<int>();
        var sentence = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            while (tokens.SentenceEnds[sentence] <= mention.First)
            {
                sentence++;
            }

            if (mention.Class != EntityClass.Person || mention.Words < 2)
            {
                continue;
            }

            var first = mention.First;
            var starts = first == (sentence == 0 ? 0 : tokens.SentenceEnds[sentence - 1]);
            if (starts && classes.Find(_words[first]).Frequency is > 0 and < 6
                && (gazetteer.Find(_words.Phrase(first, first + 1)) & GazetteerClasses.GivenName) == GazetteerClasses.None)
            {
                doubtful.Add(i);
            }
            else
            {
                _surnames.Add(mention, classes, gazetteer);
            }
        }

        foreach (var i in doubtful.Where(i => mentions[i].Words == 2 && _surnames.Contains(mentions[i].End - 1) && !_surnames.IsWithSmallWords(mentions[i].First, mentions[i].End)))
        {
            mentions[i] = mentions[i] with { First = mentions[i].First + 1 };
        }

        // Only now: what was doubted proves no other wrong.
        foreach (var i in doubtful.Where(i => mentions[i].Words is > 1 and < 5))
        {
            _surnames.Add(mentions[i], classes, gazetteer);
        }
    }

    private void Vote(Mention mention)
    {
        var phrase = _words.Phrase(mention.First, mention.End);
        var votes = _votes.GetValueOrDefault(phrase) ?? (_votes[phrase] = new ClassVotes());
        votes.Add(mention);
        if (mention.Words > MaxWords)
        {
            return;
        }

        var start = _words[mention.First];
        _longest[start] = Math.Max(mention.Words, _longest.GetValueOrDefault(start));
    }

    private void Unify(List<Mention> mentions, Gazetteer gazetteer)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var votes = _votes[_words.Phrase(mention.First, mention.End)];
            var winner = votes.Winner;
            if (mention.Words == 1 && winner != EntityClass.Person && _surnames.Contains(mention.First)
                && !IsWellKnownPlace(gazetteer, mention, winner))
            {
                winner = EntityClass.Person;
            }

            mentions[i] = mention with { Class = winner, Margin = Math.Max(mention.Margin, winner == mention.Class ? votes.BestMargin / 2 : 0) };
        }
    }

    /// <summary>"Washington" stays a place beside "Denzel Washington"; "Hilton" becomes a person beside "Paris Hilton".</summary>
    private bool IsWellKnownPlace(Gazetteer gazetteer, Mention mention, EntityClass winner) =>
        winner == EntityClass.Place && gazetteer.IsWellKnownPlace(_words.Phrase(mention.First, mention.End));

    /// <summary>Adds the places where a known name was not found.</summary>
    private void Spread(TokenList tokens, WordClasses classes, List<Mention> mentions)
    {
        var next = 0;
        var sentenceStart = 0;
        foreach (var sentenceEnd in tokens.SentenceEnds)
        {
            var allCapitals = _words.AreInCapitals(sentenceStart, sentenceEnd);
            for (var i = sentenceStart; i < sentenceEnd; i++)
            {
                if (next < mentions.Count && mentions[next].First == i)
                {
                    _result.Add(mentions[next]);
                    i = mentions[next++].End - 1;
                    continue;
                }

                if (next < mentions.Count && mentions[next] is { Words: 1, Class: EntityClass.Person } bare && _surnames.EndWithSmallWords(i, sentenceEnd) == bare.End)
                {
                    _result.Add(bare with { First = i });
                    i = bare.End - 1;
                    next++;
                    continue;
                }

                var free = next < mentions.Count ? Math.Min(sentenceEnd, mentions[next].First) : sentenceEnd;
                if (Known(i, free, (allCapitals || i == sentenceStart) && IsCommon(classes.Find(_words[i]))) is { } found)
                {
                    _result.Add(found);
                    i = found.End - 1;
                }
            }

            sentenceStart = sentenceEnd;
        }
    }

    /// <summary>
    /// Written small elsewhere, or one of the 1,500 most frequent words that are not always written as a name is. Rarer words that are both
    /// ("Waters", "Chambers") are surnames where the text has a person of that name.
    /// </summary>
    private static bool IsCommon(WordClass word) => word is { Habit: WordHabit.Small } or { Habit: not WordHabit.Capital, Frequency: > 0 and < 4 };

    /// <param name="doubtful">A common word at the start of a sentence, or among capitals: its capital proves nothing.</param>
    private Mention? Known(int at, int free, bool doubtful)
    {
        if (!_words.HasCapital(at))
        {
            return null;
        }

        if (_longest.TryGetValue(_words[at], out var longest))
        {
            for (var n = Math.Min(longest, free - at); n > 0; n--)
            {
                if (_votes.TryGetValue(_words.Phrase(at, at + n), out var votes) && (n > 1 || !doubtful))
                {
                    return new Mention(at, at + n, votes.Winner, votes.BestMargin / 2);
                }
            }
        }

        if (_surnames.EndWithSmallWords(at, free) is { } end)
        {
            return new Mention(at, end, EntityClass.Person, 0);
        }

        return !doubtful && _surnames.Contains(at) ? new Mention(at, at + 1, EntityClass.Person, 0) : null;
    }
}

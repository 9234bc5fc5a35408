namespace Newswire.Enricher.Entities;

/// <summary>
/// One dispatch speaks of one world: the same name has one type in it, a surname belongs to the person named in full, and a name found once
/// is a name wherever it is written the same way. Works on the mentions of a tagged text, in time linear in its tokens. Not for concurrent use.
/// </summary>
internal sealed class DocumentPass
{
    private const int MaxWords = 8;

    private readonly Dictionary<uint, ClassVotes> _votes = [];
    private readonly HashSet<uint> _surnames = [];
    private readonly Dictionary<uint, int> _longest = [];
    private readonly List<Mention> _result = [];
    private uint[] _words = [];
    private bool[] _capital = [];

    /// <summary>Replaces <paramref name="mentions"/> by what holds for the whole text. Result is in text order.</summary>
    public void Apply(ReadOnlySpan<char> text, TokenList tokens, Gazetteer gazetteer, WordClasses classes, List<Mention> mentions)
    {
        if (mentions.Count == 0)
        {
            return;
        }

        Clear();
        Read(text, tokens);
        TrimSentenceStarts(tokens, gazetteer, classes, mentions);
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

    private void Read(ReadOnlySpan<char> text, TokenList tokens)
    {
        if (_words.Length < tokens.Count)
        {
            (_words, _capital) = (new uint[tokens.Count * 2], new bool[tokens.Count * 2]);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            var word = text.Slice(tokens.Starts[i], tokens.Lengths[i]);
            (_words[i], _capital[i]) = (FeatureHash.Word(word), char.IsUpper(word[0]) && word.Length > 1);
        }
    }

    private uint Phrase(int first, int end)
    {
        var phrase = FeatureHash.Seed;
        for (var i = first; i < end; i++)
        {
            phrase = FeatureHash.Pair(phrase, _words[i]);
        }

        return phrase;
    }

    /// <summary>
    /// "Selon Khan" at the start of a sentence is "Khan" when the text names another Khan in full: the first word is a common one, with a
    /// capital by its place only.
    /// </summary>
    private void TrimSentenceStarts(TokenList tokens, Gazetteer gazetteer, WordClasses classes, List<Mention> mentions)
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
                && (gazetteer.Find(Phrase(first, first + 1)) & GazetteerClasses.GivenName) == GazetteerClasses.None)
            {
                doubtful.Add(i);
            }
            else
            {
                _surnames.Add(_words[mention.End - 1]);
            }
        }

        foreach (var i in doubtful.Where(i => mentions[i].Words == 2 && _surnames.Contains(_words[mentions[i].End - 1])))
        {
            mentions[i] = mentions[i] with { First = mentions[i].First + 1 };
        }
    }

    private void Vote(Mention mention)
    {
        var phrase = Phrase(mention.First, mention.End);
        var votes = _votes.GetValueOrDefault(phrase) ?? (_votes[phrase] = new ClassVotes());
        votes.Add(mention);
        if (mention.Words > MaxWords)
        {
            return;
        }

        var start = _words[mention.First];
        _longest[start] = Math.Max(mention.Words, _longest.GetValueOrDefault(start));
        if (mention.Class == EntityClass.Person && mention.Words is > 1 and < 5)
        {
            var surname = _words[mention.End - 1];
            _surnames.Add(surname);
        }
    }

    private void Unify(List<Mention> mentions, Gazetteer gazetteer)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var votes = _votes[Phrase(mention.First, mention.End)];
            var winner = votes.Winner;
            if (mention.Words == 1 && winner != EntityClass.Person && _surnames.Contains(_words[mention.First])
                && !IsWellKnownPlace(gazetteer, mention, winner))
            {
                winner = EntityClass.Person;
            }

            mentions[i] = mention with { Class = winner, Margin = Math.Max(mention.Margin, winner == mention.Class ? votes.BestMargin / 2 : 0) };
        }
    }

    /// <summary>"Washington" stays a place beside "Denzel Washington"; "Hilton" becomes a person beside "Paris Hilton".</summary>
    private bool IsWellKnownPlace(Gazetteer gazetteer, Mention mention, EntityClass winner) =>
        winner == EntityClass.Place
        && (gazetteer.Find(Phrase(mention.First, mention.End)) & (GazetteerClasses.Country | GazetteerClasses.LargeCity)) != GazetteerClasses.None;

    /// <summary>Adds the places where a known name was not found.</summary>
    private void Spread(TokenList tokens, WordClasses classes, List<Mention> mentions)
    {
        var next = 0;
        var sentenceStart = 0;
        foreach (var sentenceEnd in tokens.SentenceEnds)
        {
            var allCapitals = IsInCapitals(sentenceStart, sentenceEnd);
            for (var i = sentenceStart; i < sentenceEnd; i++)
            {
                if (next < mentions.Count && mentions[next].First == i)
                {
                    _result.Add(mentions[next]);
                    i = mentions[next++].End - 1;
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

    /// <summary>Most words have a capital, as in a headline: then it tells nothing of one of them.</summary>
    private bool IsInCapitals(int from, int end) => _capital.AsSpan(from, end - from).Count(true) * 10 >= (end - from) * 6;

    /// <param name="doubtful">A common word at the start of a sentence, or among capitals: its capital proves nothing.</param>
    private Mention? Known(int at, int free, bool doubtful)
    {
        if (!_capital[at])
        {
            return null;
        }

        if (_longest.TryGetValue(_words[at], out var longest))
        {
            for (var n = Math.Min(longest, free - at); n > 0; n--)
            {
                if (_votes.TryGetValue(Phrase(at, at + n), out var votes) && (n > 1 || !doubtful))
                {
                    return new Mention(at, at + n, votes.Winner, votes.BestMargin / 2);
                }
            }
        }

        return !doubtful && _surnames.Contains(_words[at]) ? new Mention(at, at + 1, EntityClass.Person, 0) : null;
    }
}

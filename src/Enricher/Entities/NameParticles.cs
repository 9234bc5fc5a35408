namespace Newswire.Enricher.Entities;

/// <summary>
/// Persons whose surname begins with a small word of another language: "Ursula von der Leyen", "Mohammed bin Salman" in English copy. Few texts to
/// learn from have them, and a tagger stops at the small word. Where the word is a preposition of the text's own language, the tagger knows better.
/// </summary>
internal static class NameParticles
{
    // "von der", "van den": what may stand between the first small word and the name.
    private const int MostBetween = 2;

    /// <summary>Corrects <paramref name="mentions"/>, which stay in text order. Linear in the tokens.</summary>
    /// <param name="language">Of the model.</param>
    public static void Apply(ReadOnlySpan<char> text, TokenList tokens, string language, Gazetteer gazetteer, List<Mention> mentions)
    {
        // Most texts have no such word.
        MentionIndex? index = null;
        var corrections = new List<Mention>();
        var surnames = new HashSet<uint>();
        List<(int First, int End)> alone = [];
        var from = 0;
        foreach (var end in tokens.SentenceEnds)
        {
            for (var i = from; i < end; i++)
            {
                if (!IsParticle(tokens.Word(text, i), language) || NameAfter(text, tokens, i, end) is not { } name)
                {
                    continue;
                }

                index ??= new MentionIndex(mentions);
                var last = index.StartingAt(name) is { Class: EntityClass.Person or EntityClass.Place } after && after.End <= end ? after.End : name + 1;
                if (i > from && PersonBefore(text, tokens, i, index, gazetteer) is { } first)
                {
                    corrections.Add(new Mention(first.First, last, EntityClass.Person, first.Margin));
                    surnames.Add(Phrase(text, tokens, i, last));
                }
                else
                {
                    alone.Add((i, last));
                }

                i = last - 1;
            }

            from = end;
        }

        // "Mme von der Leyen", once she is named in full.
        foreach (var (first, last) in alone)
        {
            if (surnames.Contains(Phrase(text, tokens, first, last)))
            {
                corrections.Add(new Mention(first, last, EntityClass.Person, 0));
            }
        }

        if (corrections.Count > 0)
        {
            Mention.Replace(mentions, corrections);
        }
    }

    private static bool IsParticle(ReadOnlySpan<char> word, string language) => word switch
    {
        "van" => language != "nl",
        "von" => language != "de",
        "bin" => language != "de",
        "ibn" => true,
        _ => false,
    };

    /// <summary>The token with a capital that follows, within the sentence.</summary>
    private static int? NameAfter(ReadOnlySpan<char> text, TokenList tokens, int particle, int end)
    {
        for (var i = particle + 1; i < end && i <= particle + 1 + MostBetween && IsNextWord(text, tokens, i); i++)
        {
            var word = tokens.Word(text, i);
            if (char.IsUpper(word[0]))
            {
                return i;
            }

            if (word is not ("der" or "den" or "dem" or "de" or "het" or "'t" or "’t"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The person found that ends here, or a given name that was not.</summary>
    private static Mention? PersonBefore(ReadOnlySpan<char> text, TokenList tokens, int particle, MentionIndex index, Gazetteer gazetteer)
    {
        if (!IsNextWord(text, tokens, particle))
        {
            return null;
        }

        if (index.EndingAt(particle) is { } before)
        {
            return before.Class == EntityClass.Person ? before : null;
        }

        var word = tokens.Word(text, particle - 1);
        if (!char.IsUpper(word[0]))
        {
            return null;
        }

        // "bin" is part of names alone where it is no word of the language; "van" and "von" follow a car's name too.
        var listed = gazetteer.Find(FeatureHash.Pair(FeatureHash.Seed, FeatureHash.Word(word)));
        return tokens.Word(text, particle) is "bin" or "ibn" || (listed & GazetteerClasses.GivenName) != GazetteerClasses.None ? new Mention(particle - 1, particle, EntityClass.Person, 0) : null;
    }

    /// <summary>Only one blank is between the token and the one before it.</summary>
    private static bool IsNextWord(ReadOnlySpan<char> text, TokenList tokens, int i) => tokens.Starts[i] == tokens.End(i - 1) + 1 && char.IsWhiteSpace(text[tokens.Starts[i] - 1]);

    private static uint Phrase(ReadOnlySpan<char> text, TokenList tokens, int first, int end)
    {
        var phrase = FeatureHash.Seed;
        for (var i = first; i < end; i++)
        {
            phrase = FeatureHash.Pair(phrase, FeatureHash.Word(tokens.Word(text, i)));
        }

        return phrase;
    }
}

namespace Newswire.Enricher.Entities;

/// <summary>All that the features need of one token, hashed once.</summary>
internal struct WordForm
{
    public uint Word;
    public uint Prefix2;
    public uint Prefix3;
    public uint Prefix4;
    public uint Suffix1;
    public uint Suffix2;
    public uint Suffix3;
    public uint Suffix4;

    /// <summary>Kinds of characters with runs as one: "Xx", "X", "x-x", "9".</summary>
    public uint Shape;

    /// <summary>The same with runs up to three: "XXX" tells AFP from UN and from a title.</summary>
    public uint LongShape;

    /// <summary>Class and place in the listed name, one bit each: class * 4 + (begin, inside, last, unit).</summary>
    public uint Listed;

    /// <summary>The classes alone.</summary>
    public uint ListedClasses;

    public WordClass Class;

    public bool Capital;
    public bool AllCapitals;
    public bool Letters;
    public byte Length;

    /// <summary>First and after-last token of the run of capitalized words that this one is in.</summary>
    public int RunStart;
    public int RunEnd;

    /// <summary>Fills what depends on the spelling alone.</summary>
    public static WordForm Of(ReadOnlySpan<char> token)
    {
        var form = default(WordForm);
        Span<char> folded = stackalloc char[Tokenizer.MaxTokenLength];
        var n = 0;
        uint word = FeatureHash.Seed, shape = FeatureHash.Seed, longShape = FeatureHash.Seed;
        var lastKind = 0u;
        var run = 0;
        var upper = 0;
        var lower = 0;
        foreach (var c in token)
        {
            var f = TextFold.Fold(c);
            if (f == TextFold.Ignored || n == folded.Length)
            {
                continue;
            }

            folded[n++] = f;
            word = FeatureHash.Add(word, f);
            switch (n)
            {
                case 2: form.Prefix2 = word; break;
                case 3: form.Prefix3 = word; break;
                case 4: form.Prefix4 = word; break;
            }

            var kind = Kind(c, f, ref upper, ref lower);
            run = kind == lastKind ? run + 1 : 1;
            if (run == 1)
            {
                shape = FeatureHash.Add(shape, kind);
            }

            if (run <= 3)
            {
                longShape = FeatureHash.Add(longShape, kind);
            }

            lastKind = kind;
        }

        (form.Word, form.Shape, form.LongShape) = (word, shape, longShape);
        form.Capital = token.Length > 0 && char.IsUpper(token[0]);
        form.AllCapitals = upper > 1 && lower == 0;
        form.Letters = upper + lower > 0;
        form.Length = (byte)n;
        Suffixes(folded[..n], ref form);
        return form;
    }

    private static uint Kind(char c, char folded, ref int upper, ref int lower)
    {
        if (char.IsUpper(c))
        {
            upper++;
            return 'X';
        }

        if (char.IsLetter(c))
        {
            lower++;
            return 'x';
        }

        return folded == '0' ? '9' : folded;
    }

    private static void Suffixes(ReadOnlySpan<char> folded, ref WordForm form)
    {
        var hash = FeatureHash.Seed;
        for (var k = 1; k <= 4 && k <= folded.Length; k++)
        {
            hash = FeatureHash.Add(hash, folded[^k]);
            switch (k)
            {
                case 1: form.Suffix1 = hash; break;
                case 2: form.Suffix2 = hash; break;
                case 3: form.Suffix3 = hash; break;
                default: form.Suffix4 = hash; break;
            }
        }
    }
}

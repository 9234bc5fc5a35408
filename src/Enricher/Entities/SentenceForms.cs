namespace Newswire.Enricher.Entities;

/// <summary>How a sentence is written; the shape of a word means something else in each.</summary>
internal enum LetterCase
{
    Mixed = 0,
    Title = 1,
    Upper = 2,
    Lower = 3,
}

/// <summary>The tokens of one sentence prepared for the features. Reused from sentence to sentence; not for concurrent use.</summary>
internal sealed class SentenceForms
{
    private WordForm[] _forms = new WordForm[Tokenizer.MaxSentenceTokens];

    public int Count { get; private set; }

    public LetterCase Case { get; private set; }

    public ReadOnlySpan<WordForm> Forms => _forms.AsSpan(0, Count);

    public void Prepare(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, Gazetteer gazetteer, WordClasses classes)
    {
        Count = starts.Length;
        if (_forms.Length < Count)
        {
            _forms = new WordForm[Count];
        }

        for (var i = 0; i < Count; i++)
        {
            _forms[i] = WordForm.Of(text.Slice(starts[i], lengths[i]));
            _forms[i].Class = classes.Find(_forms[i].Word);
        }

        Case = CaseOf(Forms);
        if (Case != LetterCase.Mixed)
        {
            for (var i = 0; i < Count; i++)
            {
                _forms[i].Shape = FeatureHash.Pair(_forms[i].Shape, (uint)Case);
                _forms[i].LongShape = FeatureHash.Pair(_forms[i].LongShape, (uint)Case);
            }
        }

        FindRuns();
        FindListed(gazetteer);
    }

    private static LetterCase CaseOf(ReadOnlySpan<WordForm> forms)
    {
        int words = 0, capitals = 0, all = 0, longWords = 0, longCapitals = 0;
        foreach (ref readonly var form in forms)
        {
            if (!form.Letters)
            {
                continue;
            }

            words++;
            capitals += form.Capital ? 1 : 0;
            all += form.AllCapitals || (form.Capital && form.Length == 1) ? 1 : 0;
            if (form.Length >= 4)
            {
                longWords++;
                longCapitals += form.Capital ? 1 : 0;
            }
        }

        if (words >= 3 && all * 10 >= words * 8)
        {
            return LetterCase.Upper;
        }

        if (longWords >= 4 && longCapitals * 10 >= longWords * 8)
        {
            return LetterCase.Title;
        }

        return words >= 4 && capitals == 0 ? LetterCase.Lower : LetterCase.Mixed;
    }

    private void FindRuns()
    {
        for (var i = 0; i < Count;)
        {
            var end = i + 1;
            if (_forms[i].Capital)
            {
                while (end < Count && _forms[end].Capital && end - i < 12)
                {
                    end++;
                }
            }

            for (var k = i; k < end; k++)
            {
                (_forms[k].RunStart, _forms[k].RunEnd) = (i, end);
            }

            i = end;
        }
    }

    private void FindListed(Gazetteer gazetteer)
    {
        for (var i = 0; i < Count; i++)
        {
            var phrase = FeatureHash.Seed;
            for (var n = 1; n <= Gazetteer.MaxWords && i + n <= Count; n++)
            {
                phrase = FeatureHash.Pair(phrase, _forms[i + n - 1].Word);
                var found = gazetteer.Find(phrase);
                if (found == GazetteerClasses.None)
                {
                    break;
                }

                MarkListed(i, n, (uint)(found & ~GazetteerClasses.Prefix));
                if (!found.HasFlag(GazetteerClasses.Prefix))
                {
                    break;
                }
            }
        }
    }

    private void MarkListed(int from, int words, uint classes)
    {
        for (var c = 0; c < 8; c++)
        {
            if ((classes & (1u << c)) == 0)
            {
                continue;
            }

            for (var k = 0; k < words; k++)
            {
                var place = words == 1 ? Labels.Unit : k == 0 ? Labels.Begin : k == words - 1 ? Labels.Last : Labels.Inside;
                ref var form = ref _forms[from + k];
                form.Listed |= 1u << ((c * 4) + place);
                form.ListedClasses |= 1u << c;
            }
        }
    }
}

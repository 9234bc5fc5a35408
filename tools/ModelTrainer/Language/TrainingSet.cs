using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Language;

/// <summary>Texts and words by language, as the streams the detector sees, with the scripts each language is written in.</summary>
internal sealed class TrainingSet
{
    // A script in fewer of a language's texts is names and noise.
    private const double LeastScriptShare = 0.03;

    private const double BorrowedRatio = 20;

    private TrainingSet(string[] languages)
    {
        Languages = languages;
        Texts = [.. languages.Select(_ => new List<string>())];
        Messages = [.. languages.Select(_ => new List<string>())];
        Words = [.. languages.Select(_ => new List<FrequentWord>())];
        ScriptSets = new uint[languages.Length];
    }

    public string[] Languages { get; }

    public uint[] ScriptSets { get; }

    /// <summary>Streams of sentences, by language.</summary>
    public List<string>[] Texts { get; }

    /// <summary>Streams of the messages of programs, by language.</summary>
    public List<string>[] Messages { get; }

    /// <summary>Streams of frequent words, by language; empty where there is no list.</summary>
    public List<FrequentWord>[] Words { get; }

    public static TrainingSet Of(IReadOnlyList<CorpusText> texts, IReadOnlyDictionary<string, List<FrequentWord>> words)
    {
        string[] languages = [.. texts.Select(text => text.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = languages.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var set = new TrainingSet(languages);
        var scripts = new int[languages.Length, Scripts.Count];
        // A message may be left untranslated: it says which scripts a language has only where nothing else does.
        var others = texts.Where(text => text.Kind != TextKind.Message).Select(text => text.Language).ToHashSet(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (StreamOf(text.Text, out var script) is not { } stream)
                continue;
            if (text.Kind != TextKind.Message || !others.Contains(text.Language))
                scripts[numbers[text.Language], script]++;
            (text.Kind == TextKind.Message ? set.Messages : set.Texts)[numbers[text.Language]].Add(stream);
        }

        for (var language = 0; language < languages.Length; language++)
        {
            for (var script = 1; script < Scripts.Count; script++)
            {
                if (scripts[language, script] >= Math.Max(2, LeastScriptShare * (others.Contains(languages[language]) ? set.Texts : set.Messages)[language].Count))
                    set.ScriptSets[language] |= 1u << script;
            }

            set.Texts[language].RemoveAll(stream => !set.IsIn(language, stream));
            set.Messages[language].RemoveAll(stream => !set.IsIn(language, stream));
            foreach (var word in words.GetValueOrDefault(languages[language]) ?? [])
            {
                if (StreamOf(word.Word, out _) is { } stream && set.IsIn(language, stream))
                    set.Words[language].Add(new FrequentWord(stream, word.Count));
            }
        }

        set.DropBorrowedWords();
        set.DropWhatScriptDecides();
        return set;
    }

    /// <summary>The languages written in a script.</summary>
    public int[] Candidates(int script)
        => [.. Enumerable.Range(0, Languages.Length).Where(language => (ScriptSets[language] & (1u << script)) != 0)];

    public static int ScriptOf(string stream)
    {
        Span<int> letters = stackalloc int[Scripts.Count];
        foreach (var c in stream)
        {
            var script = Scripts.Of(c);
            letters[(int)script] += Scripts.Weight(script);
        }

        letters[0] = 0;
        var best = 0;
        for (var i = 1; i < letters.Length; i++)
        {
            if (letters[i] > letters[best])
                best = i;
        }

        return best;
    }

    private static string? StreamOf(string text, out int script)
    {
        var stream = new char[text.Length + 8];
        var counts = LetterStream.Write(text, stream, new int[Scripts.Count]);
        var result = new string(stream, 0, counts.Length);
        script = ScriptOf(result);
        return counts.Letters == 0 ? null : result;
    }

    /// <summary>Subtitles hold untranslated lines: a word much more frequent in another language's list is that language's.</summary>
    private void DropBorrowedWords()
    {
        var shares = Words.Select(words => words.Sum(word => word.Count)).ToArray();
        var largest = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var language = 0; language < Words.Length; language++)
        {
            foreach (var word in Words[language])
                largest[word.Word] = Math.Max(largest.GetValueOrDefault(word.Word), word.Count / shares[language]);
        }

        for (var language = 0; language < Words.Length; language++)
        {
            var total = shares[language];
            Words[language].RemoveAll(word => word.Count / total * BorrowedRatio < largest[word.Word]);
        }
    }

    /// <summary>Text in a script of one language only needs no training.</summary>
    private void DropWhatScriptDecides()
    {
        var decided = Enumerable.Range(0, Scripts.Count).Select(script => Candidates(script).Length == 1).ToArray();
        foreach (var texts in Texts.Concat(Messages))
            texts.RemoveAll(stream => decided[ScriptOf(stream)]);
        foreach (var words in Words)
            words.RemoveAll(word => decided[ScriptOf(word.Word)]);
    }

    private bool IsIn(int language, string stream) => (ScriptSets[language] & (1u << ScriptOf(stream))) != 0;
}

using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>All that we may train on, by language. Licences: docs/entities.md and the model card.</summary>
internal sealed class Corpora
{
    private static readonly (string File, string Language, bool HasMisc)[] Files =
    [
        ("germeval.de.test", "de", true), ("uner.de.pud", "de", false),
        ("uner.en.ewt.dev", "en", false), ("uner.en.pud", "en", false), ("wikigold.en", "en", true),
        ("wnut17.train", "en", false), ("wnut17.dev", "en", false),
        ("btc.a", "en", false), ("btc.b", "en", false), ("btc.e", "en", false), ("btc.f", "en", false), ("btc.g", "en", false), ("btc.h", "en", false),
        ("uner.pt.bosque.train", "pt", false), ("uner.pt.bosque.dev", "pt", false),
        ("norne.nob.train", "nb", true), ("norne.nno.train", "nn", true),
        ("turku.fi.train", "fi", true), ("turku.fi.dev", "fi", true), ("ronec.ro.valid", "ro", true),
        ("wikiner.ru.train", "ru", true), ("wikiner.ru.dev", "ru", true),
    ];

    public static readonly string[] Annotated = ["fr", "nl", "de", "en", "es", "it", "pt", "ru"];

    private readonly string _root;

    public Corpora(string root, string annotations, TextWriter log)
    {
        _root = root;
        foreach (var language in Annotated)
        {
            var corpus = new AnnotatedCorpus(language, RawSentences.Read(Path.Combine(root, "raw_text"), language));
            var path = new[] { $"{language}.tsv", $"{language}/final.tsv", $"{language}/pass1.tsv" }
                .Select(p => Path.Combine(annotations, p)).First(File.Exists);
            Documents.AddRange(corpus.Read(path));
            log.WriteLine($"{path}: {Documents.Where(d => d.Language == language).Sum(d => d.SentenceCount)} sentences, "
                + $"{corpus.UnknownSentences} unknown ids, {corpus.NotFound.Count} not found, {corpus.PartOfWord.Count} parts of words");
            log.WriteLine("  " + string.Join("; ", corpus.NotFound.Concat(corpus.PartOfWord).Take(6)));
        }

        foreach (var (file, language, hasMisc) in Files)
        {
            Documents.AddRange(BioCorpus.Read(Path.Combine(root, "ner", file + ".bio.gz"), language, hasMisc));
        }
    }

    public List<TrainingDocument> Documents { get; } = [];

    public Gazetteer BuildGazetteer(string lexicons)
    {
        var builder = new GazetteerBuilder();
        builder.AddFile(RawSentences.Lines(Path.Combine(_root, "gazetteer", "gaz.tsv.gz")));
        foreach (var file in Directory.GetFiles(lexicons, "*.tsv").Order(StringComparer.Ordinal))
        {
            builder.AddFile(File.ReadLines(file));
        }

        return builder.Build();
    }

    /// <summary>
    /// Word classes from all the text of these languages; the text of a hold-out too, without its tags. How words are written is learnt without
    /// the sentences of <paramref name="held"/>, for it is nearly what is asked.
    /// </summary>
    public WordClasses BuildClasses(IReadOnlyList<string> languages, int seed, IReadOnlySet<string> held)
    {
        var builder = new WordClassBuilder(seed);
        using var tokens = new TokenList();
        foreach (var text in languages.SelectMany(RunningText))
        {
            tokens.Clear();
            Tokenizer.Tokenize(text, tokens, sentences: false);
            uint[] words = [.. Enumerable.Range(0, tokens.Count).Select(i => FeatureHash.Word(text.AsSpan(tokens.Starts[i], tokens.Lengths[i])))];
            builder.Add(words);
            for (var i = 1; i < words.Length && !held.Contains(text); i++)
            {
                // What stands first, or after a mark that may begin a sentence, has its capital by its place.
                if (char.IsLetter(text[tokens.Starts[i]]) && char.IsLetterOrDigit(text[tokens.Starts[i - 1]]))
                {
                    builder.AddWriting(words[i], char.IsUpper(text[tokens.Starts[i]]));
                }
            }
        }

        var each = languages.Count == 1 ? 20000 : 4000;
        var frequent = languages.Select(l => FrequentWords(l).Take(each)).SelectMany(w => w.Select((hash, rank) => (hash, rank)))
            .OrderBy(w => w.rank).Select(w => w.hash).Distinct().ToList();
        return builder.Build(frequent, languages.Count == 1 ? 3 : 4, 4000);
    }

    private IEnumerable<string> RunningText(string language)
    {
        foreach (var document in Documents.Where(d => d.Language == language && !d.Source.StartsWith("annotated", StringComparison.Ordinal)))
        {
            foreach (var (from, end) in document.Sentences())
            {
                yield return document.Text[document.Starts[from]..(document.Starts[end - 1] + document.Lengths[end - 1])];
            }
        }

        foreach (var file in new[] { "ntrex_train", "tatoeba" })
        {
            foreach (var line in RawSentences.Lines(Path.Combine(_root, "lid", file + ".tsv.gz")).Where(l => l.EndsWith("\t" + language, StringComparison.Ordinal)))
            {
                yield return line[..line.IndexOf('\t', StringComparison.Ordinal)];
            }
        }

        foreach (var file in Directory.GetFiles(Path.Combine(_root, "raw_text"), $"ud.{language}.*").Order(StringComparer.Ordinal))
        {
            foreach (var line in RawSentences.Lines(file).Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)))
            {
                yield return line[9..];
            }
        }
    }

    private IEnumerable<uint> FrequentWords(string language) =>
        RawSentences.Lines(Path.Combine(_root, "lid", "wordfreq.tsv.gz")).Where(l => l.EndsWith("\t" + language, StringComparison.Ordinal))
            .Select(l => FeatureHash.Word(l.AsSpan(0, l.IndexOf('\t', StringComparison.Ordinal)))).Distinct();
}

using System.IO.Compression;
using System.Text;
using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Language;

/// <summary>Where a text comes from decides how it may be used: news is held out by document, lists hold words instead of sentences.</summary>
internal enum TextKind
{
    News,
    Sentence,
    Declaration,
    Treebank,
    Message,
}

/// <summary>A text as written. <paramref name="Document"/> numbers the documents of news, which are aligned over languages; 0 elsewhere.</summary>
internal sealed record CorpusText(string Text, string Language, TextKind Kind, int Document);

internal sealed record FrequentWord(string Word, double Count);

/// <summary>
/// Training material as found in one or more folders: <c>lid/*.tsv.gz</c> (text, tab, language; <c>wordfreq</c>: word, count, language;
/// <c>messages</c>: text of programs, see <c>Corpora</c>),
/// <c>ner/*.bio.gz</c> and <c>raw_text/*.upos.gz</c> (token first; the language is a part of the file name).
/// </summary>
internal sealed class LanguageCorpus
{
    // Lists made from subtitles that mix these close languages: they mislead more than they teach.
    private static readonly HashSet<string> MixedLists = new(StringComparer.Ordinal) { "bs", "sr", "hr", "id", "ms", "nb" };

    // Translators of these work from each other's texts: with their messages the news of such neighbours is told apart worse.
    private static readonly HashSet<string> MixedMessages = new(StringComparer.Ordinal) { "bs", "hr", "sr", "id", "ms", "nb", "nn" };

    // Nineteenth-century print read by machine, and tweets: not the language of news.
    private static readonly string[] UnfitFiles = ["europeana.", "btc.", "wnut17.", "pudproj."];

    private readonly List<CorpusText> _texts = [];
    private readonly Dictionary<string, List<FrequentWord>> _words = new(StringComparer.Ordinal);

    public IReadOnlyList<CorpusText> Texts => _texts;

    public IReadOnlyDictionary<string, List<FrequentWord>> Words => _words;

    public static LanguageCorpus Read(IEnumerable<string> folders)
    {
        var corpus = new LanguageCorpus();
        var all = folders.ToArray();
        foreach (var file in Files(all, "lid", "*.tsv.gz"))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith("wordfreq", StringComparison.Ordinal))
                corpus.ReadWords(file);
            else
                corpus.ReadTexts(file, name.StartsWith("ntrex", StringComparison.Ordinal) ? TextKind.News
                    : name.StartsWith("udhr", StringComparison.Ordinal) ? TextKind.Declaration
                    : name.StartsWith("messages", StringComparison.Ordinal) ? TextKind.Message : TextKind.Sentence);
        }

        corpus.NumberDocuments(all);
        var known = corpus._texts.Select(text => text.Language).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files(all, "ner", "*.bio.gz").Concat(Files(all, "raw_text", "*.upos.gz")))
        {
            var name = Path.GetFileName(file);
            if (UnfitFiles.All(unfit => !name.StartsWith(unfit, StringComparison.Ordinal)) && LanguageOf(name, known) is { } language)
                corpus.ReadTokens(file, language);
        }

        new ChineseScripts(corpus._words).Relabel(corpus._texts);
        if (corpus._words.Remove("zh-TW", out var taiwan))
            corpus._words["zh-Hant"] = taiwan;
        if (corpus._words.Remove("zh", out var mainland))
            corpus._words["zh-Hans"] = mainland;
        return corpus;
    }

    public static IEnumerable<string> Lines(string file)
    {
        using var stream = File.OpenRead(file);
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static IEnumerable<string> Files(string[] folders, string folder, string pattern)
        => folders.Select(root => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, pattern)).Order(StringComparer.Ordinal);

    private static string? LanguageOf(string file, HashSet<string> known)
    {
        foreach (var part in file.Split('.'))
        {
            var language = part switch { "nob" => "nb", "nno" => "nn", _ => part };
            if (known.Contains(language))
                return language;
        }

        return null;
    }

    private void ReadTexts(string file, TextKind kind)
    {
        foreach (var line in Lines(file))
        {
            var tab = line.LastIndexOf('\t');
            if (tab > 0 && !(kind == TextKind.Message && MixedMessages.Contains(line[(tab + 1)..])))
                _texts.Add(new CorpusText(line[..tab].Normalize(), line[(tab + 1)..], kind, 0));
        }
    }

    private void ReadWords(string file)
    {
        foreach (var line in Lines(file))
        {
            var parts = line.Split('\t');
            if (parts.Length != 3 || MixedLists.Contains(parts[2]) || !double.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var count))
                continue;
            var language = parts[2] == "pt-BR" ? "pt" : parts[2];
            if (!_words.TryGetValue(language, out var list))
                _words[language] = list = [];
            list.Add(new FrequentWord(parts[0].Normalize(), count));
        }
    }

    private void ReadTokens(string file, string language)
    {
        var sentence = new StringBuilder();
        foreach (var line in Lines(file))
        {
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
                _texts.Add(new CorpusText(line["# text = ".Length..].Normalize(), language, TextKind.Treebank, 0));
            else if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal) || line.StartsWith('#'))
                continue;
            else if (line.Length == 0)
                EndSentence(sentence, language);
            else if (file.EndsWith(".bio.gz", StringComparison.Ordinal))
                sentence.Append(line.AsSpan(0, Math.Max(line.IndexOf('\t'), 0))).Append(' ');
        }

        EndSentence(sentence, language);
    }

    private void EndSentence(StringBuilder sentence, string language)
    {
        if (sentence.Length > 0)
            _texts.Add(new CorpusText(sentence.ToString().Normalize(), language, TextKind.Treebank, 0));
        sentence.Clear();
    }

    /// <summary>News is line-aligned over languages; the documents of its lines are in the aligned raw text.</summary>
    private void NumberDocuments(string[] folders)
    {
        var aligned = Files(folders, "raw_text", "ntrex_train_docs.en.tsv.gz").FirstOrDefault();
        if (aligned is null)
            return;
        var documents = new List<int>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Lines(aligned))
        {
            var id = line[..line.IndexOf('\t')];
            numbers.TryAdd(id, numbers.Count + 1);
            documents.Add(numbers[id]);
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _texts.Count; i++)
        {
            var text = _texts[i];
            if (text.Kind != TextKind.News)
                continue;
            var line = seen[text.Language] = seen.GetValueOrDefault(text.Language, -1) + 1;
            // A language with two variants has the documents twice; the second copy gets numbers of its own with the same remainder by 5.
            var offset = line / documents.Count * 1000;
            _texts[i] = text with { Document = documents[line % documents.Count] + offset };
        }
    }
}

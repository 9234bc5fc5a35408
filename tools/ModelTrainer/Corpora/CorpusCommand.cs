using System.IO.Compression;
using System.Text;

namespace Newswire.ModelTrainer.Corpora;

/// <summary>
/// <c>corpus DIR OUT [MOST]</c>: sentences of the translated programs unpacked in DIR, one folder a source, at most MOST of a source and language;
/// writes <c>OUT/messages-SOURCE.tsv.gz</c>, each line text, tab, language. The same packages give the same files.
/// </summary>
internal static class CorpusCommand
{
    private const string English = "en";

    public static int Run(string folder, string target, int most)
    {
        var sentences = new List<(string Text, string Key, string Language, string Source)>();
        // The languages a text is in: a translation that is English, or a neighbour's, is none.
        var languages = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var source = Path.GetRelativePath(folder, file).Split('/')[0];
            foreach (var (message, language) in MessageFile.Read(file.Replace('\\', '/')))
            {
                foreach (var sentence in MessageText.Sentences(message))
                {
                    var key = MessageText.Key(sentence);
                    if (!languages.TryGetValue(key, out var first))
                        sentences.Add((sentence, key, language, source));
                    languages[key] = first is null && !languages.ContainsKey(key) || first == language ? language : language == English ? English : first == English ? first : null;
                }
            }
        }

        foreach (var source in sentences.Where(sentence => languages[sentence.Key] == sentence.Language).GroupBy(sentence => sentence.Source, StringComparer.Ordinal))
        {
            using var gzip = new GZipStream(File.Create(Path.Combine(target, $"messages-{source.Key}.tsv.gz")), CompressionLevel.SmallestSize);
            using var writer = new StreamWriter(gzip, new UTF8Encoding(false));
            foreach (var group in source.GroupBy(sentence => sentence.Language, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                foreach (var (text, _, language, _) in group.OrderBy(sentence => Hash(sentence.Key)).ThenBy(sentence => sentence.Key, StringComparer.Ordinal).Take(most))
                    writer.Write($"{text}\t{language}\n");
            }
        }

        return 0;
    }

    /// <summary>FNV-1a: a choice that is even over a source, and the same each time.</summary>
    private static uint Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}

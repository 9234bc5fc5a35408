using System.IO.Compression;

namespace Newswire.ModelTrainer.Entities;

/// <summary>The public texts that our annotations point into, by the ids they use.</summary>
internal static class RawSentences
{
    /// <param name="Document">Sentences with the same value stand in one text.</param>
    internal readonly record struct Sentence(string Text, string Document);

    private static readonly Dictionary<string, string> TreebankFiles = new(StringComparer.Ordinal)
    {
        ["fr:gsd"] = "ud.fr.gsd_devtest",
        ["fr:pud"] = "ud.fr.pud",
        ["fr:sequoia"] = "ud.fr.sequoia",
        ["nl:alpino"] = "ud.nl.alpino_devtest",
        ["nl:lassysmall"] = "ud.nl.lassysmall_devtest",
        ["de:de_gsd"] = "ud.de.gsd_devtest",
        ["de:gsd"] = "ud.de.gsd_devtest",
    };

    public static Dictionary<string, Sentence> Read(string directory, string language)
    {
        var sentences = new Dictionary<string, Sentence>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in Lines(Path.Combine(directory, $"ntrex_train_docs.{language}.tsv.gz")))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            sentences[$"ntrex:{++number}"] = new Sentence(line[(tab + 1)..], "ntrex:" + line[..tab]);
        }

        foreach (var (name, file) in TreebankFiles.Where(f => f.Key.StartsWith(language, StringComparison.Ordinal)))
        {
            ReadTreebank(Path.Combine(directory, file + ".upos.gz"), "ud:" + name[3..], sentences);
        }

        return sentences;
    }

    public static IEnumerable<string> Lines(string gzipped)
    {
        using var gzip = new GZipStream(File.OpenRead(gzipped), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static void ReadTreebank(string path, string prefix, Dictionary<string, Sentence> sentences)
    {
        string? id = null;
        var number = 0;
        foreach (var line in Lines(path))
        {
            if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
            {
                id = line[12..];
                number++;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal) && id is not null)
            {
                var paragraph = id.IndexOf(".p.", StringComparison.Ordinal);
                var document = paragraph > 0 ? id[..paragraph] : $"block{number / 15}";
                sentences[$"{prefix}:{id}"] = new Sentence(line[9..], $"{prefix}:{document}");
            }
        }
    }
}

using System.IO.Compression;
using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Reads a gzipped BIO file as training documents.</summary>
internal static class BioCorpus
{
    public static List<TrainingDocument> Read(string path, string language, bool hasMisc)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        using var tokens = new TokenList();
        var source = Path.GetFileName(path).Replace(".bio.gz", "", StringComparison.Ordinal);
        var result = new List<TrainingDocument>();
        foreach (var document in BioDocument.Read(reader))
        {
            document.Tokenize(tokens);
            var spans = document.Gold.Select(m => (document.Words[m.First].Start, End(document.Words[m.End - 1]), m.Class));
            result.Add(TrainingDocument.Of(document.Text, tokens, spans, language, source, hasMisc));
        }

        return result;
    }

    private static int End((int Start, int Length) word) => word.Start + word.Length;
}

using System.Text;
using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.EnrichmentBench;

/// <summary>Plain wire texts to enrich.</summary>
internal static class Texts
{
    private const int Words = 400;

    /// <summary>Of a usual dispatch.</summary>
    private const int LinesInParagraph = 2;

    public static RawDispatch Seed()
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream("seed.txt")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Dispatch(bytes.ToArray());
    }

    /// <summary>As many texts of 400 words as the lines of a file give.</summary>
    public static IEnumerable<RawDispatch> OfFile(string file)
    {
        var paragraphs = new List<string>();
        var words = 0;
        foreach (var lines in File.ReadLines(file).Where(l => l.Length > 0).Chunk(LinesInParagraph))
        {
            paragraphs.Add(string.Join(' ', lines));
            words += lines.Sum(l => l.Count(c => c == ' ') + 1);
            if (words < Words - 25)
                continue;
            yield return Dispatch(Encoding.UTF8.GetBytes(string.Join("\n\n", paragraphs)));
            paragraphs.Clear();
            words = 0;
        }
    }

    private static RawDispatch Dispatch(byte[] content) =>
        RawDispatch.Of("bench", content, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)) with { Sha256 = DispatchIdentity.Sha256(content) };
}

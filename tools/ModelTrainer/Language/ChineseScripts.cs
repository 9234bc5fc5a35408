namespace Newswire.ModelTrainer.Language;

/// <summary>
/// Tells simplified from traditional Chinese by characters that only one of the two word lists (mainland, Taiwan) uses, and relabels texts
/// that are marked <c>zh</c>. A text without such characters is in both.
/// </summary>
internal sealed class ChineseScripts
{
    // A character this many times as frequent in one list is that script's own.
    private const double Ratio = 20;

    private readonly Dictionary<char, int> _side = [];

    public ChineseScripts(IReadOnlyDictionary<string, List<FrequentWord>> words)
    {
        var simplified = Frequencies(words.GetValueOrDefault("zh"));
        var traditional = Frequencies(words.GetValueOrDefault("zh-TW"));
        foreach (var c in simplified.Keys.Union(traditional.Keys))
        {
            var s = simplified.GetValueOrDefault(c) + 1e-7;
            var t = traditional.GetValueOrDefault(c) + 1e-7;
            if (s > Ratio * t)
                _side[c] = 1;
            else if (t > Ratio * s)
                _side[c] = -1;
        }
    }

    public void Relabel(List<CorpusText> texts)
    {
        for (var i = texts.Count - 1; i >= 0; i--)
        {
            if (texts[i].Language != "zh")
                continue;
            var balance = texts[i].Text.Sum(c => _side.GetValueOrDefault(c));
            if (balance == 0)
                texts.Add(texts[i] with { Language = "zh-Hant" });
            texts[i] = texts[i] with { Language = balance < 0 ? "zh-Hant" : "zh-Hans" };
        }
    }

    private static Dictionary<char, double> Frequencies(List<FrequentWord>? words)
    {
        var frequencies = new Dictionary<char, double>();
        if (words is null)
            return frequencies;
        var total = words.Sum(word => word.Count * word.Word.Length);
        foreach (var word in words)
        {
            foreach (var c in word.Word)
                frequencies[c] = frequencies.GetValueOrDefault(c) + (word.Count / total);
        }

        return frequencies;
    }
}

namespace Newswire.ModelTrainer.Language;

/// <summary>Labelled texts of one kind, to measure with.</summary>
internal sealed record TestSet(string Name, IReadOnlyList<(string Text, string Language)> Items)
{
    /// <summary>As <c>text, tab, language</c>.</summary>
    public IEnumerable<string> Lines() => Items.Select(item => $"{item.Text.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{item.Language}");
}

/// <summary>
/// What is kept from training to measure with: every fifth news document, every fifth short sentence. With <c>otherDomain</c> all short
/// sentences are kept back, so that the figures for them speak of a domain never seen.
/// </summary>
internal static class HeldOut
{
    private const int Every = 5;
    private const int HeadlineLength = 50;
    private const int ShortLength = 32;
    private const int ShortestWord = 5;

    public static (List<CorpusText> Training, List<CorpusText> Held) Split(IReadOnlyList<CorpusText> texts, bool otherDomain)
    {
        var training = new List<CorpusText>();
        var held = new List<CorpusText>();
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            var keep = text.Kind switch
            {
                TextKind.News => text.Document % Every == 0,
                TextKind.Sentence => otherDomain || i % Every == 0,
                _ => false,
            };
            (keep ? held : training).Add(text);
        }

        return (training, held);
    }

    public static IEnumerable<TestSet> Sets(IReadOnlyList<CorpusText> held)
    {
        var random = new Random(7);
        var news = held.Where(text => text.Kind == TextKind.News).ToArray();
        yield return new TestSet("news sentence", [.. news.Select(text => (text.Text, text.Language))]);
        yield return new TestSet("news headline", [.. news.Select(text => (Cut(text.Text, 0, HeadlineLength), text.Language))]);
        yield return new TestSet("news 32 characters", [.. news.Select(text => (Cut(text.Text, random.Next(Math.Max(text.Text.Length - ShortLength, 1)), ShortLength), text.Language))]);
        yield return new TestSet("news document", [.. news.GroupBy(text => (text.Language, text.Document)).Select(group => (string.Join('\n', group.Select(text => text.Text)), group.Key.Language))]);
        var other = held.Where(text => text.Kind == TextKind.Sentence).ToArray();
        yield return new TestSet("other sentence", [.. other.Select(text => (text.Text, text.Language))]);
        yield return new TestSet("other word pair", [.. Words(other, random, 2)]);
        yield return new TestSet("other word", [.. Words(other, random, 1)]);
    }

    /// <summary>A piece of about that length, whole words where the script has them.</summary>
    private static string Cut(string text, int start, int length)
    {
        var from = start == 0 ? 0 : text.IndexOf(' ', start) + 1;
        if (from == 0 || from - start > length)
            from = start;
        if (text.Length <= from + length)
            return text[from..];
        var end = text.LastIndexOf(' ', from + length);
        return end > from + (length / 2) ? text[from..end] : text.Substring(from, length);
    }

    private static IEnumerable<(string Text, string Language)> Words(CorpusText[] texts, Random random, int count)
    {
        foreach (var text in texts)
        {
            var words = text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim('.', ',', '!', '?', '"', '«', '»', '“', '”', ':', ';')).Where(word => word.Length >= ShortestWord && word.All(c => char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)).ToArray();
            if (words.Length < count)
                continue;
            var start = random.Next(words.Length - count + 1);
            yield return (string.Join(' ', words, start, count), text.Language);
        }
    }
}

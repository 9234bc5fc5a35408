namespace Newswire.Enricher.Entities;

/// <summary>Analyses a marked document as if it were a dispatch, and brings the mentions back to the words of its file.</summary>
internal sealed class BioTagging : IDisposable
{
    private readonly TokenList _tokens = new();
    private readonly TextAnalysis _analysis = new();

    /// <summary>Tokens read so far, for the speed.</summary>
    public long Tokens { get; private set; }

    public List<Mention> Tag(BioDocument document, EntityModel model, Gazetteer gazetteer, AgencyLexicon agencies)
    {
        var text = document.Text;
        document.Tokenize(_tokens);
        _analysis.Run(text, _tokens, model, gazetteer, agencies);
        Tokens += _tokens.Count;
        return ToWords(document);
    }

    public void Dispose() => _tokens.Dispose();

    private List<Mention> ToWords(BioDocument document)
    {
        var words = new List<Mention>(_analysis.Mentions.Count);
        var word = 0;
        foreach (var mention in _analysis.Mentions)
        {
            var start = _tokens.Starts[mention.First];
            var end = _tokens.End(mention.End - 1);
            while (document.Words[word].Start + document.Words[word].Length <= start)
            {
                word++;
            }

            var last = word;
            while (last + 1 < document.Words.Count && document.Words[last + 1].Start < end)
            {
                last++;
            }

            // Two mentions inside one word of the file ("Paris/Berlin"): the first stands.
            if (words.Count == 0 || words[^1].End <= word)
            {
                words.Add(mention with { First = word, End = last + 1 });
            }
        }

        return words;
    }
}

using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>A tokenized text with its tags.</summary>
/// <param name="Source">Corpus it is from, for the report.</param>
/// <param name="HasMisc">False when its annotators had no MISC class: then "outside" says nothing about MISC.</param>
internal sealed record TrainingDocument(
    string Text, string Language, string Source, bool HasMisc, int[] Starts, int[] Lengths, int[] SentenceEnds, byte[] Tags)
{
    public int SentenceCount => SentenceEnds.Length;

    public IEnumerable<(int From, int End)> Sentences()
    {
        var from = 0;
        foreach (var end in SentenceEnds)
        {
            yield return (from, end);
            from = end;
        }
    }

    public List<Mention> Mentions()
    {
        var mentions = new List<Mention>();
        var start = 0;
        for (var i = 0; i < Tags.Length; i++)
        {
            if (Labels.Starts(Tags[i]))
            {
                start = i;
            }

            if (Labels.Ends(Tags[i]))
            {
                mentions.Add(new Mention(start, i + 1, Labels.ClassOf(Tags[i]), 0));
            }
        }

        return mentions;
    }

    public void CopyTo(TokenList tokens)
    {
        tokens.Clear();
        foreach (var (from, end) in Sentences())
        {
            for (var i = from; i < end; i++)
            {
                tokens.Add(Starts[i], Lengths[i]);
            }

            tokens.EndSentence();
        }
    }

    /// <summary>Takes the tokens as they are and tags those that the spans [start, end) of <paramref name="text"/> cover.</summary>
    public static TrainingDocument Of(
        string text, TokenList tokens, IEnumerable<(int Start, int End, EntityClass Class)> spans, string language, string source, bool hasMisc)
    {
        var tags = new byte[tokens.Count];
        tags.AsSpan().Fill(Labels.Outside);
        var at = 0;
        foreach (var (start, end, c) in spans.OrderBy(s => s.Start))
        {
            while (at < tokens.Count && tokens.End(at) <= start)
            {
                at++;
            }

            var last = at;
            while (last < tokens.Count && tokens.Starts[last] < end)
            {
                last++;
            }

            if (last > at && tags[at] == Labels.Outside)
            {
                Labels.Write(tags, at, last, c);
            }
        }

        return new(text, language, source, hasMisc, tokens.Starts.ToArray(), tokens.Lengths.ToArray(), tokens.SentenceEnds.ToArray(), tags);
    }
}

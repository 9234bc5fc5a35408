namespace Newswire.Enricher.Entities;

/// <summary>
/// Finds the names of one sentence after another with one model. Holds scratch memory that is reused, so that a token leaves no garbage;
/// not for concurrent use (rent one a call).
/// </summary>
internal sealed class EntityTagger
{
    private readonly SentenceForms _sentence = new();
    private readonly Viterbi _viterbi = new();
    private readonly uint[] _features = new uint[3 * Features.Max];
    private int[] _scores = new int[Tokenizer.MaxSentenceTokens * Labels.Count];
    private byte[] _labels = new byte[Tokenizer.MaxSentenceTokens];

    /// <summary>Adds the mentions of all sentences of <paramref name="tokens"/>, in order.</summary>
    public void Tag(EntityModel model, Gazetteer gazetteer, ReadOnlySpan<char> text, TokenList tokens, List<Mention> mentions)
    {
        var from = 0;
        foreach (var end in tokens.SentenceEnds)
        {
            TagSentence(model, gazetteer, text, tokens, from, end, mentions);
            from = end;
        }
    }

    private void TagSentence(EntityModel model, Gazetteer gazetteer, ReadOnlySpan<char> text, TokenList tokens, int from, int end, List<Mention> mentions)
    {
        var count = end - from;
        if (_labels.Length < count)
        {
            _labels = new byte[count];
            _scores = new int[count * Labels.Count];
        }

        _sentence.Prepare(text, tokens.Starts[from..end], tokens.Lengths[from..end], gazetteer, model.Classes);
        ScoreAll(model, count);
        var labels = _labels.AsSpan(0, count);
        _viterbi.Decode(_scores, model.Transitions, labels);
        Collect(labels, from, mentions);
    }

    /// <summary>Three tokens are under way at once, each in another step, so that none waits for memory.</summary>
    private void ScoreAll(EntityModel model, int count)
    {
        var bias = _sentence.Case == LetterCase.Mixed ? model.Header.OutsideBias : model.Header.CaselessBias;
        Span<uint> found = [];
        Span<uint> extracted = [];
        for (var i = 0; i < count + 2; i++)
        {
            if (i > 1)
            {
                model.Score(found, bias, _scores.AsSpan((i - 2) * Labels.Count, Labels.Count));
            }

            found = extracted[..model.Find(extracted)];
            if (i < count)
            {
                extracted = _features.AsSpan(i % 3 * Features.Max, Features.Max);
                extracted = extracted[..Features.Extract(_sentence, i, extracted)];
                model.Prefetch(extracted);
            }
            else
            {
                extracted = [];
            }
        }
    }

    private void Collect(ReadOnlySpan<byte> labels, int offset, List<Mention> mentions)
    {
        var start = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (Labels.Starts(labels[i]))
            {
                start = i;
            }

            if (Labels.Ends(labels[i]))
            {
                mentions.Add(new Mention(offset + start, offset + i + 1, Labels.ClassOf(labels[i]), Margin(labels, start, i + 1)));
            }
        }
    }

    /// <summary>By the words alone: the mean lead of the chosen tags over the best tag of another class, outside included.</summary>
    private int Margin(ReadOnlySpan<byte> labels, int start, int end)
    {
        var sum = 0;
        for (var i = start; i < end; i++)
        {
            var scores = _scores.AsSpan(i * Labels.Count, Labels.Count);
            var rival = scores[Labels.Outside];
            var own = (int)Labels.ClassOf(labels[i]);
            for (var l = 0; l < Labels.Weighted; l++)
            {
                if (l >> 2 != own && scores[l] > rival)
                {
                    rival = scores[l];
                }
            }

            sum += scores[labels[i]] - rival;
        }

        return sum / (end - start);
    }
}

using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>One sentence as the perceptron sees it: feature numbers of each token, tags, how often an epoch shows it.</summary>
internal sealed record TrainingSentence(int[] Features, int[] Offsets, byte[] Tags, bool HasMisc, double Share);

/// <summary>Sentences with their features, extracted once for all epochs.</summary>
internal sealed class TrainingSet(Gazetteer gazetteer, WordClasses classes, int seed, double titleCopies)
{
    private readonly Random _random = new(seed);
    private readonly SentenceForms _forms = new();
    private readonly uint[] _buffer = new uint[Features.Max];

    public FeatureIndex Index { get; } = new();

    public List<TrainingSentence> Sentences { get; } = [];

    /// <param name="share">Probability that an epoch shows a sentence of this document; above 1, several times.</param>
    /// <param name="copies">Share of sentences that get a copy in upper case; half as many in lower case, titleCopies times as many in title case.</param>
    public void Add(TrainingDocument document, double share, double copies)
    {
        foreach (var (from, end) in document.Sentences())
        {
            var starts = document.Starts.AsSpan(from, end - from);
            var lengths = document.Lengths.AsSpan(from, end - from);
            var tags = document.Tags[from..end];
            Add(document.Text, starts, lengths, tags, document.HasMisc, share);
            if (_random.NextDouble() < copies)
            {
                Add(CaseCopies.Upper(document.Text, _random.NextDouble() < 0.5), starts, lengths, tags, document.HasMisc, share);
            }

            if (_random.NextDouble() < titleCopies * copies)
            {
                Add(CaseCopies.Title(document.Text, starts, lengths, _random.NextDouble() < 0.5), starts, lengths, tags, document.HasMisc, share);
            }

            if (_random.NextDouble() < copies / 2)
            {
                Add(CaseCopies.Lower(document.Text), starts, lengths, tags, document.HasMisc, share);
            }
        }
    }

    private void Add(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, byte[] tags, bool hasMisc, double share)
    {
        _forms.Prepare(text, starts, lengths, gazetteer, classes);
        var features = new List<int>(starts.Length * 50);
        var offsets = new int[starts.Length + 1];
        for (var i = 0; i < starts.Length; i++)
        {
            var n = Features.Extract(_forms, i, _buffer);
            for (var k = 0; k < n; k++)
            {
                features.Add(Index.Id(_buffer[k]));
            }

            offsets[i + 1] = features.Count;
        }

        Sentences.Add(new TrainingSentence([.. features], offsets, tags, hasMisc, share));
    }
}

using System.Diagnostics;
using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Trains the model of one language, or of all ("xx"): once without the hold-out to judge and calibrate it, once on everything.</summary>
internal sealed class LanguageTrainer(Corpora corpora, Gazetteer gazetteer, TrainingOptions options, string language)
{
    private static readonly double[] Biases = [-12, -8, -5, -3, -1.5, 0, 2, 4];

    private bool Multilingual => language == "xx";

    /// <summary>Trains without the hold-out and reports its scores; returns the header with bias and calibration for the final model.</summary>
    public ModelHeader Judge(TextWriter report)
    {
        var clock = Stopwatch.StartNew();
        var held = corpora.Documents.Where(d => HoldOut.Keeps(d, options.Part)).ToHashSet();
        var model = Train(held, report);
        List<TrainingDocument> own = [.. held.Where(d => Multilingual || d.Language == language)];
        model = WithBestBias(model, own, report);
        model = model.With(Calibration.Fit(model, gazetteer, own));
        using var file = new MemoryStream();
        model.Save(file);
        report.WriteLine($"{file.Length / 1e6:F2} MB, trained in {clock.Elapsed.TotalSeconds:F0} s");
        foreach (var l in own.Select(d => d.Language).Distinct(StringComparer.Ordinal).ToList())
        {
            LanguageReport.Write(report, model, gazetteer, l, [.. own.Where(d => d.Language == l)]);
        }

        foreach (var band in Calibration.Bands(model, gazetteer, own))
        {
            report.WriteLine(band);
        }

        return model.Header;
    }

    public EntityModel TrainFinal(ModelHeader header, TextWriter report)
    {
        var judgedUnit = _unit;
        var model = Train([], report);
        var ratio = _unit / judgedUnit;
        return model.With(header with { OutsideBias = (int)(header.OutsideBias * ratio), CaselessBias = (int)(header.CaselessBias * ratio), ConfidenceSlope = header.ConfidenceSlope / ratio });
    }

    private float _unit = 1;

    private WordClasses BuildClasses(IEnumerable<TrainingDocument> held) => corpora.BuildClasses(
        Multilingual ? [.. corpora.Documents.Select(d => d.Language).Distinct(StringComparer.Ordinal)] : [language],
        options.Seed,
        held.SelectMany(d => d.Text.Split('\n')).ToHashSet(StringComparer.Ordinal));

    /// <summary>One bias for text as it is printed, one for headlines and alerts in capitals.</summary>
    private EntityModel WithBestBias(EntityModel model, List<TrainingDocument> held, TextWriter report)
    {
        model = Best(bias => model.Header with { OutsideBias = bias }, m => HoldOut.Score(m, gazetteer, held).All, "bias");
        return Best(
            bias => model.Header with { CaselessBias = bias },
            m => (HoldOut.Score(m, gazetteer, held, rewrite: LanguageReport.Upper).All + HoldOut.Score(m, gazetteer, held, rewrite: LanguageReport.Title).All) / 2,
            "bias in capitals");

        EntityModel Best(Func<int, ModelHeader> header, Func<EntityModel, double> score, string name)
        {
            var (best, bestScore) = (model, 0.0);
            foreach (var bias in Biases)
            {
                var biased = model.With(header((int)(bias * _unit)));
                var reached = score(biased);
                report.WriteLine($"{name} {bias}: {reached:F2}");
                (best, bestScore) = reached > bestScore ? (biased, reached) : (best, bestScore);
            }

            return best;
        }
    }

    /// <param name="held">Documents that are kept back.</param>
    private EntityModel Train(HashSet<TrainingDocument> held, TextWriter report)
    {
        var classes = BuildClasses(held);
        var set = new TrainingSet(gazetteer, classes, options.Seed, options.TitleCopies);
        foreach (var document in corpora.Documents.Where(d => !held.Contains(d) && Share(d) > 0 && IsSampled(d)))
        {
            set.Add(document, Share(document), document.Language == language || Multilingual ? options.Copies / (Multilingual ? 2 : 1) : options.Copies / 2);
        }

        // Large and varied as it is, the mix of all languages needs fewer rounds.
        var epochs = Multilingual ? Math.Max(1, options.Epochs - 2) : options.Epochs;
        var settings = new PerceptronSettings(epochs, options.Margin, options.OutsideMargin, options.Dropout);
        var runs = new (Dictionary<uint, float[]> Rows, float[] Transitions, List<double> Wrong)[options.Runs];
        Parallel.For(0, runs.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, run =>
        {
            var perceptron = new Perceptron(set, options.Seed + run, settings);
            var wrong = perceptron.Train();
            var (r, t) = perceptron.Average();
            runs[run] = (r, t, wrong);
        });
        report.WriteLine($"{set.Sentences.Count} sentences, {set.Index.Count} features, wrong: {string.Join(' ', runs[0].Wrong.Select(w => $"{100 * w:F1}"))}");
        var (rows, transitions) = Mean(runs);
        _unit = ModelExport.Scale(rows, transitions);
        return Fitting(rows, transitions, classes, report);
    }

    /// <summary>Prunes as told, and a tenth harder each time that the file is over the limit.</summary>
    private EntityModel Fitting(Dictionary<uint, float[]> rows, float[] transitions, WordClasses classes, TextWriter report)
    {
        for (var prune = options.Prune; ; prune *= 1.1)
        {
            var model = ModelExport.Build(rows, transitions, classes, $"newswire-ner-{language}/1.0", 0, prune);
            using var file = new MemoryStream();
            model.Save(file);
            if (file.Length <= options.Limit)
            {
                report.WriteLine($"pruned below {prune:F2}: {file.Length} bytes");
                return model;
            }
        }
    }

    /// <summary>
    /// The mean of several runs that saw the sentences in another order: a linear model of the mean weights votes as the runs do together, at
    /// the cost of one.
    /// </summary>
    private static (Dictionary<uint, float[]> Rows, float[] Transitions) Mean((Dictionary<uint, float[]> Rows, float[] Transitions, List<double> Wrong)[] runs)
    {
        var rows = new Dictionary<uint, float[]>(runs[0].Rows.Count);
        foreach (var (key, row) in runs.SelectMany(r => r.Rows))
        {
            if (!rows.TryGetValue(key, out var sum))
            {
                rows[key] = sum = new float[Labels.Weighted];
            }

            for (var l = 0; l < sum.Length; l++)
            {
                sum[l] += row[l] / runs.Length;
            }
        }

        return (rows, [.. runs[0].Transitions.Select((_, i) => runs.Average(r => r.Transitions[i]))]);
    }

    /// <summary>How often an epoch shows a document: all of its own language, some of the others, little of social media.</summary>
    private double Share(TrainingDocument document)
    {
        var tweets = document.Source.StartsWith("btc", StringComparison.Ordinal) || document.Source.StartsWith("wnut", StringComparison.Ordinal);
        if (Multilingual || document.Language == language)
        {
            return tweets ? 0.3 : 1;
        }

        return tweets || document.Language == "ru" ? 0 : options.Others;
    }

    /// <summary>Of the large corpora of other languages a third is enough, and makes training three times as fast.</summary>
    private bool IsSampled(TrainingDocument document)
    {
        if (document.Language == language || document.Source.StartsWith("annotated", StringComparison.Ordinal))
        {
            return true;
        }

        return FeatureHash.Mix(2, ((uint)document.Text.Length * 31) + FeatureHash.Word(document.Text)) % 100 < (Multilingual ? 50 : 33);
    }
}

using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Fits the confidence of mentions on held-back documents: logistic regression of right or wrong on the margin, by Newton's method.</summary>
internal static class Calibration
{
    public static ModelHeader Fit(EntityModel model, Gazetteer gazetteer, IEnumerable<TrainingDocument> documents)
    {
        var samples = Samples(model, gazetteer, documents);
        if (samples.Count < 50)
        {
            return model.Header;
        }

        const double Scale = 1000;
        double slope = 1, offset = 0;
        for (var round = 0; round < 25; round++)
        {
            double g0 = 0, g1 = 0, h00 = 1e-3, h01 = 0, h11 = 1e-3;
            foreach (var (margin, right) in samples)
            {
                var x = margin / Scale;
                var p = 1 / (1 + Math.Exp(-((slope * x) + offset)));
                var (e, w) = ((right ? 1 : 0) - p, p * (1 - p));
                (g0, g1) = (g0 + e, g1 + (e * x));
                (h00, h01, h11) = (h00 + w, h01 + (w * x), h11 + (w * x * x));
            }

            var determinant = (h00 * h11) - (h01 * h01);
            offset += Math.Clamp(((h11 * g0) - (h01 * g1)) / determinant, -2, 2);
            slope += Math.Clamp(((h00 * g1) - (h01 * g0)) / determinant, -2, 2);
        }

        return model.Header with { ConfidenceSlope = slope / Scale, ConfidenceOffset = offset };
    }

    /// <summary>Ten bands of confidence: how many mentions, and the share that was right.</summary>
    public static IEnumerable<string> Bands(EntityModel model, Gazetteer gazetteer, IEnumerable<TrainingDocument> documents) =>
        Samples(model, gazetteer, documents).GroupBy(s => (int)(10 * model.Header.Confidence(s.Margin))).OrderBy(b => b.Key)
            .Select(b => $"confidence {b.Key / 10.0:F1}-{(b.Key + 1) / 10.0:F1}: {b.Count()} mentions, {100.0 * b.Count(s => s.Right) / b.Count():F0} % right");

    private static List<(int Margin, bool Right)> Samples(EntityModel model, Gazetteer gazetteer, IEnumerable<TrainingDocument> documents)
    {
        var samples = new List<(int, bool)>();
        using var run = new HoldOutRun(model, gazetteer, pass: true);
        foreach (var document in documents.Where(d => d.HasMisc))
        {
            var marked = document.Mentions().Select(m => (m.First, m.End, m.Class)).ToHashSet();
            samples.AddRange(run.Tag(document, document.Text).Select(m => (m.Margin, marked.Contains((m.First, m.End, m.Class)))));
        }

        return samples;
    }
}

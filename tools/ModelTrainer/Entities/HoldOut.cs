using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Documents kept back to judge a model. The same NTREX document is kept back in every language, or its names would leak.</summary>
internal static class HoldOut
{
    public static bool Keeps(TrainingDocument document, int part)
    {
        if (document.Source.StartsWith("annotated ntrex", StringComparison.Ordinal) || document.Source.StartsWith("annotated ud", StringComparison.Ordinal))
        {
            return !document.Source.Contains(":pud:", StringComparison.Ordinal) && Hash(document.Source) % 5 == part;
        }

        return document.Source is "germeval.de.test" or "uner.pt.bosque.dev" or "turku.fi.dev" or "ronec.ro.valid" && Hash(document.Text) % 5 == part;
    }

    public static EntityScores Score(
        EntityModel model, Gazetteer gazetteer, IEnumerable<TrainingDocument> documents, bool pass = true, Func<TrainingDocument, string>? rewrite = null)
    {
        var scores = new EntityScores();
        using var run = new HoldOutRun(model, gazetteer, pass);
        foreach (var document in documents)
        {
            scores.Add(document.Mentions(), run.Tag(document, rewrite?.Invoke(document) ?? document.Text));
        }

        return scores;
    }

    private static uint Hash(string text) => FeatureHash.Mix(1, text.Aggregate(FeatureHash.Seed, (h, c) => FeatureHash.Add(h, c))) >> 8;
}

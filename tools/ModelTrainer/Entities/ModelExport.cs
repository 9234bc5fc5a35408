using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Averaged weights to the whole numbers of the model file: small ones are dropped, the rest is scaled to one unit.</summary>
internal static class ModelExport
{
    /// <summary>Largest weight in the file's unit: the sum of some fifty features of that size still fits 16 bits in practice.</summary>
    private const float Largest = 1500;

    /// <summary>Units of the file in one update of the perceptron.</summary>
    public static float Scale(Dictionary<uint, float[]> rows, float[] transitions) =>
        Largest / Math.Max(rows.Values.Max(r => r.Max(Math.Abs)), transitions.Max(Math.Abs));

    /// <param name="outsideBias">In updates, as the weights.</param>
    /// <param name="prune">Weights below this many updates are dropped.</param>
    public static EntityModel Build(
        Dictionary<uint, float[]> rows, float[] transitions, WordClasses classes, string name, double outsideBias, double prune)
    {
        var scale = Scale(rows, transitions);
        var keys = new List<uint>(rows.Count);
        var weights = new List<short>(new short[Labels.Weighted]);
        foreach (var (key, row) in rows.Where(r => r.Value.Any(w => Math.Abs(w) >= prune)).OrderBy(r => r.Key))
        {
            keys.Add(key);
            weights.AddRange(row.Select(w => Math.Abs(w) < prune ? (short)0 : (short)Math.Round(w * scale)));
        }

        // Confidence is calibrated on held-back data afterwards.
        var header = new ModelHeader(name, (int)Math.Round(outsideBias * scale), (int)Math.Round(outsideBias * scale), 0.01, 0);
        return new EntityModel(header, classes, [.. transitions.Select(t => (int)Math.Round(t * scale))], [.. keys], [.. weights]);
    }
}

namespace Newswire.Enricher.Entities;

/// <param name="Name">Model and version, as it appears in a record: "newswire-ner-fr/1.0".</param>
/// <param name="OutsideBias">Added to the score of "no name", in units of the weights: fewer or more names.</param>
/// <param name="CaselessBias">The same in sentences whose capitals say nothing: headlines, alerts.</param>
/// <param name="ConfidenceSlope">With the offset: probability that a mention is right = logistic(slope * margin + offset), fitted on held-back data.</param>
internal sealed record ModelHeader(string Name, int OutsideBias, int CaselessBias, double ConfidenceSlope, double ConfidenceOffset)
{
    /// <summary>Of the model's texts, as its name has it; "xx" when they are of several.</summary>
    public string Language { get; } = Name[(Name.LastIndexOf('-') + 1)..].Split('/')[0];

    /// <summary>Probability that a mention with this margin is right.</summary>
    public double Confidence(int margin) => Math.Min(0.999, 1 / (1 + Math.Exp(-((ConfidenceSlope * margin) + ConfidenceOffset))));
}

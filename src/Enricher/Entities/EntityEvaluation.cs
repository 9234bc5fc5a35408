using System.Diagnostics;
using System.Globalization;

namespace Newswire.Enricher.Entities;

/// <summary>
/// Judges the entity models on a file of marked text (token, tab, IOB2 tag; blank line ends a sentence, -DOCSTART- starts a document; without
/// -DOCSTART- every twenty sentences are taken as one document): <c>newswire eval entities FILE.bio</c>.
/// The words are read exactly as those of a dispatch are.
/// </summary>
public static class EntityEvaluation
{
    private const int SampleLength = 4000;

    /// <param name="languageOf">Gets the beginning of the text and gives its BCP 47 tag, detected or as the user said.</param>
    /// <exception cref="FormatException">A line has no tag, or another tag than O or B-/I- with PER, LOC, ORG, MISC.</exception>
    /// <exception cref="NotSupportedException">There is no model for the language.</exception>
    public static EntityEvaluationResult Run(TextReader file, Func<string, string> languageOf)
    {
        ArgumentNullException.ThrowIfNull(languageOf);
        var documents = BioDocument.Read(file);
        var sample = string.Join('\n', documents.Select(d => d.Text).Take(20));
        var language = languageOf(sample.Length > SampleLength ? sample[..SampleLength] : sample);
        var models = new EntityModels();
        var clock = Stopwatch.StartNew();
        if (models.For(language) is not { } model)
        {
            throw new NotSupportedException($"There is no entity model for language \"{language}\". Say the language if it was detected wrongly.");
        }

        var gazetteer = models.Gazetteer;
        var agencies = EntityRecognizer.LoadAgencies();
        var load = clock.Elapsed;
        var scores = new EntityScores();
        using var tagging = new BioTagging();
        WarmUp(tagging, documents, model, gazetteer, agencies);
        clock.Restart();
        var before = tagging.Tokens;
        foreach (var document in documents)
        {
            scores.Add(document.Gold, tagging.Tag(document, model, gazetteer, agencies));
        }

        return new EntityEvaluationResult(language, model.Header.Name, scores)
        {
            Documents = documents.Count,
            Tokens = tagging.Tokens - before,
            Load = load,
            TokensPerSecond = (tagging.Tokens - before) / Math.Max(1e-9, clock.Elapsed.TotalSeconds),
        };
    }

    /// <summary>The first thousands of words run in code that the runtime has not optimized yet; they would be most of a small file's time.</summary>
    private static void WarmUp(BioTagging tagging, List<BioDocument> documents, EntityModel model, Gazetteer gazetteer, AgencyLexicon agencies)
    {
        for (var round = 0; round < 50 && tagging.Tokens < 100_000; round++)
        {
            foreach (var document in documents.Take(50))
            {
                tagging.Tag(document, model, gazetteer, agencies);
            }
        }
    }
}

/// <summary>What an evaluation found; scores in percent.</summary>
public sealed class EntityEvaluationResult
{
    private readonly EntityScores _scores;

    internal EntityEvaluationResult(string language, string model, EntityScores scores) => (Language, Model, _scores) = (language, model, scores);

    public string Language { get; }

    public string Model { get; }

    public int Documents { get; init; }

    public long Tokens { get; init; }

    /// <summary>Time to load model and lists.</summary>
    public TimeSpan Load { get; init; }

    /// <summary>On one core, wall time, after a warm-up.</summary>
    public double TokensPerSecond { get; init; }

    /// <summary>Exact-span F1 over the four classes.</summary>
    public double F1 => _scores.All;

    public double F1WithoutMisc => _scores.WithoutMisc;

    /// <summary>Exact-span F1 by class: PER, LOC, ORG, MISC.</summary>
    public IReadOnlyDictionary<string, double> F1ByClass =>
        Enum.GetValues<EntityClass>().ToDictionary(c => Labels.BioNames[(int)c], c => _scores.F1(c), StringComparer.Ordinal);

    /// <summary>The tables that the command prints.</summary>
    public string Report() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Model}, language {Language}, {Documents} documents, {Tokens} tokens\n\n{_scores.Report()}\nload {Load.TotalMilliseconds:F0} ms, {TokensPerSecond:F0} tokens/s\n");
}

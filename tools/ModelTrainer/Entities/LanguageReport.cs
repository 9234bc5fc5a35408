using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>What a model does on held-back documents of one language: scores, letter cases, sources, speed, and the errors that remain.</summary>
internal static class LanguageReport
{
    private const int Errors = 60;

    public static string Upper(TrainingDocument document) => CaseCopies.Upper(document.Text, accents: true);

    public static string Title(TrainingDocument document) => CaseCopies.Title(document.Text, document.Starts, document.Lengths, shortWords: true);

    public static void Write(TextWriter report, EntityModel model, Gazetteer gazetteer, string language, IReadOnlyList<TrainingDocument> test)
    {
        var plain = HoldOut.Score(model, gazetteer, test, pass: false);
        var scores = HoldOut.Score(model, gazetteer, test);
        report.WriteLine($"--- {language}: {test.Count} documents, {test.Sum(d => d.SentenceCount)} sentences held back");
        report.WriteLine($"{language}: F1 {scores.All:F1} (PER+LOC+ORG {scores.WithoutMisc:F1}); without document pass {plain.All:F1} ({plain.WithoutMisc:F1})");
        foreach (var source in test.GroupBy(d => string.Join(':', d.Source.Split(':')[..^1]), StringComparer.Ordinal))
        {
            var s = HoldOut.Score(model, gazetteer, source);
            report.WriteLine($"  {source.Key} ({source.Sum(d => d.SentenceCount)}): {s.All:F1} ({s.WithoutMisc:F1})");
        }

        var upper = HoldOut.Score(model, gazetteer, test, rewrite: Upper);
        var title = HoldOut.Score(model, gazetteer, test, rewrite: Title);
        var lower = HoldOut.Score(model, gazetteer, test, rewrite: d => CaseCopies.Lower(d.Text));
        report.WriteLine($"  letter case, share of mixed: upper {Share(upper)} %, title {Share(title)} %, lower {Share(lower)} %");
        report.WriteLine(scores.Report());
        WriteErrors(report, model, gazetteer, test);

        string Share(EntityScores s) => $"{100 * s.All / scores.All:F1}";
    }

    /// <summary>Names only, as our annotations hold them; no running text.</summary>
    private static void WriteErrors(TextWriter report, EntityModel model, Gazetteer gazetteer, IEnumerable<TrainingDocument> test)
    {
        using var run = new HoldOutRun(model, gazetteer, pass: true);
        var errors = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in test)
        {
            var found = run.Tag(document, document.Text).ToDictionary(m => (m.First, m.End), m => m.Class);
            var marked = document.Mentions().ToDictionary(m => (m.First, m.End), m => m.Class);
            foreach (var (span, c) in marked.Where(m => !found.TryGetValue(m.Key, out var f) || f != m.Value))
            {
                Count(document, span, $"{Labels.BioNames[(int)c]} read as {(found.TryGetValue(span, out var f) ? Labels.BioNames[(int)f] : "nothing")}");
            }

            foreach (var (span, c) in found.Where(m => !marked.ContainsKey(m.Key)))
            {
                Count(document, span, $"nothing read as {Labels.BioNames[(int)c]}");
            }
        }

        foreach (var (error, count) in errors.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Take(Errors))
        {
            report.WriteLine($"  {count} x {error}");
        }

        void Count(TrainingDocument document, (int First, int End) span, string what)
        {
            var name = document.Text[document.Starts[span.First]..(document.Starts[span.End - 1] + document.Lengths[span.End - 1])];
            errors[$"{what}: {name}"] = errors.GetValueOrDefault($"{what}: {name}") + 1;
        }
    }
}

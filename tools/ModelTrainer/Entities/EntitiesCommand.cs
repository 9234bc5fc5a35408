using System.Diagnostics;
using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>ModelTrainer entities: trains, judges and writes the entity models and the report beside them.</summary>
internal static class EntitiesCommand
{
    public static int Run(string[] args)
    {
        var options = TrainingOptions.Parse(args);
        var clock = Stopwatch.StartNew();
        var corpora = new Corpora(options.Corpora, options.Annotations, Console.Error);
        var gazetteer = corpora.BuildGazetteer(options.Lexicons);
        Console.Error.WriteLine($"{corpora.Documents.Sum(d => d.SentenceCount)} sentences, {clock.Elapsed.TotalSeconds:F1} s");
        if (options.Output is not null)
        {
            Directory.CreateDirectory(options.Output);
            using var file = File.Create(Path.Combine(options.Output, "entities.gazetteer"));
            gazetteer.Save(file);
        }

        foreach (var language in options.Languages)
        {
            using var report = new StringWriter();
            var trainer = new LanguageTrainer(corpora, gazetteer, options, language);
            var header = trainer.Judge(report);
            Console.Out.Write(report);
            if (options.Output is not null)
            {
                var model = trainer.TrainFinal(header, report);
                using var file = File.Create(Path.Combine(options.Output, $"entities.{language}.model"));
                model.Save(file);
                File.WriteAllText(Path.Combine(options.Output, $"entities-report.{language}.txt"), report.ToString());
            }

            Console.Error.WriteLine($"{language}: {clock.Elapsed.TotalSeconds:F1} s");
        }

        return 0;
    }
}

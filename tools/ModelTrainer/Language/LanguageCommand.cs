using System.Diagnostics;
using System.Globalization;
using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Language;

/// <summary>
/// <c>language --corpus DIR … --out FILE [--report FILE] [--tests DIR] [--hold-out] [--other-domain]</c>: trains with every fifth document held
/// out, measures and calibrates on those, then trains on everything and writes the model. <c>--hold-out</c> stops before the last step and
/// writes the measured model; <c>--other-domain</c> keeps all short sentences out of the training.
/// </summary>
internal static class LanguageCommand
{
    public static int Run(string[] args)
    {
        var options = new Options(args);
        var settings = options.Settings();
        var corpus = LanguageCorpus.Read(options.All("corpus"));
        Console.Error.WriteLine($"{corpus.Texts.Count} texts, {corpus.Words.Count} word lists");
        var (training, held) = HeldOut.Split(corpus.Texts, options.Has("other-domain"));
        var tests = HeldOut.Sets(held).ToArray();
        if (options.First("tests") is { } folder)
            WriteTests(tests, folder);

        // The measured and the final training do not need each other: one core each.
        var final = options.Has("hold-out") || options.Has("other-domain") ? null : Task.Run(() => Train(TrainingSet.Of(corpus.Texts, corpus.Words), settings));
        var model = Train(TrainingSet.Of(training, corpus.Words), settings);
        var (sharpness, power) = Calibration.Fit(new LanguageDetector(model), tests);
        model = model.With(sharpness, power);
        var report = new StringWriter();
        report.WriteLine(FormattableString.Invariant($"{model.Languages.Length} languages, {model.Keys.Length} n-grams, {Packed(model).Length / 1e6:0.00} MB, sharpness {sharpness:0.000} × n^{power:0.00}"));
        report.WriteLine(settings);
        foreach (var test in tests)
        {
            report.WriteLine();
            report.WriteLine($"## {test.Name}");
            LanguageEvaluation.Of(new LanguageDetector(model), test.Lines()).Print(report);
        }

        Console.WriteLine(report);
        if (options.First("report") is { } file)
            File.WriteAllText(file, report.ToString());
        if (final is not null)
            model = final.GetAwaiter().GetResult().With(sharpness, power);
        File.WriteAllBytes(options.First("out") ?? "language.model", Packed(model));
        return 0;
    }

    /// <summary><c>evaluate-language FILE.tsv … [--model FILE] [--expected TAG …]</c>: measures the shipped model, or another, on <c>text, tab, language</c> lines.</summary>
    public static int Evaluate(string[] args)
    {
        var options = new Options(args);
        var detector = options.First("model") is { } model ? Load(model) : LanguageDetector.Default;
        foreach (var file in options.All(""))
        {
            Console.WriteLine(file);
            LanguageEvaluation.Of(detector, File.ReadLines(file), options.All("expected")).Print(Console.Out);
        }

        return 0;
    }

    private static LanguageDetector Load(string file)
    {
        using var stream = File.OpenRead(file);
        return new LanguageDetector(LanguageModel.Read(stream));
    }

    private static LanguageModel Train(TrainingSet set, TrainingSettings settings)
    {
        var clock = Stopwatch.StartNew();
        var trainer = new LanguageTrainer(set, settings);
        Console.Error.WriteLine($"n-grams selected in {clock.Elapsed.TotalSeconds:0} s");
        var model = trainer.Train(Console.Error);
        Console.Error.WriteLine($"trained in {clock.Elapsed.TotalSeconds:0} s");
        return model;
    }

    private static byte[] Packed(LanguageModel model)
    {
        using var file = new MemoryStream();
        model.Write(file);
        return file.ToArray();
    }

    private static void WriteTests(TestSet[] tests, string folder)
    {
        foreach (var test in tests)
            File.WriteAllLines(Path.Combine(folder, test.Name.Replace(' ', '-') + ".tsv"), test.Lines());
    }

    /// <summary>Options by name, with any number of values each; values before the first name are under the empty one.</summary>
    private sealed class Options
    {
        private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal) { [""] = [] };

        public Options(string[] args)
        {
            var name = "";
            foreach (var arg in args)
            {
                if (arg.StartsWith("--", StringComparison.Ordinal))
                    _values.TryAdd(name = arg[2..], []);
                else
                    _values[name].Add(arg);
            }
        }

        public bool Has(string name) => _values.ContainsKey(name);

        public List<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

        public string? First(string name) => All(name) is [var first, ..] ? first : null;

        public TrainingSettings Settings()
        {
            var settings = new TrainingSettings();
            return new TrainingSettings
            {
                Rows = Number("rows", settings.Rows),
                Samples = Number("samples", settings.Samples),
                Fineness = Real("fineness", settings.Fineness),
                Seed = Number("seed", settings.Seed),
                MessageWeight = Real("message-weight", settings.MessageWeight),
                Dropout = Real("dropout", settings.Dropout),
                Rate = Real("rate", settings.Rate),
                OutputRate = Real("output-rate", settings.OutputRate),
            };
        }

        private int Number(string name, int otherwise) => First(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

        private float Real(string name, float otherwise) => First(name) is { } value ? float.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }
}

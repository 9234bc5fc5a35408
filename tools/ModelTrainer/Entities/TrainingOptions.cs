using System.Globalization;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Command line of <c>ModelTrainer entities</c>.</summary>
internal sealed record TrainingOptions
{
    public string Corpora { get; private set; } = "corpora";

    public string Annotations { get; private set; } = "annotations";

    public string Lexicons { get; private set; } = "lexicons";

    /// <summary>Where the final models are written; without it models are only judged.</summary>
    public string? Output { get; private set; }

    public string[] Languages { get; private set; } = ["fr", "nl", "de", "en", "es", "xx"];

    public int Seed { get; private set; } = 1;

    /// <summary>Trainings whose weights are averaged.</summary>
    public int Runs { get; private set; } = 2;

    public int Epochs { get; private set; } = 6;

    public int Margin { get; private set; } = 8;

    public int OutsideMargin { get; private set; } = 16;

    public double Dropout { get; private set; } = 0.1;

    public double Copies { get; private set; } = 0.2;

    /// <summary>Copies in title case for each in upper case: headlines so written lose most.</summary>
    public double TitleCopies { get; private set; } = 2.5;

    public double Others { get; private set; } = 0.5;

    public double Prune { get; private set; } = 0.8;

    /// <summary>Largest model file in bytes; a model that is larger is pruned harder.</summary>
    public int Limit { get; private set; } = 1_480_000;

    /// <summary>Which fifth of the documents is held back, 0 to 4.</summary>
    public int Part { get; private set; } = 2;

    public static TrainingOptions Parse(string[] args)
    {
        var options = new TrainingOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            switch (args[i])
            {
                case "--corpora": options.Corpora = value; break;
                case "--annotations": options.Annotations = value; break;
                case "--lexicons": options.Lexicons = value; break;
                case "--output": options.Output = value; break;
                case "--languages": options.Languages = value.Split(','); break;
                case "--seed": options.Seed = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "--runs": options.Runs = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "--epochs": options.Epochs = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "--margin": options.Margin = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "--outside-margin": options.OutsideMargin = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "--dropout": options.Dropout = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "--copies": options.Copies = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "--title-copies": options.TitleCopies = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "--others": options.Others = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "--prune": options.Prune = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "--limit": options.Limit = int.Parse(value, CultureInfo.InvariantCulture); break;
                case "--part": options.Part = int.Parse(value, CultureInfo.InvariantCulture); break;
                default: throw new ArgumentException($"Unknown option {args[i]}.", nameof(args));
            }
        }

        return options;
    }
}

using System.CommandLine;
using Newswire.Enricher.Language;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire eval</c>: how good are the models on your own data?</summary>
internal static class EvalVerb
{
    public static Command Create() => new("eval", "Score the models on your own data: this is how models are compared.") { Language() };

    private static Command Language()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "text, tab, language tag; one a line." };
        var command = new Command("language", "Accuracy per language, confusion, calibration and speed of language detection.") { file };
        command.SetAction(parsed =>
        {
            LanguageEvaluation.Of(LanguageDetector.Default, Lines(parsed.GetValue(file)!)).Print(Console.Out);
            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<string> Lines(FileInfo file)
        => file.Exists ? File.ReadLines(file.FullName) : throw new CommandFailedException(ExitCodes.Usage, $"the file '{file}' does not exist");
}

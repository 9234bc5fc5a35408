using System.CommandLine;
using Newswire.Enricher.Entities;
using Newswire.Enricher.Language;

namespace Newswire.Cli.Verbs;

/// <summary><c>newswire eval</c>: how good are the models on your own data?</summary>
internal static class EvalVerb
{
    public static Command Create() => new("eval", "Score the models on your own data: this is how models are compared.") { Language(), Entities() };

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

    private static Command Entities()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "token, tab, IOB2 tag; a blank line ends a sentence, -DOCSTART- starts a document." };
        var language = new Option<string?>("--lang") { Description = "Language of the file; default: detected.", HelpName = "TAG" };
        var command = new Command("entities", "Exact-span F1 per class, confusion and speed of entity recognition.") { file, language };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists)
                throw new CommandFailedException(ExitCodes.Usage, $"the file '{path}' does not exist");
            using var reader = path.OpenText();
            try
            {
                Console.Out.Write(EntityEvaluation.Run(reader, sample => parsed.GetValue(language) ?? LanguageDetector.Default.Detect(sample).Tag).Report());
            }
            catch (NotSupportedException e)
            {
                throw new CommandFailedException(ExitCodes.Usage, e.Message);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static IEnumerable<string> Lines(FileInfo file)
        => file.Exists ? File.ReadLines(file.FullName) : throw new CommandFailedException(ExitCodes.Usage, $"the file '{file}' does not exist");
}

using Newswire.ModelTrainer.Language;

switch (args)
{
    case ["language", .. var rest]:
        return LanguageCommand.Run(rest);
    case ["evaluate-language", .. var rest]:
        return LanguageCommand.Evaluate(rest);
    default:
        await Console.Error.WriteLineAsync("usage: ModelTrainer language --corpus DIR … --out FILE [--report FILE] | evaluate-language FILE.tsv … [--model FILE]");
        return 2;
}

using Newswire.ModelTrainer.Entities;
using Newswire.ModelTrainer.Language;

switch (args)
{
    case ["language", .. var rest]:
        return LanguageCommand.Run(rest);
    case ["evaluate-language", .. var rest]:
        return LanguageCommand.Evaluate(rest);
    case ["entities", .. var rest]:
        return EntitiesCommand.Run(rest);
    default:
        await Console.Error.WriteLineAsync("usage: ModelTrainer language --corpus DIR … --out FILE [--report FILE] | evaluate-language FILE.tsv … [--model FILE] | entities --corpora DIR --annotations DIR --lexicons DIR [--output DIR]");
        return 2;
}

using Newswire.ModelTrainer.Corpora;
using Newswire.ModelTrainer.Entities;
using Newswire.ModelTrainer.Language;

switch (args)
{
    case ["language", .. var rest]:
        return LanguageCommand.Run(rest);
    case ["evaluate-language", .. var rest]:
        return LanguageCommand.Evaluate(rest);
    case ["corpus", var folder, var target, .. var most]:
        return CorpusCommand.Run(folder, target, most is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 2000);
    case ["entities", .. var rest]:
        return EntitiesCommand.Run(rest);
    default:
        await Console.Error.WriteLineAsync("usage: ModelTrainer language --corpus DIR … --out FILE [--report FILE] | evaluate-language FILE.tsv … [--model FILE] | corpus DIR OUT [MOST] | entities --corpora DIR --annotations DIR --lexicons DIR [--output DIR]");
        return 2;
}

using System.Globalization;
using Newswire.TranslationScore;

if (args is not [var hypothesisFile, var referenceFile])
{
    Console.Error.WriteLine("usage: TranslationScore HYPOTHESIS REFERENCE   two line-aligned files; prints BLEU (13a) and chrF2");
    return 2;
}
var hypotheses = await File.ReadAllLinesAsync(hypothesisFile);
var references = await File.ReadAllLinesAsync(referenceFile);
if (hypotheses.Length != references.Length)
{
    Console.Error.WriteLine($"{hypothesisFile} has {hypotheses.Length} lines, {referenceFile} has {references.Length}; they must be aligned.");
    return 2;
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lines {hypotheses.Length}  BLEU {Bleu.Score(hypotheses, references):F2}  chrF2 {ChrF.Score(hypotheses, references):F2}"));
return 0;

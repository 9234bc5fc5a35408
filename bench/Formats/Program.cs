using System.Globalization;
using Newswire.FormatsBench;

switch (args)
{
    case ["cost", var stories, .. var files]:
        return ReadingCost.Run(stories, files);
    case ["fuzz", var count, var corpus, .. var seed] when int.TryParse(count, CultureInfo.InvariantCulture, out var inputs):
        return Fuzzing.Run(inputs, corpus, seed is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1);
    default:
        Console.Error.WriteLine("""
            usage: cost DIR [FILE…]      what reading costs in each format, against the bare parser over the same bytes; DIR holds rosetta, FILE is newsmlg2.xml, ninjs1.json …
                   fuzz N DIR [SEED]     reads N mutations of the files below DIR; exit code 1 when one ended in anything but records or a refusal
            """);
        return 2;
}

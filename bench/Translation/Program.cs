using Newswire.TranslationBench;

// Translation is judged by ratios to the bare engine in the same run, never by absolute speed on unknown hardware.
if (args.Length > 1 && !File.Exists(args[1]))
{
    Console.Error.WriteLine($"{args[1]} does not exist");
    return 2;
}
return args switch
{
    ["speed", var texts, ..] => await Speed.RunAsync(texts, args.Length > 2 ? args[2] : "spa-eng"),
    ["correction", var texts, ..] => await Correction.RunAsync(texts, args.Length > 2 ? args[2] : "fr>en"),
    ["language", var texts, var expected] => await LanguageCheck.RunAsync(texts, expected),
    ["translate", var texts, var pair, .. var rest] => await WholePath.RunAsync(texts, pair, bare: rest is ["--bare"]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: TranslationBench speed TEXTS [MODE]          words/s through the pool against a bare pipeline (one paragraph a line)
               TranslationBench correction TEXTS [PAIR]     cost of a correction of one paragraph in ten against the first translation
               TranslationBench language TEXTS TAG          how often the language check would refuse these texts
               TranslationBench translate TEXTS PAIR [--bare]   one line out for each line in, through the whole path or the bare engine
        """);
    return 2;
}

using Newswire.Enricher.Language;

namespace Newswire.Pipeline.Tests.Language;

public sealed class When_a_detector_is_measured
{
    private static readonly string[] Lines =
    [
        "Le gouvernement a annoncé une réforme des retraites.\tfr",
        "De regering heeft een hervorming van de pensioenen aangekondigd.\tnl-BE",
        "The government has announced a pension reform.\tfr",
        "",
    ];

    [Fact]
    public void Languages_count_the_same_however_many_texts_they_have()
    {
        var evaluation = LanguageEvaluation.Of(LanguageDetector.Default, Lines);
        Assert.Equal(3, evaluation.Texts);
        Assert.Equal(0.75, evaluation.MacroAccuracy, 3);
        Assert.Equal(2.0 / 3, evaluation.Accuracy, 3);
        Assert.Equal(1, evaluation.Confusion[("fr", "en")]);
    }

    [Fact]
    public void The_report_names_scores_speed_and_confusion()
    {
        var output = new StringWriter();
        LanguageEvaluation.Of(LanguageDetector.Default, Lines).Print(output);
        Assert.Contains("macro accuracy 75.00", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("texts/s", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_a_tab_is_named_by_its_number()
        => Assert.Contains("Line 2", Assert.Throws<FormatException>(() => LanguageEvaluation.Of(LanguageDetector.Default, ["a\tfr", "b"])).Message, StringComparison.Ordinal);
}

public sealed class When_a_language_model_is_written
{
    [Fact]
    public void It_reads_back_the_same()
    {
        var model = new LanguageModel
        {
            Languages = ["fr", "sr"],
            ScriptSets = [2, 6],
            Keys = [3, 70_000, (1u << Ngrams.KeyBits) - 1],
            Step = 0.25f,
            Rows = [.. Enumerable.Range(0, 3 * LanguageModel.Dimension).Select(i => (sbyte)(i - 48))],
            Output = [.. Enumerable.Range(0, 2 * LanguageModel.Dimension).Select(i => (float)i)],
            Bias = [0.5f, -0.5f],
            Sharpness = 1.5f,
            SharpnessPower = 0.25f,
        };
        var file = new MemoryStream();
        model.Write(file);
        file.Position = 0;
        Assert.Equivalent(model, LanguageModel.Read(file), strict: true);
    }

    [Fact]
    public void Another_file_is_refused()
        => Assert.Throws<InvalidDataException>(() => LanguageModel.Read(new MemoryStream("no model"u8.ToArray())));
}

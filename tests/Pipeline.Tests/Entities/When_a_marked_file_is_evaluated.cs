using Newswire.Enricher.Entities;

namespace Newswire.Pipeline.Tests.Entities;

public class When_a_marked_file_is_evaluated
{
    private const string Marked = "-DOCSTART-\tO\n\nImran\tB-PER\nKhan\tI-PER\nest\tO\nà\tO\nParis\tB-LOC\n.\tO\n\n";

    [Fact]
    public void Sentences_documents_and_mentions_are_read()
    {
        var document = Assert.Single(BioDocument.Read(new StringReader(Marked)));
        Assert.Equal([6], document.SentenceEnds);
        Assert.Equal([(0, 2, EntityClass.Person), (4, 5, EntityClass.Place)], document.Gold.Select(m => (m.First, m.End, m.Class)));
    }

    [Fact]
    public void A_word_that_we_cut_stays_one_word_of_the_file()
    {
        var document = BioDocument.Read(new StringReader("à\tO\nl'AFP\tB-ORG\n\n"))[0];
        using var tokens = new TokenList();
        document.Tokenize(tokens);
        Assert.Equal(3, tokens.Count);
        Assert.Equal(2, document.Words.Count);
    }

    [Theory]
    [InlineData("Paris\tB-GPE")]
    [InlineData("Paris\tL-LOC")]
    [InlineData("Paris")]
    public void Another_tag_is_an_error_that_names_the_line(string line)
    {
        var error = Assert.Throws<FormatException>(() => BioDocument.Read(new StringReader("a\tO\n" + line + "\n")));
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_exact_spans_of_the_right_class_count()
    {
        var scores = new EntityScores();
        scores.Add(
            [new(0, 2, EntityClass.Person, 0), new(4, 5, EntityClass.Place, 0), new(7, 8, EntityClass.Misc, 0)],
            [new(0, 2, EntityClass.Person, 0), new(4, 5, EntityClass.Organization, 0), new(7, 9, EntityClass.Misc, 0)]);
        Assert.Equal(100, scores.F1(EntityClass.Person));
        Assert.Equal(0, scores.F1(EntityClass.Place));
        Assert.Equal(100.0 / 3, scores.All, 6);
        Assert.Equal(50, scores.WithoutMisc, 6);
    }

    [Fact]
    public void The_report_tells_language_and_speed()
    {
        var result = EntityEvaluation.Run(new StringReader(Marked), _ => "fr");
        Assert.Equal(100, result.F1);
        Assert.Contains("newswire-ner-fr/1.0, language fr, 1 documents, 6 tokens", result.Report(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_model_is_refused() =>
        Assert.Throws<NotSupportedException>(() => EntityEvaluation.Run(new StringReader(Marked), _ => "zh"));
}

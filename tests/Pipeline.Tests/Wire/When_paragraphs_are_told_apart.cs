using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Where paragraphs begin in copy that has no blank lines between them; the texts are invented.</summary>
public sealed class When_paragraphs_are_told_apart
{
    private const string Long = "The council approved a plan on Monday for a bridge";

    [Theory]
    [InlineData("\t")]
    [InlineData("   ")]
    [InlineData("     ")]
    [InlineData(" ")]
    public void Each_line_that_is_indented_after_a_sentence_begins_one(string indent)
        => Assert.Equal(
            $"{Long} over the river.\n\nWork starts soon.\n\nIt will take a year.",
            Reading.One($"LONDON, March 9 (Reuters) - {Long}\nover the river.\n{indent}Work starts soon.\n{indent}It will take a year.\n").Text());

    [Fact]
    public void Copy_indented_throughout_breaks_after_its_sentences()
        => Assert.Equal(
            $"{Long} over the river.\n\nWork starts soon.",
            Reading.One($"LONDON, March 9 (Reuters) -\n\n   {Long}\n   over the river.\n   Work starts soon.\n   ab/cd\n").Text());

    [Fact]
    public void A_line_for_each_paragraph_needs_no_indent()
        => Assert.Equal(
            "Oil prices rose again on Monday as a refinery shut, traders in London said.\n\n\"We expect more of it,\" a dealer in the city said.\n\nBrent was up by two per cent.",
            Reading.One("LONDON, March 9 (Reuters) - Oil prices rose again on Monday as a refinery shut, traders in London said.\n\"We expect more of it,\" a dealer in the city said.\nBrent was up by two per cent.\n").Text());

    [Fact]
    public void Rows_that_are_no_sentences_keep_their_breaks()
        => Assert.Equal(
            "Third quarter net.\n\n    Shr 34 cts vs 1.19 dlrs\n    Net 807,000 vs 2,858,000\n    Assets 510.2 mln vs 479.7 mln",
            Reading.One("NEW YORK, March 9 - Third quarter net.\n\n    Shr 34 cts vs 1.19 dlrs\n    Net 807,000 vs 2,858,000\n    Assets 510.2 mln vs 479.7 mln\n Reuter\n").Text());
}

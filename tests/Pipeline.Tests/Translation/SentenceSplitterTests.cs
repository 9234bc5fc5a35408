using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Il est venu hier. Elle viendra demain ! Et nous ?", "Il est venu hier.", "Elle viendra demain !", "Et nous ?")]
    [InlineData("« Nous restons. » Il a souri.", "« Nous restons. » Il a souri.")]
    [InlineData("“We will stay.” He smiled.", "“We will stay.”", "He smiled.")]
    [InlineData("M. Macron a vu Mme Merkel. Rien n'a filtré.", "M. Macron a vu Mme Merkel.", "Rien n'a filtré.")]
    [InlineData("Gen. Smith met Sen. Jones in the U.S. Capitol.", "Gen. Smith met Sen. Jones in the U.S. Capitol.")]
    [InlineData("Né en 1950. Mort en 2020.", "Né en 1950.", "Mort en 2020.")]
    [InlineData("No. 12. The end", "No. 12. The end")]
    [InlineData("", "")]
    public void Only_certain_sentence_ends_are_cut(string text, params string[] sentences)
    {
        var found = SentenceSplitter.Sentences(text);
        Assert.Equal(sentences, found.Select(s => s.Text));
        Assert.Equal(text, string.Concat(found.Select(s => s.Text + s.Separator)));
    }
}

using Newswire.Enricher.Entities;

namespace Newswire.Pipeline.Tests.Entities;

public class When_a_text_is_cut_into_words
{
    [Theory]
    [InlineData("confirmé à l'AFP, la tenue", "confirmé|à|l'|AFP|,|la|tenue")]
    [InlineData("l’Union d’Etat aujourd'hui", "l’|Union|d’|Etat|aujourd'hui")]
    [InlineData("Khan's party; O'Brien's", "Khan|'s|party|;|O'Brien|'s")]
    [InlineData("Tehreek-e-Taliban (TTP)", "Tehreek-e-Taliban|(|TTP|)")]
    [InlineData("U.S. troops", "U.S.|troops")]
    [InlineData("1.000,5 euro", "1.000,5|euro")]
    [InlineData("AT&T gained.", "AT&T|gained|.")]
    [InlineData("zero\u200Bwidth", "zero|width")]
    [InlineData("dell'Italia", "dell'|Italia")]
    public void Articles_possessives_and_marks_are_cut_off(string text, string words) => Assert.Equal(words.Split('|'), Words(text));

    [Fact]
    public void Sentences_end_at_full_stops_but_not_at_abbreviations()
    {
        using var tokens = new TokenList();
        Tokenizer.Tokenize("M. Dupont est venu. Le Dr. Martin aussi.\n\nFin", tokens);
        Assert.Equal(3, tokens.SentenceCount);
    }

    [Fact]
    public void A_hard_wrap_does_not_end_a_sentence()
    {
        using var tokens = new TokenList();
        Tokenizer.Tokenize("Le Premier ministre pakistanais a annoncé vendredi que le gouvernement\npakistanais parle.", tokens);
        Assert.Equal(1, tokens.SentenceCount);
    }

    [Fact]
    public void A_run_without_blanks_is_cut_and_nothing_is_lost()
    {
        var text = new string('a', 1000);
        var words = Words(text);
        Assert.All(words, w => Assert.InRange(w.Length, 1, Tokenizer.MaxTokenLength));
        Assert.Equal(text, string.Concat(words));
    }

    [Fact]
    public void A_surrogate_pair_is_never_cut()
    {
        var words = Words("a" + string.Concat(Enumerable.Repeat("\U00020000", 100)));
        Assert.All(words, w => Assert.False(char.IsLowSurrogate(w[0])));
    }

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        using var tokens = new TokenList();
        Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("word ", 5000)), tokens);
        Assert.Equal(5000 / Tokenizer.MaxSentenceTokens, tokens.SentenceCount);
    }

    [Fact]
    public void Words_are_in_order_inside_the_text_whatever_it_is()
    {
        var random = new Random(7);
        const string Alphabet = "aZ9 .'’-()\n\t\0\u200B\u00AD\uD83D\uDE00\uFEFFéßЖ中ع!?@&,:";
        using var tokens = new TokenList();
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(80)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            tokens.Clear();
            Tokenizer.Tokenize(text, tokens);
            var end = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                Assert.True(tokens.Starts[i] >= end && tokens.Lengths[i] > 0, text);
                end = tokens.End(i);
            }

            Assert.True(end <= text.Length, text);
            Assert.Equal(tokens.Count, tokens.LastSentenceEnd);
        }
    }

    private static string[] Words(string text)
    {
        using var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => text.Substring(tokens.Starts[i], tokens.Lengths[i]))];
    }
}

using FsCheck;
using FsCheck.Fluent;
using Newswire.Enricher.Translations.Apertium;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_text_is_put_into_the_engines_stream_format
{
    [Theory]
    [InlineData("")]
    [InlineData("Bonjour.")]
    [InlineData("un [crochet] {accolade} ^x$ / \\ @ <y>")]
    [InlineData("fin en barre \\\nsuite")]
    [InlineData("* puce\n# titre *gras* #1 @afp")]
    [InlineData("Titre sans point\n\nTexte.")]
    [InlineData("vrai .[] dans le texte")]
    [InlineData("« 1\u00A0000 € »\u202F! 🙂 \ttab")]
    public void It_comes_back_exactly(string text)
        => Assert.Equal(text, ApertiumText.Unformat(ApertiumText.Format(text), out _));

    [Fact]
    public void Any_normalized_text_comes_back_exactly()
    {
        var pieces = Gen.Elements("a", "É", "\\", "[", "]", ".[]", ".", "\n", "\n\n", "*", "#", "@", "/", "^", "$", "{", "<", " ", "ZQ1", "1", "🙂");
        Prop.ForAll(Gen.ListOf(pieces).Select(p => SegmentPreparer.Normalize(string.Concat(p))).ToArbitrary(), text =>
            ApertiumText.Unformat(ApertiumText.Format(text), out _) == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_word_of_ten_thousand_letters_comes_back_exactly() => It_comes_back_exactly(new string('x', 10_000));

    [Fact]
    public void Marks_of_unknown_words_are_stripped_and_counted_but_not_those_of_placeholders()
    {
        var text = ApertiumText.Unformat(@"The *premier *ZQ0 has @x #y 5 \@ home.[]", out var unknown);
        Assert.Equal("The premier ZQ0 has x y 5 @ home", text);
        Assert.Equal(1, unknown);
    }

    [Theory]
    [InlineData("LE PREMIER MINISTRE ANNONCE UNE REPRISE", true)]
    [InlineData("L'ONU ANNONCE", true)]
    [InlineData("ONU", false)]
    [InlineData("L'ONU annonce", false)]
    [InlineData("ZQ0 ZQ1", false)]
    public void Only_text_in_capitals_is_put_in_sentence_case(string text, bool isCapitals) => Assert.Equal(isCapitals, SentenceCase.IsAllCapitals(text));

    [Fact]
    public void Placeholders_keep_their_case_in_sentence_case() => Assert.Equal("Le ministre ZQ0 part", SentenceCase.From("LE MINISTRE ZQ0 PART"));
}

public sealed class When_a_mode_file_is_read
{
    [Fact]
    public void Every_stage_flushes_at_nul_and_marks_unknown_words()
        => Assert.Equal(
            "lt-proc -z 'a|b.bin' | vislcg3 --trace | apertium-tagger -z -g  'x.prob' | lt-proc -z -g 'gen.bin'",
            ApertiumMode.ToPipeline("lt-proc 'a|b.bin' | vislcg3 --trace | apertium-tagger -g $2 'x.prob' | lt-proc $1 'gen.bin'\n"));

    [Fact]
    public void The_shell_keeps_none_of_the_pipes_open()
        => Assert.Equal("exec 3<&0; a <&3 3<&- | b & exec 3<&- <&- >&-; wait", new ApertiumMode("x", "fr", "es", "1", "a | b").Script);

    [Fact]
    public void Only_modes_of_the_table_count_and_the_best_installed_route_is_taken()
    {
        using var prefix = new FakeApertium()
            .With("fra-cat", "p").With("cat-spa", "p").With("spa-eng", "p").With("fr-es", "p").With("fra-cat_pre2017", "p").With("eng-cat_valencia", "p");
        var modes = ApertiumModes.Discover(prefix.Path);
        Assert.Equal(["cat-spa", "fr-es", "fra-cat", "spa-eng"], modes.Keys.Order());
        var routes = ApertiumRoutes.Choose(modes, new Dictionary<string, string>());
        Assert.Equal(["fra-cat", "cat-spa", "spa-eng"], routes[new("fr", "en")].Select(l => l.Mode));
        Assert.False(routes.ContainsKey(new("nl", "en")));
        var own = ApertiumRoutes.Choose(modes, new Dictionary<string, string> { ["fr>es"] = "fr-es" });
        Assert.Equal(["fr-es"], own[new("fr", "es")].Select(l => l.Mode));
    }
}

using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>Both sides of every threshold.</summary>
public sealed class When_output_is_validated
{
    private static readonly LanguagePair FrEn = new("fr", "en");
    private static readonly OutputValidator Validator = new();

    [Theory]
    [InlineData(100, 36, true)]
    [InlineData(100, 34, false)]
    [InlineData(100, 219, true)]
    [InlineData(100, 221, false)]
    [InlineData(39, 4, true)]
    public void A_segments_length_must_fit(int source, int output, bool fits)
        => Assert.Equal(fits, !Check(Letters(source), Letters(output, 'b')).Contains("length-ratio"));

    [Theory]
    [InlineData(100, 50, true)]
    [InlineData(100, 49, false)]
    [InlineData(100, 200, true)]
    [InlineData(100, 201, false)]
    public void The_whole_texts_length_must_fit_more_closely(int source, int output, bool fits)
        => Assert.Equal(fits, OutputValidator.WholeLengthFits(Letters(source), Letters(output), FrEn));

    [Fact]
    public void Scripts_without_spaces_are_not_measured_by_length()
        => Assert.Empty(Validator.CheckText(Letters(100), new string('新', 20), new("fr", "zh")));

    [Theory]
    [InlineData("the plan the plan the plan is good", true)]
    [InlineData("the plan the plan the plan the plan is good", false)]
    [InlineData("very very very good", true)]
    [InlineData("very very very very good", false)]
    [InlineData("a b c d a b c d a b c d a b c d", false)]
    public void Four_repetitions_in_a_row_are_a_loop(string output, bool isFine)
        => Assert.Equal(isFine, !Check("Le plan est très bon", output).Contains("repetition"));

    [Fact]
    public void A_repetition_the_source_has_too_is_none() => Assert.DoesNotContain("repetition", Check("ha ha ha ha dit-il", "ho ho ho ho says he"));

    [Theory]
    [InlineData(7, true)]  // 5 of 10 trigrams
    [InlineData(8, false)] // 6 of 10
    public void More_than_half_of_the_source_is_a_copy(int copied, bool isFine)
    {
        var source = Enumerable.Range(0, 12).Select(i => $"mot{(char)('a' + i)}").ToList();
        var output = source.Take(copied).Concat(Enumerable.Range(0, 12 - copied).Select(i => $"word{(char)('a' + i)}"));
        Assert.Equal(isFine, !Check(string.Join(' ', source), string.Join(' ', output)).Contains("copied"));
    }

    [Fact]
    public void Near_languages_may_share_more_and_short_texts_say_nothing()
    {
        var source = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"mot{(char)('a' + i)}"));
        var output = string.Join(' ', source.Split(' ').Take(9)) + " un dos tres";
        Assert.Contains("copied", Check(source, output));
        Assert.DoesNotContain("copied", Validator.CheckText(source, output, new("es", "ca")));
        Assert.Contains("copied", Validator.CheckText(source, source, new("es", "ca")));
        Assert.Empty(Check("Imran Khan au Pakistan", "Imran Khan au Pakistan"));
    }

    [Theory]
    [InlineData("Hello\u0007", "control")]
    [InlineData("Hell\uFFFD", "replacement-character")]
    [InlineData("Hello [/N:0123456789ab]", "nonce")]
    [InlineData("```Hello```", "code-fence")]
    [InlineData("Sure, here it is: Hello", "preamble")]
    [InlineData("Hello\n\nworld", "paragraphs")]
    [InlineData("🙂", "no-letters")]
    [InlineData(" ", "empty")]
    public void What_an_engine_adds_or_drops_is_refused(string output, string reason) => Assert.Equal([reason], Check("Bonjour", output));

    [Fact]
    public void A_preamble_like_start_of_the_source_itself_is_fine() => Assert.Empty(Check("Voici le plan : tout change", "Here is the plan: everything changes"));

    [Fact]
    public void Output_in_another_language_is_refused_when_the_detector_is_sure()
    {
        var validator = new OutputValidator(text => text.StartsWith("Der", StringComparison.Ordinal) ? "de" : null);
        const string Source = "Le ministre a annoncé un nouveau plan hier soir.";
        Assert.Contains("language", validator.CheckText(Source, "Der Minister hat gestern Abend einen Plan vorgestellt.", FrEn));
        Assert.Empty(validator.CheckText(Source, "The minister announced a new plan yesterday evening.", FrEn));
    }

    [Theory]
    [InlineData("Le ministre a annoncé hier un nouveau plan pour les hôpitaux du pays.", "fr")]
    [InlineData("The minister announced a new plan for the country's hospitals yesterday.", "en")]
    [InlineData("Ministar je jučer najavio novi plan za bolnice u zemlji.", null)] // Croatian or Serbian: the detector alone cannot say
    [InlineData("12 34", null)]
    public void The_detector_is_asked_only_for_what_it_can_tell(string text, string? language) => Assert.Equal(language, OutputLanguage.Of(text));

    [Theory]
    [InlineData("en 1996 et 2001, 5 morts", "in 1996 and 2001", 0)]
    [InlineData("en 1996 et 2001", "in 1996", 1)]
    [InlineData("12 et 12", "12", 1)]
    public void Missing_numbers_are_counted(string source, string output, int missing) => Assert.Equal(missing, OutputValidator.MissingNumbers(source, output));

    [Theory]
    [InlineData("\uE0100\uE011 says \uE0101\uE011", true)]
    [InlineData("\uE0101\uE011 says \uE0100\uE011", true)]
    [InlineData("\uE0100\uE011 says", false)]
    [InlineData("\uE0100\uE011 \uE0100\uE011 \uE0101\uE011", false)]
    [InlineData("\uE0100\uE011 \uE0101\uE011 \uE0102\uE011", false)]
    public void Every_placeholder_comes_back_once_and_no_other(string output, bool isFine)
    {
        var segment = new SegmentPreparer(["AFP", "Khan"]).Prepare("AFP dit Khan", isHeadline: false, isFirst: false);
        Assert.Equal(isFine, Validator.Check(segment, output, FrEn).Count == 0);
    }

    private static IReadOnlyList<string> Check(string source, string output) => Validator.CheckText(source, output, FrEn);

    private static string Letters(int count, char letter = 'a') => new(letter, count);
}

public sealed class When_a_segment_is_prepared
{
    [Theory]
    [InlineData("PARIS, 12 oct (AFP) - Le ministre", "PARIS, 12 oct (AFP) - ")]
    [InlineData(" date 2021-10 (Belga) Le Premier", " date 2021-10 (Belga) ")]
    [InlineData("(Belga) Le Premier", "(Belga) ")]
    [InlineData("BRUXELLES (Belga) Le Premier", "BRUXELLES (Belga) ")]
    [InlineData("Le ministre (PS) a dit", "")]
    [InlineData("Le ministre a parlé à (AFP) hier", "Le ministre a parlé à (AFP) ")] // rare, and harmless: it stays as it is
    public void A_dateline_is_kept_as_it_is(string text, string before)
    {
        var segment = new SegmentPreparer([]).Prepare(text, isHeadline: false, isFirst: true);
        Assert.Equal(before, segment.Before);
        Assert.Equal(text, segment.Restore(segment.Masked));
    }

    [Fact]
    public void Only_the_first_paragraph_has_a_dateline()
        => Assert.Equal("", new SegmentPreparer([]).Prepare("PARIS (AFP) - Texte", isHeadline: false, isFirst: false).Before);

    [Fact]
    public void The_longest_name_wins_and_only_whole_words_are_masked()
    {
        var segment = new SegmentPreparer(["Khan", "Imran Khan", "TTP"]).Prepare("Imran Khan et Khan, Khanat, l'TTP.", isHeadline: false, isFirst: false);
        Assert.Equal(["Imran Khan", "Khan", "TTP"], segment.Originals);
        Assert.Contains("Khanat", segment.Masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Voir https://a.example/x?y=1&z=2, merci", "https://a.example/x?y=1&z=2")]
    [InlineData("Écrire à presse@example.org.", "presse@example.org")]
    [InlineData("Selon @elysee hier", "@elysee")]
    [InlineData("(les talibans NDLR)", "NDLR")]
    public void Addresses_and_editors_marks_are_masked(string text, string masked)
        => Assert.Equal([masked], new SegmentPreparer([]).Prepare(text, isHeadline: false, isFirst: false).Originals);

    [Fact]
    public void Zero_width_and_control_characters_and_our_own_signs_are_dropped_emoji_stay()
        => Assert.Equal("ab\nc 🙂d", SegmentPreparer.Normalize("a\u200Bb\r\nc\u0000\uFEFF 🙂\uE010\uE000d\uD800"));

    [Theory]
    [InlineData("word", "ZQ12 et ZQ1")]
    [InlineData("xml", "<x id=\"12\"/> et <x id=\"1\"/>")]
    [InlineData("brackets", "⟦12⟧ et ⟦1⟧")]
    public void Each_style_gives_back_what_it_was_given(string name, string rendered)
    {
        var style = name switch { "word" => PlaceholderStyle.Word, "xml" => PlaceholderStyle.Xml, _ => PlaceholderStyle.Brackets };
        var neutral = PlaceholderStyle.Neutral(12) + " et " + PlaceholderStyle.Neutral(1);
        Assert.Equal(rendered, style.Render(neutral, out var token));
        Assert.Equal(neutral, style.Parse(rendered, token));
        var marked = neutral + " A&B <b> &amp; ⟦x⟧";
        Assert.Equal(marked, style.Parse(style.Render(marked, out token), token));
    }

    [Fact]
    public void The_word_prefix_changes_when_the_text_has_it()
    {
        var neutral = "ZQ1 " + PlaceholderStyle.Neutral(0);
        var rendered = PlaceholderStyle.Word.Render(neutral, out var token);
        Assert.Equal("QZ", token);
        Assert.Equal(neutral, PlaceholderStyle.Word.Parse(rendered, token));
    }

    [Fact]
    public void Text_is_cut_at_the_sentence_end_nearest_the_middle_and_loses_nothing()
    {
        const string Text = "Un. Deux mots. Trois petits mots. Quatre mots pour finir.";
        var (left, separator, right) = SentenceSplitter.Halve(Text)!.Value;
        Assert.Equal(Text, left + separator + right);
        Assert.EndsWith(".", left, StringComparison.Ordinal);
        var pieces = SentenceSplitter.Split(Text, 20);
        Assert.All(pieces, p => Assert.True(p.Text.Length <= 20));
        Assert.Equal(Text, string.Concat(pieces.Select(p => p.Text + p.Separator)));
        Assert.Null(SentenceSplitter.Halve("insécable"));
    }
}

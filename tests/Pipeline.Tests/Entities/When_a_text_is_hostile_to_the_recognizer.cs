using System.Diagnostics;
using System.Text;
using Newswire.Enricher.Entities;

namespace Newswire.Pipeline.Tests.Entities;

public class When_a_text_is_hostile_to_the_recognizer
{
    private const int Megabyte = 1 << 20;

    private static readonly EntityRecognizer Recognizer = new();

    public static TheoryData<string, string> Texts => new()
    {
        { "no blanks", new string('A', Megabyte) },
        { "one paragraph", Repeat("Imran Khan est arrivé à Paris ") },
        { "brackets", Repeat("(AB (CD) ") },
        { "acronyms", Repeat("AB (Ab Bc) ") },
        { "capitals", Repeat("Ab ") },
        { "mixed scripts", Repeat("Khan Жуков 中文 عربي \u200B\u00AD") },
        { "control characters", Repeat("\0\u0001\uFFFE\uD800 x") },
        { "apostrophes", Repeat("l'd'") },
        { "commas", Repeat("ministre, ") },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_megabyte_takes_seconds_and_spans_stay_inside(string what, string text)
    {
        var clock = Stopwatch.StartNew();
        var entities = Recognizer.Recognize(null, text, "fr");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), what);
        Assert.All(entities.SelectMany(e => e.Mentions), s => Assert.True(s[0] >= 0 && s[1] > 0 && s[0] + s[1] <= text.Length));
    }

    [Fact]
    public void An_empty_text_has_no_names()
    {
        Assert.Empty(Recognizer.Recognize(null, "", "fr"));
        Assert.Empty(Recognizer.Recognize("", " \n\n\t ", "fr"));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("und")]
    [InlineData("")]
    public void A_language_without_a_model_has_no_names_and_says_so(string language)
    {
        Assert.Null(Recognizer.ModelFor(language));
        Assert.Empty(Recognizer.Recognize(null, BelgaDispatch.Body, language));
    }

    [Theory]
    [InlineData("fr-BE", "newswire-ner-fr/1.0")]
    [InlineData("pt-BR", "newswire-ner-xx/1.0")]
    public void Only_the_language_of_a_tag_counts(string tag, string model) => Assert.Equal(model, Recognizer.ModelFor(tag));

    [Fact]
    public async Task Many_threads_get_what_one_gets()
    {
        var expected = Recognizer.Recognize(null, BelgaDispatch.Body, "fr").Select(e => e.Key).ToList();
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Recognizer.Recognize(null, BelgaDispatch.Body, "fr"))));
        Assert.All(all, entities => Assert.Equal(expected, entities.Select(e => e.Key), StringComparer.Ordinal));
    }

    private static string Repeat(string piece)
    {
        var text = new StringBuilder(Megabyte + piece.Length);
        while (text.Length < Megabyte)
        {
            text.Append(piece);
        }

        return text.ToString();
    }
}

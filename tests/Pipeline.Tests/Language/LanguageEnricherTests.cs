using Newswire.Enricher.Language;

namespace Newswire.Pipeline.Tests.Language;

public sealed class When_a_dispatch_declares_its_language
{
    private const string French = "Le Premier ministre a annoncé vendredi, dans un entretien à la télévision, une reprise des pourparlers de paix avec l'opposition.";
    private const string English = "The prime minister announced on Friday, in an interview on state television, that peace talks with the opposition would resume.";
    private readonly LanguageEnricher _enricher = new(LanguageDetector.Default);

    [Theory]
    [InlineData("fr")]
    [InlineData("fr-BE")]
    [InlineData("FR")]
    public void Agreement_is_kept_as_two_fields_without_warning(string declared)
    {
        var reading = _enricher.Read(French, null, declared, []);
        Assert.Equal("fr", reading.Language.Tag);
        Assert.Equal(declared, reading.Language.Declared);
        Assert.Equal(LanguageDetector.Name, reading.Language.By);
        Assert.Null(reading.Warning);
    }

    [Fact]
    public void A_clear_text_in_another_language_is_a_conflict()
    {
        var reading = _enricher.Read(English, "Peace talks to resume", "it", []);
        Assert.Equal("en", reading.Language.Tag);
        Assert.Equal("it", reading.Language.Declared);
        Assert.Equal("language-conflict", reading.Warning?.Code);
    }

    [Fact]
    public void A_table_of_figures_is_no_conflict()
    {
        var reading = _enricher.Read("1. 34 12 2\n2. 31 10 1", null, "de", []);
        Assert.Equal("und", reading.Language.Tag);
        Assert.Null(reading.Warning);
    }

    [Fact]
    public void An_empty_declaration_is_none()
        => Assert.Null(_enricher.Read(French, null, " ", []).Language.Declared);
}

public sealed class When_a_dispatch_speaks_more_than_one_language
{
    private const string French = "Le Premier ministre a répondu jeudi en néerlandais aux questions de la presse, après une réunion de plusieurs heures au parlement.";
    private const string Dutch = "De regering heeft donderdag een akkoord bereikt met de vakbonden over de hervorming van de pensioenen, zo meldt de premier.";
    private readonly LanguageEnricher _enricher = new(LanguageDetector.Default);

    [Fact]
    public void Long_quotations_do_not_change_its_own()
    {
        const string Body = """
            BRUXELLES - Le ministre a répondu en néerlandais aux questions.

            "Wij hebben vandaag een goed akkoord bereikt en ik dank alle partners voor hun inzet, want dit was een lange en moeilijke nacht", a-t-il déclaré.

            "De onderhandelingen over de begroting worden volgende week voortgezet met de vakbonden en met de werkgevers", a-t-il ajouté.
            """;
        Assert.Equal("fr", _enricher.Read(Body, null, null, []).Language.Tag);
    }

    [Fact]
    public void Paragraphs_in_another_language_are_named_with_their_span()
    {
        var body = $"{French}\n\n{French}\n\n{French}\n\n{Dutch}\n\n{French}";
        var language = _enricher.Read(body, null, null, []).Language;
        Assert.Equal("fr", language.Tag);
        var paragraph = Assert.Single(language.Paragraphs!);
        Assert.Equal("nl", paragraph.Tag);
        Assert.Equal(Dutch, body.Substring(paragraph.Span[0], paragraph.Span[1]));
    }

    [Fact]
    public void Spans_count_utf16_units_and_lines_are_paragraphs_where_no_line_is_blank()
    {
        var body = $"📰 {French}\n{Dutch}\r\n{French}\n";
        var paragraph = Assert.Single(_enricher.Read(body, null, null, []).Language.Paragraphs!);
        Assert.Equal(Dutch, body.Substring(paragraph.Span[0], paragraph.Span[1]));
    }

    [Fact]
    public void A_text_half_and_half_is_in_the_language_of_its_headline()
    {
        var body = $"{Dutch}\n\n{French}";
        Assert.Equal("fr", _enricher.Read(body, "Le gouvernement trouve un accord sur la réforme des pensions", null, []).Language.Tag);
        Assert.Equal("nl", _enricher.Read(body, "Regering bereikt akkoord over hervorming van pensioenen", null, []).Language.Tag);
    }

    [Fact]
    public void Without_a_headline_it_is_in_the_language_it_begins_with()
    {
        Assert.Equal("nl", _enricher.Read($"{Dutch}\n\n{French}", null, null, []).Language.Tag);
        Assert.Equal("fr", _enricher.Read($"{French}\n\n{Dutch}", null, null, []).Language.Tag);
    }

    [Fact]
    public void A_text_in_one_language_names_no_paragraphs()
        => Assert.Null(_enricher.Read($"{French}\n\n{French}", null, null, []).Language.Paragraphs);
}

public sealed class When_a_dispatch_is_huge
{
    [Theory]
    [InlineData("x", 1_000_000)]
    [InlineData("\"«a", 300_000)]
    [InlineData("„\n", 500_000)]
    [InlineData("Le gouvernement a annoncé lundi une réforme des retraites très attendue.\n\n", 14_000)]
    public void Its_language_is_found_in_linear_time(string part, int times)
    {
        var body = string.Concat(Enumerable.Repeat(part, times));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        new LanguageEnricher(LanguageDetector.Default).Read(body, "Titre", "fr", []);
        // Linear takes a fraction of a second; quadratic, hours. The limit leaves room for a busy machine.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }
}

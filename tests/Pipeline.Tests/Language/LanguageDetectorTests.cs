using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Newswire.Enricher.Language;

namespace Newswire.Pipeline.Tests.Language;

public sealed class When_a_text_is_in_one_language
{
    [Theory]
    [InlineData("fr", "Le Premier ministre a annoncé vendredi une reprise des pourparlers de paix.")]
    [InlineData("nl", "De premier heeft vrijdag aangekondigd dat de vredesbesprekingen worden hervat.")]
    [InlineData("de", "Der Ministerpräsident hat am Freitag die Wiederaufnahme der Friedensgespräche angekündigt.")]
    [InlineData("en", "The prime minister announced on Friday that peace talks would resume.")]
    [InlineData("es", "El primer ministro anunció el viernes la reanudación de las conversaciones de paz.")]
    [InlineData("it", "Il primo ministro ha annunciato venerdì la ripresa dei colloqui di pace.")]
    [InlineData("pt", "O primeiro-ministro anunciou na sexta-feira que as negociações de paz serão retomadas.")]
    [InlineData("sv", "Statsministern meddelade på fredagen att fredssamtalen ska återupptas.")]
    [InlineData("nb", "Statsministeren kunngjorde fredag at fredssamtalene skal gjenopptas i neste uke.")]
    [InlineData("fi", "Pääministeri ilmoitti perjantaina rauhanneuvottelujen jatkumisesta.")]
    [InlineData("pl", "Premier ogłosił w piątek wznowienie rozmów pokojowych.")]
    [InlineData("cs", "Premiér v pátek oznámil obnovení mírových rozhovorů.")]
    [InlineData("hu", "A miniszterelnök pénteken bejelentette, hogy folytatódnak a béketárgyalások.")]
    [InlineData("ro", "Prim-ministrul a anunțat vineri reluarea discuțiilor de pace.")]
    [InlineData("tr", "Başbakan cuma günü barış görüşmelerinin yeniden başlayacağını duyurdu.")]
    [InlineData("ru", "Премьер-министр объявил в пятницу о возобновлении мирных переговоров.")]
    [InlineData("uk", "Прем'єр-міністр оголосив у п'ятницю про відновлення мирних переговорів.")]
    [InlineData("bg", "Министър-председателят обяви в петък, че мирните преговори ще бъдат възобновени.")]
    [InlineData("el", "Ο πρωθυπουργός ανακοίνωσε την Παρασκευή την επανέναρξη των ειρηνευτικών συνομιλιών.")]
    [InlineData("ar", "أعلن رئيس الوزراء يوم الجمعة استئناف محادثات السلام.")]
    [InlineData("fa", "نخست‌وزیر روز جمعه از ازسرگیری گفت‌وگوهای صلح خبر داد.")]
    [InlineData("he", "ראש הממשלה הודיע ביום שישי על חידוש שיחות השלום.")]
    [InlineData("hi", "प्रधानमंत्री ने शुक्रवार को शांति वार्ता फिर से शुरू करने की घोषणा की।")]
    [InlineData("ja", "首相は金曜日、和平交渉の再開を発表した。")]
    [InlineData("ko", "총리는 금요일 평화 회담을 재개한다고 발표했다.")]
    [InlineData("zh-Hans", "总理星期五宣布恢复和平谈判。")]
    [InlineData("zh-Hant", "總理星期五宣布恢復和平談判。")]
    public void It_is_told(string tag, string text)
    {
        var guess = LanguageDetector.Default.Detect(text);
        Assert.Equal(tag, guess.Tag);
        Assert.InRange(guess.Confidence, 0.6, 1);
    }

    [Theory]
    [InlineData("Le Premier ministre a annoncé vendredi une reprise des pourparlers de paix.")]
    [InlineData("Premiér v pátek oznámil obnovení mírových rozhovorů.")]
    [InlineData("De minister-president heeft vrijdag een akkoord bereikt met de vakbonden.")]
    public void Capitals_change_nothing(string text)
        => Assert.Equal(LanguageDetector.Default.Detect(text), LanguageDetector.Default.Detect(text.ToUpperInvariant()));

    [Fact]
    public void Decomposed_accents_change_nothing()
    {
        const string Text = "Le Premier ministre a annoncé vendredi à Paris la création d'un comité indépendant.";
        Assert.Equal(LanguageDetector.Default.Detect(Text), LanguageDetector.Default.Detect(Text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Zero_width_characters_and_soft_hyphens_change_nothing()
    {
        const string Text = "Der Ministerpräsident hat am Freitag neue Gespräche angekündigt.";
        var strewn = string.Join('\u200B', Text.AsEnumerable()).Replace("\u200BF", "\u00AD\uFEFFF", StringComparison.Ordinal);
        Assert.Equal(LanguageDetector.Default.Detect(Text), LanguageDetector.Default.Detect(strewn));
    }

    [Fact]
    public void Web_and_mail_addresses_do_not_count()
    {
        const string Text = "Die Regierung teilte dies am Montag mit";
        Assert.Equal(
            LanguageDetector.Default.Detect(Text),
            LanguageDetector.Default.Detect(Text + " https://www.example.com/the-prime-minister-announced-this editor@the-newspaper.example.com"));
    }

    [Fact]
    public void Serbian_is_told_in_both_its_scripts()
    {
        Assert.Equal("sr", LanguageDetector.Default.Detect("Премијер је у петак најавио наставак мировних преговора и реформу привреде.").Tag);
        Assert.Equal("sr", LanguageDetector.Default.Detect("Premijer je u petak najavio nastavak mirovnih pregovora i reformu privrede u celoj zemlji, saopšteno je iz vlade.").Tag);
    }

    [Fact]
    public void A_name_in_another_script_does_not_change_it()
        => Assert.Equal("fr", LanguageDetector.Default.Detect("Le président chinois Xi Jinping (习近平) est arrivé lundi à Paris pour une visite officielle.").Tag);
}

public sealed class When_a_language_cannot_be_told
{
    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("AB")]
    [InlineData("12.03.2024 – 3:1 (2:0) 📈")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\uD800\uDC00\uD800")]
    public void The_answer_is_und(string text)
        => Assert.Equal(LanguageGuess.Undetermined, LanguageDetector.Default.Detect(text).Tag);
}

public sealed class When_the_source_is_known_to_write_certain_languages
{
    [Theory]
    [InlineData("hr")]
    [InlineData("sr")]
    [InlineData("bs")]
    public void A_text_that_could_be_any_of_close_languages_is_in_the_expected_one(string expected)
        => Assert.Equal(expected, LanguageDetector.Default.Detect("On radi u gradu", [expected]).Tag);

    [Theory]
    [InlineData("id")]
    [InlineData("ms")]
    public void So_it_is_for_Indonesian_and_Malay(string expected)
        => Assert.Equal(expected, LanguageDetector.Default.Detect("Saya makan nasi", [expected]).Tag);

    [Fact]
    public void A_clear_text_in_another_language_is_still_told()
        => Assert.Equal("fr", LanguageDetector.Default.Detect("Le Premier ministre a annoncé vendredi une reprise des pourparlers.", ["nl", "en"]).Tag);

    [Theory]
    [InlineData("no", "nb")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("sh", "sr")]
    [InlineData("iw", "he")]
    [InlineData("FR_be", "fr")]
    public void Old_codes_macrolanguages_and_regions_are_understood(string said, string detected)
        => Assert.True(LanguageTags.Covers(said, detected));

    [Theory]
    [InlineData("zh-CN", "zh-Hant")]
    [InlineData("nb", "nn")]
    [InlineData("en", "fr")]
    public void And_kept_apart(string said, string detected)
        => Assert.False(LanguageTags.Covers(said, detected));
}

public sealed class When_a_text_is_long_or_hostile
{
    [Fact]
    public void A_megabyte_without_spaces_costs_no_more_than_a_page()
    {
        var text = string.Concat(Enumerable.Repeat("donaudampfschifffahrtsgesellschaft", 30_000));
        LanguageDetector.Default.Detect(text);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
            LanguageDetector.Default.Detect(text);
        // 100 pages take about 10 ms; reading the whole text would take seconds.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 2);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var text = string.Concat(Enumerable.Repeat("Le Premier ministre a annoncé vendredi une reprise des pourparlers. ", 1000));
        LanguageDetector.Default.Detect(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        LanguageDetector.Default.Detect(text);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Any_string_gets_a_known_tag_and_a_confidence_between_0_and_1()
    {
        var tags = LanguageDetector.Default.Languages.Append(LanguageGuess.Undetermined).ToHashSet(StringComparer.Ordinal);
        Prop.ForAll<string>(text =>
        {
            var guess = LanguageDetector.Default.Detect(text, ["fr"]);
            return tags.Contains(guess.Tag) && guess.Confidence is >= 0 and <= 1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_million_combining_marks_are_bounded()
        => Assert.Equal(LanguageGuess.Undetermined, LanguageDetector.Default.Detect("e" + new string('\u0301', 1_000_000)).Tag);
}

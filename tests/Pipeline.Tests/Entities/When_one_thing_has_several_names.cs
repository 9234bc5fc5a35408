using Newswire.Contracts;
using Newswire.Enricher.Entities;

namespace Newswire.Pipeline.Tests.Entities;

public class When_one_thing_has_several_names
{
    private static readonly EntityRecognizer Recognizer = new();

    [Fact]
    public void A_surname_joins_the_full_name()
    {
        const string Body = "Imran Khan a rencontré vendredi le président Joe Biden à Washington. Selon Khan, la rencontre a été utile. Biden est resté discret.";
        var entities = Recognizer.Recognize(null, Body, "fr");
        var khan = Assert.Single(entities, e => e.Key == "imran khan");
        Assert.Equal(["Khan"], khan.AlsoKnownAs);
        Assert.Equal(2, khan.Mentions.Count);
        Assert.Equal(2, Assert.Single(entities, e => e.Key == "joe biden").Mentions.Count);
    }

    [Fact]
    public void A_surname_of_several_words_joins_the_full_name()
    {
        const string Body = "Mme von der Leyen est attendue à Bruxelles. Ursula von der Leyen y rencontrera le Premier ministre Alexander De Croo. M. De Croo est resté discret.";
        var entities = Recognizer.Recognize(null, Body, "fr");

        Assert.Equal(["Alexander De Croo", "Ursula von der Leyen"], entities.Where(e => e.Type == "person").Select(e => e.Text).Order(StringComparer.Ordinal));
        Assert.Equal(["De Croo"], Assert.Single(entities, e => e.Key == "alexander de croo").AlsoKnownAs);
    }

    [Theory]
    [InlineData("fr", "La présidente Ursula von der Leyen est attendue mardi. Mme von der Leyen restera à Bruxelles.", "Ursula von der Leyen", 2)]
    [InlineData("en", "Saudi Crown Prince Mohammed bin Salman was absent. Osama bin Laden was killed in Pakistan, they said.", "Osama bin Laden", 1)]
    [InlineData("es", "El príncipe Mohamed bin Salman recibió a la presidenta. Según fuentes oficiales, bin Salman viajará el jueves.", "Mohamed bin Salman", 2)]
    [InlineData("nl", "Commissievoorzitter Ursula von der Leyen was dinsdag in Riyad. Louis van Gaal en de broer van Jan kwamen niet.", "Ursula von der Leyen", 1)]
    public void A_surname_begins_with_its_small_words(string language, string body, string name, int mentions) =>
        Assert.Equal(mentions, Assert.Single(Recognizer.Recognize(null, body, language), e => e.Text == name).Mentions.Count);

    [Theory]
    [InlineData("De Rooij Stapt Op Bij Twente", "Trainer Theo de Rooij vertrekt. Dat zei de club maandag in Enschede.", "theo de rooij", "De Rooij")]
    [InlineData("Van Der Poel Wint Opnieuw In Vlaanderen", "Mathieu van der Poel won zondag voor de derde keer in Oudenaarde.", "mathieu van der poel", "Van Der Poel")]
    public void Small_words_with_a_capital_belong_to_the_surname(string headline, string body, string key, string surname)
    {
        var person = Assert.Single(Recognizer.Recognize(headline, body, "nl"), e => e.Key == key);
        Assert.Equal([0, surname.Length], Assert.Single(person.HeadlineMentions!));
    }

    [Theory]
    [InlineData("Waters Asks For New Talks With Both Banks", "Maxine Waters spoke to reporters in Washington on Monday.", "maxine waters", true)]
    [InlineData("CHAMBERS CANCELS CONCERTS IN THREE CITIES", "The singer Kasey Chambers was taken to hospital in Chicago on Monday.", "kasey chambers", true)]
    [InlineData("Long Delays Expected For Ferries And Trains", "The actress Shelley Long spoke to reporters in London on Monday.", "shelley long", false)]
    [InlineData("Price Of Bread Rises For Third Month", "The minister Katie Price spoke to reporters in London on Monday.", "katie price", false)]
    [InlineData("Strong Winds Expected In Three Provinces", "The minister Andrew Strong spoke to reporters in London on Monday.", "andrew strong", false)]
    public void A_surname_is_known_among_capitals_unless_it_is_a_common_word(string headline, string body, string key, bool known) =>
        Assert.Equal(known, Assert.Single(Recognizer.Recognize(headline, body, "en"), e => e.Key == key).HeadlineMentions is not null);

    [Theory]
    [InlineData("nl", "De moeder van Amsterdam en Jan van Utrecht stad spraken over de brug van Londen.")]
    [InlineData("de", "Der Bürgermeister von München und der Präsident von Mexiko trafen sich in Wien.")]
    public void A_preposition_makes_no_surname(string language, string body) =>
        Assert.DoesNotContain(Recognizer.Recognize(null, body, language), e => e.Text.Contains("München und", StringComparison.Ordinal) || e.Text.Contains("van Londen", StringComparison.Ordinal) || e.Text.Contains("von M", StringComparison.Ordinal));

    [Fact]
    public void The_acronym_in_brackets_joins_its_expansion()
    {
        var entities = Recognizer.Recognize(null, "L'Organisation mondiale de la santé (OMS) a réagi. L'OMS craint une nouvelle vague en Belgique.", "fr");
        var who = Assert.Single(entities, e => e.Type == "organization");
        Assert.Equal("Organisation mondiale de la santé", who.Text);
        Assert.Equal(["OMS"], who.AlsoKnownAs);
        Assert.Equal(3, who.Mentions.Count);
    }

    [Theory]
    [InlineData("TTP", "Tehreek-e-Taliban Pakistan", true)]
    [InlineData("OMS", "Organisation mondiale de la santé", true)]
    [InlineData("FBI", "Federal Bureau of Investigation", true)]
    [InlineData("CDU", "Christlich Demokratische Union", true)]
    [InlineData("ISI", "agence de renseignement militaire", false)]
    [InlineData("FBI", "Central Intelligence Agency", false)]
    public void Initials_decide_whether_an_acronym_fits(string acronym, string expansion, bool fits) =>
        Assert.Equal(fits, AcronymLinker.InitialsFit(acronym, expansion));

    [Fact]
    public void Two_names_of_one_country_are_one_entity()
    {
        var entities = Recognizer.Recognize(null, "Les Etats-Unis ont protesté auprès de la Chine. Selon Pékin, les USA exagèrent.", "fr");
        var country = Assert.Single(entities, e => e.Country == "US");
        Assert.Equal(2, country.Mentions.Count);
    }

    [Fact]
    public void A_name_of_the_headline_has_its_spans_there()
    {
        const string Headline = "Imran Khan reçu à Paris";
        var khan = Assert.Single(Recognizer.Recognize(Headline, "Le Premier ministre Imran Khan est arrivé à Paris jeudi.", "fr"), e => e.Key == "imran khan");
        Assert.Equal([0, 10], Assert.Single(khan.HeadlineMentions!));
        Assert.Equal([20, 10], Assert.Single(khan.Mentions));
    }

    [Theory]
    [InlineData("fr", "Le président français Emmanuel Macron a parlé à Paris.", "Emmanuel Macron", "président")]
    [InlineData("nl", "Premier Mark Rutte sprak dinsdag in Den Haag.", "Mark Rutte", "Premier")]
    [InlineData("de", "Bundeskanzlerin Angela Merkel sprach am Dienstag in Berlin.", "Angela Merkel", "Bundeskanzlerin")]
    [InlineData("en", "Prime Minister Boris Johnson spoke in London on Tuesday.", "Boris Johnson", "Prime Minister")]
    [InlineData("es", "El presidente Pedro Sánchez habló el martes en Madrid.", "Pedro Sánchez", "presidente")]
    public void The_role_beside_a_name_is_kept(string language, string body, string name, string role)
    {
        NamedEntity person = Assert.Single(Recognizer.Recognize(null, body, language), e => e.Type == "person");
        Assert.Equal(name, person.Text);
        Assert.Equal(role, person.Role);
    }

    [Fact]
    public void A_verb_between_office_and_name_is_no_role()
    {
        var person = Assert.Single(Recognizer.Recognize(null, "Le président a reçu Imran Khan vendredi.", "fr"), e => e.Type == "person");
        Assert.Null(person.Role);
    }
}

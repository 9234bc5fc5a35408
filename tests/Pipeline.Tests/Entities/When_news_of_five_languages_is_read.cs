using Newswire.Contracts;
using Newswire.Enricher.Entities;

namespace Newswire.Pipeline.Tests.Entities;

/// <summary>Whole short dispatches, as printed and as headlines: every name, with its type, and nothing else. A model that gives something else is another model.</summary>
public class When_news_of_five_languages_is_read
{
    private static readonly EntityRecognizer Recognizer = new();

    [Theory]
    [InlineData("fr",
        "Le Premier ministre Alexander De Croo a rencontré lundi à Paris le président Emmanuel Macron. La Commission européenne a salué cet accord. « Nous avançons », a déclaré M. De Croo à l'agence Belga.",
        "PER Alexander De Croo", "LOC Paris", "PER Emmanuel Macron", "ORG Commission européenne", "ORG Belga")]
    [InlineData("nl",
        "Premier Mark Rutte sprak dinsdag in Den Haag met Angela Merkel. De Europese Commissie wilde niet reageren, meldt het persbureau ANP. Volgens Rutte wordt er in Brussel verder onderhandeld.",
        "PER Mark Rutte", "LOC Den Haag", "PER Angela Merkel", "ORG Europese Commissie", "ORG ANP", "LOC Brussel")]
    [InlineData("de",
        "Bundeskanzlerin Angela Merkel ist am Dienstag in Berlin mit Emmanuel Macron zusammengetroffen. Die SPD und die Grünen kritisierten das Treffen. Siemens will in München 400 Stellen streichen.",
        "PER Angela Merkel", "LOC Berlin", "PER Emmanuel Macron", "ORG SPD", "ORG Grünen", "ORG Siemens", "LOC München")]
    [InlineData("en",
        "President Barack Obama met Angela Merkel in Berlin on Tuesday. The European Union and the International Monetary Fund welcomed the deal, Reuters reported. Obama flies to London on Friday.",
        "PER Barack Obama", "PER Angela Merkel", "LOC Berlin", "ORG European Union", "ORG International Monetary Fund", "ORG Reuters", "LOC London")]
    [InlineData("es",
        "El presidente Pedro Sánchez se reunió el martes en Madrid con Angela Merkel. La Unión Europea y el Banco Central Europeo celebraron el acuerdo, según la agencia EFE. Sánchez viajará el jueves a Berlín.",
        "PER Pedro Sánchez", "LOC Madrid", "PER Angela Merkel", "ORG Unión Europea", "ORG Banco Central Europeo", "ORG EFE", "LOC Berlín")]
    public void Every_name_is_found_and_nothing_else(string language, string text, params string[] names) => Assert.Equal(names, Found(text, language));

    [Theory]
    [InlineData("fr", "Emmanuel Macron Reçoit Angela Merkel À Paris Avant Le Sommet De Bruxelles", "PER Emmanuel Macron", "PER Angela Merkel", "LOC Paris", "LOC Bruxelles")]
    [InlineData("fr", "EMMANUEL MACRON REÇOIT ANGELA MERKEL À PARIS AVANT LE SOMMET DE BRUXELLES", "PER EMMANUEL MACRON", "PER ANGELA MERKEL", "LOC PARIS", "LOC BRUXELLES")]
    [InlineData("nl", "Mark Rutte Ontvangt Angela Merkel In Den Haag Voor Gesprek Over Griekenland", "PER Mark Rutte", "PER Angela Merkel", "LOC Den Haag", "LOC Griekenland")]
    [InlineData("nl", "MARK RUTTE ONTVANGT ANGELA MERKEL IN DEN HAAG VOOR GESPREK OVER GRIEKENLAND", "PER MARK RUTTE", "PER ANGELA MERKEL", "LOC DEN HAAG", "LOC GRIEKENLAND")]
    [InlineData("de", "ANGELA MERKEL EMPFÄNGT BARACK OBAMA IN BERLIN", "PER ANGELA MERKEL", "PER BARACK OBAMA", "LOC BERLIN")]
    [InlineData("en", "Barack Obama Meets Angela Merkel In Berlin Before Talks On Greece", "PER Barack Obama", "PER Angela Merkel", "LOC Berlin", "LOC Greece")]
    [InlineData("en", "BARACK OBAMA MEETS ANGELA MERKEL IN BERLIN BEFORE TALKS ON GREECE", "PER BARACK OBAMA", "PER ANGELA MERKEL", "LOC BERLIN", "LOC GREECE")]
    [InlineData("es", "Pedro Sánchez Recibe A Angela Merkel En Madrid Antes De La Cumbre", "PER Pedro Sánchez", "PER Angela Merkel", "LOC Madrid")]
    [InlineData("es", "PEDRO SÁNCHEZ RECIBE A ANGELA MERKEL EN MADRID ANTES DE LA CUMBRE", "PER PEDRO SÁNCHEZ", "PER ANGELA MERKEL", "LOC MADRID")]
    public void Headlines_in_capitals_lose_no_name(string language, string headline, params string[] names) => Assert.Equal(names, Found(headline, language));

    private static List<string> Found(string text, string language) =>
        [.. Recognizer.Recognize(null, text, language).OrderBy(entity => entity.Mentions[0][0]).Select(entity => $"{Short(entity)} {text.Substring(entity.Mentions[0][0], entity.Mentions[0][1])}")];

    private static string Short(NamedEntity entity) => entity.Type switch { "person" => "PER", "place" => "LOC", "organization" => "ORG", _ => "MISC" };
}

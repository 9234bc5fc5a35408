using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Belga's form of IPTC 7901, one message a file and a day a file; the texts are invented.</summary>
public sealed class When_Belga_sends_its_line
{
    private static string Message(string header, string headline, string text, string end = "./.\n150920 JUN 07\n")
        => $"{header}\nRUSSIE/GB/\n{headline}\n\n{text}\n{end}";

    [Fact]
    public void A_message_is_its_headline_dateline_and_text_and_nothing_of_its_header_and_end()
    {
        var record = Reading.One(Message(
            "EXT010 3 GEN 0336 F BELGA-0102 COR 703",
            "Affaire Brunswick: le parquet ouvre une enquête",
            "   MOSCOU 05/06 (AFP-DPA-BELGA) = Le parquet russe (ancien bureau) a\nouvert une enquête sur la base des déclarations du comptable de la\nsociété, a annoncé vendredi le porte-parole.\n   Il n'a pas donné de détails.\nVDH/FUL/",
            "./.CVN\n\n./.\n060920 JUN 07\n"));

        Assert.Equal("Affaire Brunswick: le parquet ouvre une enquête", record.Headline());
        Assert.Equal("MOSCOU", record.Item.Located);
        Assert.Equal("2007-06-05", record.Dates!.Content!.Value);
        Assert.Equal(["AFP", "dpa", "Belga"], record.Credit!.Select(credit => credit.Name));
        Assert.Equal("fr", record.Language!.Declared);
        Assert.Equal(Signals.None, record.Signal);
        Assert.Contains(record.Item.AltIds!, id => id is { Role: "agency-number", Value: "BELGA-0102" });
        Assert.Equal(
            "Le parquet russe (ancien bureau) a ouvert une enquête sur la base des déclarations du comptable de la société, a annoncé vendredi le porte-parole.\n\nIl n'a pas donné de détails.",
            record.Text());
    }

    [Theory]
    [InlineData("Champions League (2)", "Champions League", "update")]
    [InlineData("Championnat (3DER)", "Championnat", "update")]
    [InlineData("Krimp vertraagt (NBB) (1LEAD)", "Krimp vertraagt (NBB)", "update")]
    [InlineData("Zes gewonden bij ongeval (UPDATE)", "Zes gewonden bij ongeval", "update")]
    [InlineData("Ligabeker - VERBETERING/RECTIFICATIF -", "Ligabeker", "correction")]
    [InlineData("Bourse en hausse (CORRECT)", "Bourse en hausse", "correction")]
    [InlineData("2465,8 miljoen (CORRECT) liter melk", "2465,8 miljoen (CORRECT) liter melk", "correction")]
    [InlineData("Krimp vertraagt (NBB)", "Krimp vertraagt (NBB)", "none")]
    [InlineData("Il perd sa voiture et la recette du bal ...", "Il perd sa voiture et la recette du bal ...", "none")]
    [InlineData("Il a perdu sa voiture.", "Il a perdu sa voiture.", "none")]
    public void The_end_of_the_headline_tells_the_version(string printed, string headline, string signal)
    {
        var record = Reading.One(Message("SPN001 3 UIT 0348 N BELGA-....", printed, "   BRUSSEL 14/06 (BELGA) = Tekst één is lang genoeg."));

        Assert.Equal((headline, signal), (record.Headline(), record.Signal));
        Assert.Equal("Tekst één is lang genoeg.", record.Text());
    }

    [Fact]
    public void A_day_in_one_file_is_its_messages()
    {
        var day = "[31-JUL-97  00:00]\n\n" + Message("SPF001 3 RES 0070 F BELGA-0001", "Un", "   BRUXELLES 31/07 (BELGA) = Texte un.", "./.CVN\n\n./.\n310001 JUL 97\n\n[31-JUL-97  00:12]\n\n")
            + Message("INT002 2 POL 0040 B BELGA-0002 AVM", "Deux", "   BRUXELLES 31/07 (BELGA) = Texte deux.", "././.MIK\n") + Message("BIN003 3 ALG 0040 N", "Drie", "   BRUSSEL 31/07 = Tekst drie.");
        var items = Reading.Of(day).Items.Select(item => item.Record!).ToList();

        Assert.Equal(["Texte un.", "Texte deux.", "Tekst drie."], items.Select(record => record.Text()));
        Assert.Equal(["Un", "Deux", "Drie"], items.Select(record => record.Headline()));
        Assert.Equal(["fr", null, "nl"], items.Select(record => record.Language?.Declared));
    }

    [Fact]
    public void A_placeholder_is_no_news() => Assert.Equal("no-content", Reading.Refused("INT000 3 0123 T BELGA-....\n\n\n  15/06 () = \n\n\n\n./.\n150000 JUN 10\n"));

    [Fact]
    public void Results_keep_their_columns()
    {
        var record = Reading.One(Message(
            "SPF001 3 RES 0070 F BELGA-0001",
            "Coupe",
            "   BRUXELLES 14/06 (BELGA) = Résultats des matches de la coupe, qui\nont été disputés mercredi:\n                                  Aller\n   Brandes (Isl) - Moravie (Svq)     0-1\n\n   NDLR: Les clubs précédés du signe (+) sont qualifiés."));

        Assert.Equal(
            "Résultats des matches de la coupe, qui ont été disputés mercredi:\n\n                                  Aller\n   Brandes (Isl) - Moravie (Svq)     0-1\n\nNDLR: Les clubs précédés du signe (+) sont qualifiés.",
            record.Text());
    }
}

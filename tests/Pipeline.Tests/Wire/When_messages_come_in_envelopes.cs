using System.Text;
using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

public sealed class When_messages_come_in_envelopes
{
    private const string Text = "BRUXELLES, 1 octobre 2021 (Belga) - Le conseil a approuvé le plan.\n\nLes travaux commencent lundi.";

    [Theory]
    [InlineData("ZCZC BEL0001\n{0}\nNNNN\n")]
    [InlineData("\n  zczc\n{0}\n\n\nnnnn\n")]
    [InlineData("ZCZC\nKN#GOUV-PLAN\nTX#{0}\nNNNN\n")]
    [InlineData("%%bruit\nZCZC\n{0}\nNNNN\nencore du bruit")]
    [InlineData("From: desk@example.org\nTo: x@example.org\nSubject: Plan\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{0}\n\n-- \nDesk\n")]
    [InlineData("From: desk@example.org\nSubject: Plan\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>BRUXELLES, 1 octobre 2021 (Belga) - Le conseil a <b>approuvé</b> le plan.</p><p>Les travaux commencent lundi.</p>\n")]
    public void The_same_text_is_the_same_story_whatever_carried_it(string envelope)
        => Assert.Equal(Reading.One(Text).Uri, Reading.One(envelope.Replace("{0}", Text, StringComparison.Ordinal)).Uri);

    [Fact]
    public void Lines_with_signs_are_slug_headline_and_subject()
    {
        var record = Reading.One("ZCZC AAP\n%A\n#Library\n$Fund found for rural libraries\n:(BRISBANE)\n*07000000\n@QLD\n~AM Service\nA fund has been found.\n\n   Work starts soon.\n\n\nNNNN");

        Assert.Equal("Fund found for rural libraries", record.Headline());
        Assert.Equal("Library", record.Item.Slugline);
        Assert.Equal("http://cv.iptc.org/newscodes/subjectcode/07000000", Assert.Single(record.Item.Subjects!).Uri);
        Assert.Equal("A fund has been found.\n\nWork starts soon.", record.Text());
    }

    [Fact]
    public void Each_message_of_a_file_is_an_item_and_a_missing_end_is_held()
    {
        var items = Reading.Of("ZCZC 1\nPARIS (AFP) - Un.\nNNNN\nbruit\nZCZC 2\nPARIS (AFP) - Deux.\n").Items;

        Assert.Equal(["Un.", "Deux."], items.Select(item => item.Record!.Text()));
        Assert.Equal(Statuses.Usable, items[0].Record!.Status);
        Assert.Equal(Statuses.Withheld, items[1].Record!.Status);
    }

    [Theory]
    [InlineData("iptc7901.txt", "\0\a\b\u000E\u0010\u0011\u0013\u0015\u0016\u001B\u001D\u007F")]
    [InlineData("anpa.txt", "\0\a\u000E\u0015\u001B\u001D\u007F")]
    public void A_control_that_means_nothing_changes_nothing_wherever_it_stands(string file, string controls)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(Reading.Fixtures, "rosetta", "r03", file)));
        var expected = Record(text);
        for (var at = 0; at <= text.Length; at++)
        {
            // Within the bytes of one letter it damages that letter.
            if (at < text.Length && text[at] is >= '\u0080' and < '\u00C0' && file != "anpa.txt") continue;
            Assert.Equal(expected, Record(text.Insert(at, controls[at % controls.Length].ToString())));
        }

        static string Record(string content)
        {
            var record = Assert.Single(Reading.Of(Encoding.Latin1.GetBytes(content)).Items).Record!;
            return System.Text.Json.JsonSerializer.Serialize(record with { DispatchId = Guid.Empty, Raw = record.Raw with { Sha256 = "", Bytes = 0 } }, NewswireJson.Wire.NewsRecord);
        }
    }

    [Fact]
    public void Three_controls_are_spaces_in_rows_and_nothing_in_a_sentence()
    {
        var record = Reading.One("\u0016\u0016\u0001a0011\u001F__test\r\nr a\u0013\u0011BC-test  03-14 0053\r\n\u0002^BC-test,53<\r\n^Scores of the day<\r\n\tThe ga\u0010mes ended late.\r\n\bHome\u001E3\r\n\bAway\u001F2\r\n\u0003\r\nNV-TT-03-14-24 1941GMT<\r\n\u0004");

        Assert.Equal("The games ended late.\n\nHome 3\nAway 2", record.Text());
    }

    [Fact]
    public void A_message_cut_before_its_end_is_refused_and_its_neighbour_read()
    {
        var items = Reading.Of("\u0001nov0012 4 pl 5  nova 012\r\n\r\nA/\r\n\u0002Titre A =\r\n\r\nTexte cou\u0001nov0013 4 pl 5  nova 013\r\n\r\nB/\r\n\u0002Titre B =\r\n\r\nTexte.\r\n\u0003141942 GMT Mar 24\r\n\u0004").Items;

        Assert.Equal("truncated", items[0].Refusal!.Code);
        Assert.Equal("Titre B", items[1].Record!.Headline());
    }

    [Fact]
    public void Attachments_that_are_dispatches_are_items_and_other_files_are_not()
    {
        const string Mail = "From: desk@example.org\nSubject: Deux\nDate: Fri, 1 Oct 2021 14:00:00 +0200\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/plain\n\nBonjour, voici la suite.\n--X\n"
            + "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=a.txt\n\nnov0012 4 pl 5  nova 012\n\nEssai/\nTitre =\n\nParis (nova) - Un texte.\n\n141941 GMT Mar 24\n--X\n"
            + "Content-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.png\n\niVBORw0KGgo=\n--X--\n";

        Assert.Equal("Titre", Reading.One(Mail).Headline());
    }

    [Fact]
    public void A_mail_fills_what_the_text_leaves_open()
    {
        var record = Reading.One("From: desk@example.org\nTo: x@example.org\nSubject: =?utf-8?q?Fwd:_Plan_adopt=C3=A9?=\nDate: Fri, 1 Oct 2021 14:00:00 +0200\nMessage-ID: <abc@example.org>\n\n" + Text + "\n");

        Assert.Equal("Plan adopté", record.Headline());
        Assert.Equal(new DateTimeOffset(2021, 10, 1, 12, 0, 0, TimeSpan.Zero), record.Item.VersionCreated);
        Assert.Contains(record.Item.AltIds!, id => id is { Role: "message-id", Value: "abc@example.org" });
    }

    [Fact]
    public void A_national_set_of_seven_bits_is_read_when_the_source_says_which()
    {
        var content = Encoding.ASCII.GetBytes("PARIS, 3 mars 2024 (AFP) - Le pr{sident a {t{ r{{lu @ Li}ge.");

        Assert.Equal("Le président a été réélu à Liège.", Reading.Of(content, new SourceSettings { Charset = "iso646-fr" }).Items[0].Record!.Text());
        Assert.True(Reading.Of(content).Items[0].Record!.Warns("charset-conflict"));
    }

    [Fact]
    public void The_kyodo_dialect_of_anpa_is_read_day_first()
    {
        var record = Reading.One("\u0001a0123kyodo\u001f-----\r\nr a\u0014\u0012 BC-Japan-Library   14-03 0020\r\n\u0002^BC-Japan-Library,20<\r\n^Council approves library plan+\r\n     TOKYO, March 14 Kyodo - The council approved the plan.\r\n     ==Kyodo\r\n\u0003KWS-19:41-14-03-24\r\n\u0004");

        Assert.Equal("Council approves library plan", record.Headline());
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 0, TimeSpan.Zero), record.Item.VersionCreated);
        Assert.Equal("The council approved the plan.", record.Text());
        Assert.True(record.Warns("zone-assumed"));
    }

    [Fact]
    public void A_one_line_alert_is_its_own_headline_but_not_part_of_its_identity()
    {
        var record = Reading.One("\u0016\u0001W1645\u001fasian\r\nb a\u0013\u0011 BC-US--APNewsAlert     06-29 0012\r\n\u0002^BC-US--APNewsAlert,12<\r\n\t   HONOLULU (AP) _ The state files a court challenge to a rule.\r\n\u0003AP-WF-06-29-17 2350GMT<\r\n\u0004");

        Assert.Equal("alert", record.Signal);
        Assert.Equal("The state files a court challenge to a rule.", record.Headline());
        Assert.Equal(Reading.One("HONOLULU (AP) _ The state files a court challenge to a rule.\n").Uri, record.Uri);
    }

    [Fact]
    public void A_message_may_end_with_its_dateline() =>
        Assert.Equal(("Bridge", null), (Reading.One("\u0001nov0042 4 pl 53  nova r01\n\u0002Bridge =\n\n   LONDON, Nov 3 (Nova) - \n\n\u0003031941 GMT Nov 25\u0004").Headline(), Reading.One("\u0001nov0042 4 pl 53  nova r01\n\u0002Bridge =\n\n   LONDON, Nov 3 (Nova) - \n\n\u0003031941 GMT Nov 25\u0004").Text()));

    [Fact]
    public void A_message_may_end_with_blanks_below_a_long_line()
    {
        var line = string.Concat(Enumerable.Repeat("The bridge of Alton opened. ", 5)).Trim();

        Assert.Equal(line, Reading.One("nov0012 4 pl 20  nova 012\r\n" + line + "\n\t   \u0003NV-TT-03-14-24 1941GMT<\r\n").Text());
    }
}

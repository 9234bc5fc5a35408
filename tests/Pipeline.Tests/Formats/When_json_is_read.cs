using System.Text;
using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>JSON is recognized and its properties found by their bytes: however they are spaced, escaped, repeated or encoded.</summary>
public class When_json_is_read
{
    private const string Ninjs = """{"uri":"urn:x:1","headline":"Vote","body_text":"Le conseil a voté."}""";

    [Theory]
    [InlineData("{ \"uri\" : \"urn:x:1\" ,\n\t\"headline\"\t:\"Vote\", \"body_text\"\r\n: \"Le conseil a voté.\" }")]
    [InlineData("\u00a0\u2028{\"uri\":\"urn:x:1\",\"headline\":\"Vote\",\"body_text\":\"Le conseil a voté.\"}")]
    [InlineData("\0\0 {\"uri\":\"urn:x:1\",\"headline\":\"Vote\",\"body_text\":\"Le conseil a voté.\"}\0")]
    [InlineData("[ {\"uri\":\"urn:x:1\",\"headline\":\"Vote\",\"body_text\":\"Le conseil a voté.\"} ]")]
    [InlineData("{\"uri\":\"urn:x:1\",\"headline\":\"Vote\",\"body\\u005ftext\":\"-\",\"b\\u006fdies\":[{\"value\":\"Le conseil a voté.\"}]}")]
    [InlineData("{\"uri\":\"urn:x:1\",\"headline\":\"Vote\",\"body_wire\":\"Le conseil a voté.\"}")]
    public void It_is_found_whatever_its_blanks_and_escapes(string json)
    {
        var record = One(json);

        Assert.Equal(("urn:x:1", "Vote", "Le conseil a voté."), (record.Uri, record.Headline(), record.Text()));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void It_is_found_behind_a_byte_order_mark(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal("Le conseil a voté.", Assert.Single(Of([.. encoding.GetPreamble(), .. encoding.GetBytes(Ninjs)]).Items).Record!.Text());
    }

    [Fact]
    public void Of_a_name_that_stands_twice_the_last_counts_and_the_item_says_so()
    {
        var reading = Of("""[{"uri":"urn:x:1","headline":"A","body_text":"B","headline":"C"},{"uri":"urn:x:2","headline":"D","body_text":"E"}]""");

        Assert.Equal(["C", "D"], reading.Items.Select(item => item.Record!.Headline()));
        Assert.Equal([true, false], reading.Items.Select(item => item.Record!.Warns(WarningCodes.MarkupRepaired)));
    }

    [Fact]
    public void Names_of_equal_length_and_ends_are_told_apart()
    {
        var record = One("""{"uri":"urn:x:1","hxxxxxxe":"no","headline":"Yes","bxxxxe":"no","byline":"Nadia Okoro","body_text":"B"}""");

        Assert.Equal(("Yes", "Nadia Okoro"), (record.Headline(), record.Item.By));
    }

    [Fact]
    public void A_feed_is_known_by_its_version_with_escaped_slashes()
    {
        var record = One("""{"version":"https:\/\/jsonfeed.org\/version\/1.1","items":[{"id":"https:\/\/x.example\/1","title":"One","content_text":"Two"}]}""");

        Assert.Equal(("jsonfeed", "https://x.example/1"), (record.Reader.Format, record.Uri));
    }

    [Fact]
    public void Names_in_texts_are_no_properties() =>
        Assert.Equal(ReasonCodes.UnknownFormat, Refused("""{"note":"the \"uri\" and the \"headline\" of ninjs","bodies_of_water":3}"""));

    [Fact]
    public void A_long_text_before_the_properties_hides_them_not()
    {
        var record = One($$"""{"uri":"urn:x:1","headline":"Vote","body_text":"{{new string('é', 20_000)}}"}""");

        Assert.Equal(20_000, record.Text()!.Length);
    }
}

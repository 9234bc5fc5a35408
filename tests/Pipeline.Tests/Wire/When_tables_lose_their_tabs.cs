using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>ANPA 1312 after a converter: fields parted by blanks, tabs and marks of rows gone; and the slugs of racing and sports desks.</summary>
public sealed class When_tables_lose_their_tabs
{
    private const string Story = "^BC-Harbour-Fire, 1st Ld,53<\n^Fire closes harbour<\n^By ANNA VELD=\n   ALTON (Nova) _ A fire closed the harbour of Alton on Thursday.\n   Nobody was hurt, the port said.\n";
    private const string Trailer = "NV-TT-03-14-24 1941GMT<\n";
    private const string Table = "Team           W   L   Pct\nAalton         3   1   .750\nBesford        2   2   .500";

    private static string Framed(string header, string text) => $"\u0016\u0016\u0001s0123\u001fnova-\n{header}\n\u0002{text}\n\u0003{Trailer}\f\n\u0004\n";

    [Theory]
    [InlineData("\u0016\u0016\u0001a0123 nova\nr  a  bc-harbour-fire, 1st Ld  03-14  0053\n")]
    [InlineData("a0123 nova\nr a bc-harbour-fire 1stLd 3-14 0053\n")]
    [InlineData("a0123   US   __test\nr   a   BC-Harbour-Fire     1st Ld-Writethru     03-14   0053\n")]
    [InlineData("a0123 nova\nr\ta\tbc-harbour-fire\t1stLd\t03-14\t0053\n")]
    public void Fields_of_the_header_may_be_parted_by_any_blanks(string header)
    {
        var record = Reading.One(header + Story + Trailer);

        Assert.Equal(("anpa1312", "Fire closes harbour", "By ANNA VELD", "ALTON"), (record.Reader.Format, record.Headline(), record.Item.By, record.Item.Located));
        Assert.Equal("A fire closed the harbour of Alton on Thursday.\n\nNobody was hurt, the port said.", record.Text());
        Assert.Equal(new DateTimeOffset(2024, 3, 14, 19, 41, 0, TimeSpan.Zero), record.Item.VersionCreated);
        Assert.Equal(Signals.Update, record.Signal);
    }

    [Theory]
    [InlineData("\u0014\u0012")]
    [InlineData("\u0013\u0011")]
    public void Rows_without_their_marks_keep_their_lines(string kind)
    {
        var record = Reading.One(Framed($"r s {kind}bc-bowls-scores 03-14 0053", $"^BC-Bowls-Scores<\n^Bowls scores<\n^Northern League<\n{Table}"));

        Assert.Equal(Table, record.Text());
        Assert.Equal(("Bowls scores", $"<pre>{Table}</pre>"), (record.Headline(), record.Html()));
    }

    [Fact]
    public void Lines_of_prose_with_gaps_behind_their_sentences_are_no_table()
    {
        var record = Reading.One(Framed("r a \u0013\u0011bc-bridge 03-14 0053", "^BC-Bridge<\n^Bridge opens<\n\tThe bridge opened.  Many came.  The mayor\nspoke.  Then it rained.  All went home."));

        Assert.Equal("The bridge opened.  Many came.  The mayor spoke.  Then it rained.  All went home.", record.Text());
        Assert.Null(record.Html());
    }

    [Theory]
    [InlineData("Racing Results", "Racing Results")]
    [InlineData("sports-bowls", "sports-bowls")]
    [InlineData("BBO--BoxScore-Alton-Besford", "BBO--BoxScore-Alton-Besford")]
    public void Desks_may_write_any_slug_inside_the_frame(string slug, string expected)
    {
        var record = Reading.One(Framed($"r s \u0014\u0012{slug} 03-14 0053", "^Results<\n^Alton Park<\n1. Lucky 2.30\n2. Star 3.10"));

        Assert.Equal(("anpa1312", expected, "Alton Park"), (record.Reader.Format, record.Item.Slugline, record.Headline()));
        Assert.Equal("1. Lucky 2.30\n2. Star 3.10", record.Text());
    }

    [Fact]
    public void Without_the_frame_two_lines_are_a_header_only_with_the_cycle_of_a_slug() =>
        Assert.Equal("wiretext", Reading.One("a0123 things happened here\nr a list of them follows below 03-14 and so on\nAll of it is prose.\n").Reader.Format);

    [Fact]
    public void The_zone_of_a_trailer_counts() =>
        Assert.Equal(new DateTimeOffset(2024, 3, 15, 0, 41, 0, TimeSpan.Zero), Reading.One("a0123 nova\nr a bc-harbour-fire 1stLd 3-14 0053\n" + Story + "NV-TT-03-14-24 1941EST<\n").Item.VersionCreated!.Value.ToUniversalTime());

    [Theory]
    [InlineData("ZCZC FMG000\nYY TDA\nAlton Farm WEIGHTS<!\nMERE HANDICAP 1400M .=!\nBlack Bart (AUS) 58.0\n<VALE DERBY 2400M .=!\nBlue Tile (NZ)\nNNNN\n", "Alton Farm WEIGHTS", "MERE HANDICAP 1400M\nBlack Bart (AUS) 58.0\nVALE DERBY 2400M\nBlue Tile (NZ)")]
    [InlineData("ZCZC FMG000\nYY NLB\n:PREMIERSHIP :LADDER\n\n\n      Leading jockeys\n          As at 30/05/16\nNNNN\n", "Leading jockeys", "As at 30/05/16")]
    [InlineData("ZCZC FMG000\nYY TDR\n:POTTED :Alton MARKET DAY\n:SPORT - Alton markets\nLucky 2.30\nNNNN\n", "Alton markets", "Lucky 2.30")]
    [InlineData("ZCZC FMG000\nYY TDR\nRACING : Alton Park FIELDS Thursday\nWeather: Fine\nNNNN\n", "Alton Park FIELDS Thursday", "Weather: Fine")]
    [InlineData("ZCZC\n#Alton Grey\n:Fields Sunday\nNNNN\n", "Fields Sunday", null)]
    public void Racing_and_sports_lists_have_their_titles(string message, string headline, string? text)
    {
        var record = Reading.One(message);

        Assert.Equal((headline, text), (record.Headline(), record.Text()?.Trim()));
    }

    [Fact]
    public void A_sentence_below_a_code_is_no_title() =>
        Assert.Null(Reading.One("ZCZC FMG000\nYY TDR\nThe races at Alton were called off on Thursday when\nthe river rose, the stewards said.\nNNNN\n").Headline());
}

using Newswire.Contracts;
using Newswire.Pipeline.Tests.Formats;

namespace Newswire.Pipeline.Tests.Wire;

/// <summary>Markers and times of sending between the dateline and the text: shapes of real wires, content invented.</summary>
public sealed class When_something_stands_behind_the_dateline
{
    private const string Text = "The mayor of Hillford closed the old bridge on Tuesday after cracks were found.";
    private const string More = "\n\nEngineers will look at it this week, she told reporters.\n";

    [Theory]
    [InlineData("AMSTERDAM (ANP) - UPDATE - ", "AMSTERDAM", Signals.Update)]
    [InlineData("AMSTERDAM (ANP) - (UPDATE 2) ", "AMSTERDAM", Signals.Update)]
    [InlineData("(ANP) - UPDATE - ", null, Signals.Update)]
    [InlineData("Berlin (dpa) - EILMELDUNG: ", "Berlin", Signals.Urgent)]
    [InlineData("PARIS, 3 nov 2025 (AFP) - URGENT - ", "PARIS", Signals.Urgent)]
    [InlineData("DEN HAAG (ANP) - RECTIFICATIE – UPDATE – ", "DEN HAAG", Signals.Correction)]
    [InlineData("AMSTERDAM (ANP) - INTREKKING - ", "AMSTERDAM", Signals.Kill)]
    public void A_marker_is_a_signal_and_no_text(string dateline, string? city, string signal)
    {
        var record = Reading.One(dateline + Text + More);

        Assert.Equal((city, signal), (record.Item.Located, record.Signal));
        Assert.StartsWith(Text, record.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LONDON, Nov 3 (Reuters) - 14:05 GMT - ")]
    [InlineData("ANKARA, 3 November (AA) - 1405 GMT --- ")]
    [InlineData("PARIS, 3 nov 2025 (AFP) - 14h05 - ")]
    [InlineData("BRUSSEL 03/11 (BELGA) = 14.05 uur - ")]
    [InlineData("LONDON, Nov 3 (Reuters) 14:05 – ")]
    public void A_time_of_sending_is_no_text(string dateline) => Assert.StartsWith(Text, Reading.One(dateline + Text + More).Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("14:05 and 15:10 trains from Hillford stop on Tuesday - both of them, said the company.")]
    [InlineData("UPDATE on the talks is expected by noon - or later, said the ministry.")]
    [InlineData("(Kilmer) was the name on the sign of the shop that burnt on Tuesday.")]
    [InlineData("2019 GMT: the year of the Greater Molen Theatre.")]
    public void Words_of_the_text_that_look_like_either_stay(string text)
    {
        var record = Reading.One("LONDON, Nov 3 (Reuters) - " + text + More);

        Assert.Equal((Signals.None, text), (record.Signal, record.Text()!.Split('\n')[0]));
    }

    [Fact]
    public void What_a_bracket_says_besides_its_marker_is_a_note()
    {
        var record = Reading.One("LONDON, Nov 3 (Reuters) - (UPDATE: adds mayor) " + Text + More);

        Assert.Equal((Signals.Update, "UPDATE: adds mayor"), (record.Signal, record.Item.EdNote));
        Assert.StartsWith(Text, record.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_read_within_an_envelope_too()
    {
        var record = Reading.One("\u0001nov0042 4 pl 53  nova r01\n/Bridge/\n\u0002Mayor closes bridge =\n\n   LONDON, Nov 3 (Nova) - UPDATE - " + Text + "\n\u0003031941 GMT Nov 25\u0004");

        Assert.Equal(("iptc7901", Signals.Update), (record.Reader!.Format, record.Signal));
        Assert.StartsWith(Text, record.Text(), StringComparison.Ordinal);
    }
}

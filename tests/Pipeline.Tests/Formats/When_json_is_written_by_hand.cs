using Newswire.Formats;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Templates and people leave a comma after the last value, and comments.</summary>
public sealed class When_json_is_written_by_hand
{
    private const string Feed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",/* the items */\"items\":[{\"id\":\"1\",\"title\":\"Bridge opens\",\"content_text\":\"It, [opened,] today,}\",},],}";

    [Fact]
    public void Commas_after_the_last_value_and_comments_are_read_past_with_a_warning()
    {
        var record = One(Feed);

        Assert.Equal(("Bridge opens", "It, [opened,] today,}"), (record.Headline(), record.Text()));
        Assert.True(record.Warns(WarningCodes.MarkupRepaired));
        Assert.True(One("{\"uri\":\"https://nova.example/a\",\"versioncreated\":\"2024-03-14T20:41:07Z\",\"headline\":\"Bridge opens\",}").Warns(WarningCodes.MarkupRepaired));
    }

    [Fact]
    public void Json_as_it_should_be_has_no_warning() => Assert.False(One(Feed.Replace(",}", "}", StringComparison.Ordinal).Replace(",]", "]", StringComparison.Ordinal).Replace("/* the items */", "", StringComparison.Ordinal)).Warns(WarningCodes.MarkupRepaired));

    [Theory]
    [InlineData(",,]", ReasonCodes.NotJson)]
    [InlineData(",]]", ReasonCodes.NotJson)]
    [InlineData(", NaN]", ReasonCodes.NotJson)]
    public void What_is_damaged_otherwise_is_refused_as_before(string end, string reason) => Assert.Equal(reason, Refused(Feed.Replace(",]", end, StringComparison.Ordinal)));

    [Fact]
    public void A_cut_document_is_still_cut() => Assert.Equal(ReasonCodes.Truncated, Refused("{\"uri\":\"https://nova.example/a\",\"versioncreated\":\"2024-03-14T20:41:07Z\",\"headline\":\"Bridge opens\","));

    [Fact]
    public void Commas_do_not_lift_the_limit_of_depth() =>
        Assert.Equal(ReasonCodes.Depth, Refused("{\"uri\":\"https://nova.example/a\",\"versioncreated\":\"x\",\"headline\":" + new string('[', 70) + new string(']', 70) + ",}"));
}

using FsCheck.Fluent;
using Newswire.Archiver.Versions;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public sealed class When_the_versions_of_a_story_are_put_in_order
{
    private static readonly DateTimeOffset Now = Dispatches.Start.AddDays(1);

    private static VersionFacts Facts(
        int id, string? label, string hash, int? created = null, int received = 0, string status = Statuses.Usable, DateTimeOffset? embargo = null) => new()
        {
            DispatchId = DispatchIdentity.ForDispatch("x", BitConverter.GetBytes(id)),
            ItemIndex = 0,
            Label = label,
            Created = created is { } minute ? Dispatches.Start.AddMinutes(minute) : null,
            Received = Dispatches.Start.AddMinutes(received),
            ContentHash = hash + status,
            Status = status,
            EmbargoedUntil = embargo,
        };

    /// <summary>Lets the items come one by one; the chain as it ends, oldest first.</summary>
    private static List<VersionFacts> Arrive(IEnumerable<VersionFacts> items)
    {
        List<VersionFacts> story = [];
        foreach (var item in items)
        {
            story.Add(item with { Before = null });
            var places = VersionMerge.Place(story, Now);
            story = [.. story.Select((s, i) => s with { Before = places[i] })];
        }
        return [.. story.Where(s => s.Before!.Ordinal is not null).OrderBy(s => s.Before!.Ordinal)];
    }

    private static string Told(IEnumerable<VersionFacts> chain)
        => string.Join(' ', chain.Select(v => $"{v.Before!.Ordinal}:{v.Label}/{v.ContentHash}{(v.Before.IsLatest ? "!" : string.Empty)}{(v.Before.LiveFrom is null ? string.Empty : "*")}"));

    private static List<string?> Labels(params VersionFacts[] items) => [.. Arrive(items).Select(v => v.Label)];

    [Fact]
    public void Numbers_are_compared_as_numbers() => Assert.Equal(["2", "9", "10"], Labels(Facts(1, "9", "a"), Facts(2, "10", "b"), Facts(3, "2", "c")));

    [Fact]
    public void Labels_with_one_prefix_are_numbered_too() => Assert.Equal(["DS9", "DS10"], Labels(Facts(1, "DS10", "a"), Facts(2, "DS9", "b")));

    [Fact]
    public void Labels_of_two_series_say_nothing_and_the_date_decides()
        => Assert.Equal(["B1", "A2"], Labels(Facts(1, "A2", "a", created: 2), Facts(2, "B1", "b", created: 1)));

    [Fact]
    public void A_number_outweighs_a_date() => Assert.Equal(["1", "2"], Labels(Facts(1, "2", "a", created: 1), Facts(2, "1", "b", created: 5)));

    [Fact]
    public void An_unnumbered_item_stands_by_its_date_among_numbered_ones()
        => Assert.Equal(["1", null, "2"], Labels(Facts(1, "1", "a", created: 1), Facts(2, "2", "b", created: 9), Facts(3, null, "c", created: 5)));

    [Fact]
    public void Without_numbers_and_dates_arrival_decides() => Assert.Equal(["b", "a"], [.. Arrive([Facts(1, null, "a", received: 2), Facts(2, null, "b", received: 1)]).Select(v => v.ContentHash[..1])]);

    [Fact]
    public void A_text_that_comes_back_after_another_is_a_version_again()
        => Assert.Equal(["a", "b", "a"], [.. Arrive([Facts(1, null, "a", created: 1), Facts(2, null, "b", created: 2), Facts(3, null, "a", created: 3)]).Select(v => v.ContentHash[..1])]);

    [Fact]
    public void A_redelivery_between_does_not_make_an_old_text_new()
    {
        var chain = Arrive([Facts(1, "1", "a", created: 1, received: 1), Facts(2, "1", "b", created: 1, received: 2), Facts(3, "1", "a", created: 1, received: 3), Facts(4, "1", "a", received: 4)]);
        Assert.Equal(["a", "b"], [.. chain.Select(v => v.ContentHash[..1])]);
    }

    [Fact]
    public void What_stood_for_a_version_goes_on_doing_so()
    {
        var first = Facts(1, "1", "a", received: 5);
        Assert.Equal(first.DispatchId, Assert.Single(Arrive([first, Facts(2, "1", "a", received: 1)])).DispatchId);
    }

    [Fact]
    public void A_late_kill_of_an_older_version_holds_what_is_newer()
    {
        var chain = Arrive([Facts(1, "1", "a"), Facts(3, "3", "c"), Facts(2, "2", string.Empty, status: Statuses.Canceled)]);
        Assert.Equal((Disposition.Held, VersionMerge.NewerThanKill, null), (chain[2].Before!.Disposition, chain[2].Before!.HoldReason, chain[2].Before!.LiveFrom));
        Assert.True(chain[0].Before!.Killed);
        Assert.False(chain[2].Before!.Killed);
    }

    [Fact]
    public void A_held_version_that_is_overtaken_is_superseded_and_a_released_one_stays_archived()
    {
        var embargo = Now.AddHours(1);
        var overtaken = Arrive([Facts(1, "1", "a", embargo: embargo), Facts(2, "2", "b", embargo: Now.AddHours(-1))]);
        Assert.Equal([Disposition.Superseded, Disposition.Archived], [.. overtaken.Select(v => v.Before!.Disposition)]);
        var held = VersionMerge.Place([Facts(1, "1", "a", embargo: embargo)], Now)[0];
        var later = VersionMerge.Place([Facts(1, "1", "a", embargo: embargo) with { Before = held }, Facts(2, "2", "b")], embargo);
        Assert.Equal([Disposition.Archived, Disposition.Archived], [.. later.Select(p => p.Disposition)]);
    }

    [Fact]
    public void Any_four_items_in_any_order_end_in_the_same_chain()
    {
        var item = from label in Gen.Elements(null, "1", "2", "10", "x", "DS9", "0")
                   from hash in Gen.Elements("a", "b")
                   from created in Gen.Elements<int?>(null, 1, 2, 3)
                   from received in Gen.Choose(0, 3)
                   from status in Gen.Elements(Statuses.Usable, Statuses.Usable, Statuses.Withheld, Statuses.Canceled)
                   from embargo in Gen.Elements<DateTimeOffset?>(null, null, Now.AddHours(1), Now.AddHours(-1))
                   select (label, hash, created, received, status, embargo);
        var stories = from items in item.ArrayOf(4) select items.Select((i, n) => Facts(n, i.label, i.hash + i.embargo, i.created, i.received, i.status, i.embargo)).ToArray();
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(stories.ToArbitrary(), story => Permutations.Of(story).Select(order => Told(Arrive(order))).Distinct(StringComparer.Ordinal).Count() == 1));
    }
}

using Newswire.Contracts;
using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>What ninjs says an item is about, beside its subjects, goes where ninjs 3 has it.</summary>
public sealed class When_items_name_people_and_places
{
    private static NinjsItem Item(string members) =>
        One($"{{\"uri\":\"https://nova.example/a\",\"versionCreated\":\"2024-03-14T20:41:07Z\",\"headlines\":[{{\"value\":\"Bridge opens\"}}],{members}}}").Item;

    private static NinjsItem ItemOfOne(string members) =>
        One($"{{\"uri\":\"https://nova.example/a\",\"versioncreated\":\"2024-03-14T20:41:07Z\",\"headline\":\"Bridge opens\",{members}}}").Item;

    [Fact]
    public void People_organisations_places_events_and_objects_of_ninjs_3_are_kept_in_their_places()
    {
        var item = Item("\"people\":[{\"name\":\"Anna Veld\",\"rel\":\"about\",\"uri\":\"https://nova.example/p/1\",\"contactInfo\":[{\"type\":\"x\"}]}],\"organisations\":[{\"name\":\"Port of Alton\",\"symbols\":[{\"symbol\":\"PRT\"}]}],"
            + "\"places\":[{\"name\":\"Alton\",\"literal\":\"ALT\",\"geoJSON\":{\"type\":\"Point\",\"coordinates\":[4.3,50.8]}}],\"events\":[{\"id\":\"e1\",\"name\":\"Opening\"}],\"objects\":[{\"name\":\"Alt Bridge\"}],"
            + "\"genres\":[{\"name\":\"Feature\",\"uri\":\"http://cv.iptc.org/newscodes/genre/Feature\"}]");

        Assert.Equal(new NinjsSubject { Name = "Anna Veld", Rel = "about", Uri = "https://nova.example/p/1" }, Assert.Single(item.People!));
        Assert.Equal("Port of Alton", Assert.Single(item.Organisations!).Name);
        Assert.Equal(("Alton", "ALT"), (Assert.Single(item.Places!).Name, item.Places![0].Literal));
        Assert.Equal(("Opening", "e1"), (Assert.Single(item.Events!).Name, item.Events![0].Literal));
        Assert.Equal("Alt Bridge", Assert.Single(item.Objects!).Name);
        Assert.Equal("Feature", Assert.Single(item.Genres!).Name);
        Assert.Null(item.Subjects);
    }

    [Fact]
    public void The_singular_names_and_codes_of_ninjs_1_are_the_same()
    {
        var item = ItemOfOne("\"person\":[{\"name\":\"Anna Veld\",\"scheme\":\"https://nova.example/p\",\"code\":\"1\"}],\"organisation\":[{\"name\":\"Port of Alton\"}],\"place\":[{\"name\":\"Alton\"}],\"event\":[{\"name\":\"Opening\"}],\"object\":[{\"name\":\"Alt Bridge\"}]");

        Assert.Equal("https://nova.example/p/1", Assert.Single(item.People!).Uri);
        Assert.Equal(["Port of Alton", "Alton", "Opening", "Alt Bridge"], new[] { item.Organisations!, item.Places!, item.Events!, item.Objects! }.Select(named => Assert.Single(named).Name));
    }

    [Fact]
    public void Associated_items_are_named_with_their_identifiers()
    {
        var three = Assert.Single(Item("\"associations\":[{\"name\":\"main picture\",\"rel\":\"picture\",\"uri\":\"https://nova.example/pic1\",\"type\":\"picture\",\"headlines\":[{\"value\":\"x\"}]}]").Associations!);
        var one = Assert.Single(ItemOfOne("\"associations\":{\"featuremedia\":{\"uri\":\"https://nova.example/pic1\",\"headline\":\"Pic\",\"type\":\"picture\"},\"empty\":null}").Associations!);

        Assert.Equal(("main picture", "picture", "https://nova.example/pic1", "picture"), (three.Name, three.Rel, three.Uri, three.Type));
        Assert.Equal(("featuremedia", "https://nova.example/pic1", "picture"), (one.Name, one.Uri, one.Type));
    }

    [Theory]
    [InlineData("\"people\":null,\"places\":{},\"organisations\":[[],5,null,\"\"],\"events\":\"x\",\"associations\":[1,null,{\"name\":\"n\"},{\"uri\":\"no uri\",\"name\":\"n\"}]")]
    [InlineData("\"people\":[{\"name\":\"\\u0000\",\"uri\":\"x y\"}],\"associations\":{\"a\":[1],\"b\":5,\"uri\":{}},\"genres\":[{\"uri\":\"\"}]")]
    public void Values_of_any_shape_make_no_invalid_item(string members) => Assert.Equal("Bridge opens", Item(members).Headlines![0].Value);

    [Fact]
    public void What_is_no_uri_is_a_literal()
    {
        var person = Assert.Single(Item("\"people\":[{\"name\":\"Anna Veld\",\"uri\":\"p 1\"}]").People!);

        Assert.Equal((null, "p 1"), (person.Uri, person.Literal));
    }

    [Fact]
    public void A_list_without_end_is_cut()
    {
        var people = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"{{\"name\":\"P{i}\"}}"));

        Assert.Equal(50, Item($"\"people\":[{people}]").People!.Count);
    }
}

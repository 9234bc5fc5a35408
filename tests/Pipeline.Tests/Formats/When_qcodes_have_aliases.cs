using static Newswire.Pipeline.Tests.Formats.Reading;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>NewsML-G2 writes codes behind aliases; what an alias means is said by a catalog in the document, else by IPTC's own.</summary>
public sealed class When_qcodes_have_aliases
{
    private const string ReferredCatalog = "<catalogRef href=\"http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml\"/>";

    private static string Item(string catalog, string contentMeta) =>
        $"<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:newsml:nova.example:20240314:a1\" version=\"1\">{ReferredCatalog}{catalog}"
        + $"<itemMeta><provider literal=\"Nova\"/><versionCreated>2024-03-14T20:41:07Z</versionCreated></itemMeta><contentMeta><headline>Bridge opens</headline>{contentMeta}</contentMeta></newsItem>";

    private static string? UriOf(string catalog, string qcode) => Assert.Single(One(Item(catalog, $"<subject qcode=\"{qcode}\"><name>bridges</name></subject>")).Item.Subjects!).Uri;

    [Theory]
    [InlineData("medtop:20000400", "http://cv.iptc.org/newscodes/mediatopic/20000400")]
    [InlineData("subj:04000000", "http://cv.iptc.org/newscodes/subjectcode/04000000")]
    [InlineData("cpnat:person", "http://cv.iptc.org/newscodes/cpnature/person")]
    [InlineData("scene:010100", "http://cv.iptc.org/newscodes/scene/010100")]
    public void The_usual_aliases_are_known_without_loading_a_catalog(string qcode, string uri) => Assert.Equal(uri, UriOf("", qcode));

    [Fact]
    public void A_catalog_in_the_item_names_its_own_schemes()
    {
        const string Catalog = "<catalog><scheme alias=\"mt\" uri=\"http://cv.iptc.org/newscodes/mediatopic/\"/><scheme alias=\"own\" uri=\"http://nova.example/topics#\"/></catalog>";

        Assert.Equal("http://cv.iptc.org/newscodes/mediatopic/20000400", UriOf(Catalog, "mt:20000400"));
        Assert.Equal("http://nova.example/topics#bridges", UriOf(Catalog, "own:bridges"));
    }

    [Fact]
    public void A_usual_alias_that_the_item_gives_another_meaning_has_that_meaning() =>
        Assert.Equal("http://nova.example/topics/20000400", UriOf("<catalog><scheme alias=\"medtop\" uri=\"http://nova.example/topics/\"/></catalog>", "medtop:20000400"));

    [Fact]
    public void A_catalog_of_the_message_counts_for_its_items_and_the_items_own_goes_before_it()
    {
        static string Message(string own) => "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2024-03-14T20:41:07Z</sent><catalog><scheme alias=\"own\" uri=\"http://nova.example/all/\"/></catalog></header><itemSet>"
            + Item(own, "<subject qcode=\"own:bridges\"/>") + "</itemSet></newsMessage>";

        Assert.Equal("http://nova.example/all/bridges", Assert.Single(One(Message("")).Item.Subjects!).Uri);
        Assert.Equal("http://nova.example/mine/bridges", Assert.Single(One(Message("<catalog><scheme alias=\"own\" uri=\"http://nova.example/mine/\"/></catalog>")).Item.Subjects!).Uri);
    }

    [Fact]
    public void An_alias_nobody_explains_keeps_its_code()
    {
        var subject = Assert.Single(One(Item("", "<subject qcode=\"xyz:what\"/>")).Item.Subjects!);

        Assert.Equal(("xyz:what", "xyz:what"), (subject.Name, subject.Uri));
    }

    [Fact]
    public void Genres_are_kept()
    {
        var genre = Assert.Single(One(Item("", "<genre qcode=\"genre:Feature\"><name>Feature</name></genre>")).Item.Genres!);

        Assert.Equal(("Feature", "http://cv.iptc.org/newscodes/genre/Feature"), (genre.Name, genre.Uri));
    }

    [Fact]
    public void A_catalog_without_end_or_with_nonsense_costs_the_item_nothing()
    {
        var schemes = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<scheme alias=\"a{i}\" uri=\"not a uri {i}\"/>"));
        var subject = Assert.Single(One(Item($"<catalog>{schemes}<scheme/><scheme alias=\"x\"/></catalog>", "<subject qcode=\"a1:b\"/>")).Item.Subjects!);

        Assert.Null(subject.Uri);
        Assert.Equal("not a uri 1b", subject.Literal);
    }
}

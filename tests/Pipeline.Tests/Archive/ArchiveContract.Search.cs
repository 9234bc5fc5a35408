using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    [Theory]
    [InlineData("kaboul", true)]
    [InlineData("KÁBOUL refugies", true)]
    [InlineData("kaboul absent", false)]
    [InlineData("\"premier ministre\"", true)]
    [InlineData("\"ministre premier\"", false)]
    [InlineData("kaboul -refugies", false)]
    [InlineData("kaboul -absent", true)]
    [InlineData("-absent", true)]
    [InlineData("-kaboul", false)]
    [InlineData("-\"premier ministre\"", false)]
    [InlineData("l'Iran", true)]
    [InlineData("strasse", true)]
    [InlineData("Σίσυφος", true)]
    [InlineData("北京", true)]
    [InlineData("京大", true)]
    [InlineData("北大", false)]
    [InlineData("서울", true)]
    [InlineData("محمد", true)]
    [InlineData("ＦＵＬＬ", true)]
    [InlineData("full-width", true)]
    [InlineData("kab", false)]
    public async Task Words_phrases_and_exclusions_find_the_same_on_every_store(string text, bool found)
    {
        await Write(Dispatches.Version(
            "urn:a", "1", "Le Premier ministre à Kaboul : des réfugiés de l’Iran, Straße, ΣΊΣΥΦΟΣ, 北京大学, 서울은, مُحَمَّد, full-width."));
        Assert.Equal(found, (await Search(text)).Count == 1);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"unclosed phrase")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("-\"")]
    [InlineData("!!! ???")]
    [InlineData("AND")]
    [InlineData("NOT (a OR b) NEAR(c d) words: * ^ : {x}")]
    [InlineData("a & b | !c <-> d:*")]
    [InlineData("'; DROP TABLE item; --")]
    [InlineData("\0")]
    [InlineData("\ud800 \udc00")]
    [InlineData("😀")]
    [InlineData("\uE000")]
    public async Task No_input_is_a_syntax_error(string text)
    {
        await Write(Dispatches.Version("urn:a", "1", "one"));
        Assert.Empty(await Search(text));
        Assert.Equal(["one"], await Search(" "));
    }

    [Fact]
    public async Task A_phrase_does_not_run_from_the_headline_into_the_text()
    {
        await Write(Dispatches.Version("urn:a", "1", "body text"));
        Assert.Single(await Search("\"headline of body text\""));
        Assert.Empty(await Search("\"text body\""));
    }

    [Fact]
    public async Task A_very_long_query_or_text_is_no_trouble()
    {
        await Write(Dispatches.Version("urn:a", "1", string.Join(' ', Enumerable.Range(0, 60_000).Select(i => $"word{i}")) + new string('x', 100_000)));
        Assert.Single(await Search(string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"word{i}"))));
        Assert.Single(await Search("\"word15000 word15001\" word40000"));
    }

    [Fact]
    public async Task Filters_narrow_what_is_found_and_paging_walks_it_newest_first()
    {
        NamedEntity khan = new() { Text = "Imran Khan", Type = "person", Key = "imran khan", Mentions = [[0, 10]], AlsoKnownAs = ["Khan"], By = "test/1" };
        for (var i = 0; i < 6; i++)
        {
            var minute = i;
            await Write(Dispatches.Version($"urn:{i}", "1", $"text {i}", source: i % 2 == 0 ? "belga" : "afp", receivedMinute: minute).With(r => r with
            {
                Language = new RecordLanguage { Tag = minute < 3 ? "fr-BE" : "nl" },
                Signal = minute == 5 ? Signals.Urgent : Signals.None,
                Entities = minute == 4 ? [khan] : null,
            }));
        }
        Assert.Equal(["text 5", "text 4", "text 3", "text 2", "text 1", "text 0"], await Bodies(new ArchiveQuery()));
        Assert.Equal(["text 4", "text 3"], await Bodies(new ArchiveQuery { Limit = 2, Offset = 1 }));
        Assert.Equal(["text 5", "text 3", "text 1"], await Bodies(new ArchiveQuery { Source = "afp" }));
        Assert.Equal(["text 2", "text 1", "text 0"], await Bodies(new ArchiveQuery { Language = "fr" }));
        Assert.Equal(["text 2", "text 1", "text 0"], await Bodies(new ArchiveQuery { Language = "fr-BE" }));
        Assert.Empty(await Bodies(new ArchiveQuery { Language = "f" }));
        Assert.Equal(["text 5"], await Bodies(new ArchiveQuery { Signal = Signals.Urgent }));
        Assert.Equal(["text 4"], await Bodies(new ArchiveQuery { Entity = "IMRAN KHAN" }));
        Assert.Equal(["text 4"], await Bodies(new ArchiveQuery { Entity = "Khan" }));
        Assert.Equal(["text 3", "text 2"], await Bodies(new ArchiveQuery { From = Dispatches.Start.AddMinutes(2), To = Dispatches.Start.AddMinutes(4) }));
        Assert.Equal(["text 3"], await Bodies(new ArchiveQuery { Text = "text", Source = "afp", Language = "nl", To = Dispatches.Start.AddMinutes(5) }));
    }

    [Fact]
    public async Task A_story_is_found_by_any_of_its_names_and_by_a_start_that_only_it_has()
    {
        var one = Dispatches.Version("urn:newsml:belga:100", "1", "one").With(r => r with { Item = r.Item with { AltIds = [new NinjsAltId { Role = "guid", Value = "Belga 100/x" }] } });
        await Write(one);
        await Write(Dispatches.Version("urn:newsml:belga:200", "1", "two"));
        foreach (var id in new[] { "urn:newsml:belga:100", "Belga 100/x", "Belga 1", "urn:newsml:belga:1", one.DispatchId.ToString(), one.DispatchId.ToString()[..13] })
            Assert.Equal("one", Body(Assert.Single(await Archive.VersionsAsync(id, Cancel))));
        foreach (var id in new[] { "urn:newsml:belga", "nothing like it", "urn", string.Empty, "%", "urn:newsml:belga:___" })
            Assert.Empty(await Archive.VersionsAsync(id, Cancel));
    }
}

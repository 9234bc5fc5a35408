using Newswire.Contracts;
using Newswire.Enricher.Entities;

namespace Newswire.Pipeline.Tests.Entities;

public class When_the_Belga_dispatch_is_read
{
    private static readonly IReadOnlyList<NamedEntity> Entities = new EntityRecognizer().Recognize(null, BelgaDispatch.Body, "fr");

    [Theory]
    [InlineData("person", "Imran Khan", 2)]
    [InlineData("person", "Fawad Chaudhry", 1)]
    [InlineData("person", "Wendy Sherman", 1)]
    [InlineData("place", "Pakistan", 3)]
    [InlineData("place", "Afghanistan", 1)]
    [InlineData("place", "Islamabad", 1)]
    [InlineData("place", "Kaboul", 1)]
    [InlineData("place", "Etats-Unis", 1)]
    [InlineData("organization", "Tehreek-e-Taliban Pakistan", 4)]
    [InlineData("organization", "TRT", 1)]
    [InlineData("organization", "AFP", 1)]
    [InlineData("organization", "ISI", 1)]
    public void Every_name_is_found_with_all_its_mentions(string type, string name, int mentions)
    {
        var entity = Assert.Single(Entities, e => e.Text == name);
        Assert.Equal(type, entity.Type);
        Assert.Equal(mentions, entity.Mentions.Count);
    }

    [Fact]
    public void Nothing_else_is_found() => Assert.Equal(12, Entities.Count);

    [Fact]
    public void Spans_are_exact()
    {
        foreach (var entity in Entities)
        {
            foreach (var span in entity.Mentions)
            {
                var printed = BelgaDispatch.Body.Substring(span[0], span[1]);
                Assert.Contains(printed, (entity.AlsoKnownAs ?? []).Append(entity.Text), StringComparer.Ordinal);
            }
        }

        Assert.Equal([BelgaDispatch.Body.IndexOf("Imran", StringComparison.Ordinal), "Imran Khan".Length], Entities[0].Mentions[0]);
    }

    [Fact]
    public void The_acronym_and_its_expansion_are_one_entity()
    {
        var group = Assert.Single(Entities, e => e.Text == "Tehreek-e-Taliban Pakistan");
        Assert.Equal(["TTP"], group.AlsoKnownAs);
    }

    [Theory]
    [InlineData("Imran Khan", "Premier ministre")]
    [InlineData("Fawad Chaudhry", "ministre pakistanais de l'Information")]
    [InlineData("Wendy Sherman", "vice-secrétaire d'Etat")]
    public void Roles_are_kept(string name, string role) => Assert.Equal(role, Entities.Single(e => e.Text == name).Role);

    [Theory]
    [InlineData("Pakistan", "PK")]
    [InlineData("Afghanistan", "AF")]
    [InlineData("Etats-Unis", "US")]
    [InlineData("Kaboul", null)]
    public void Countries_have_their_code(string name, string? code) => Assert.Equal(code, Entities.Single(e => e.Text == name).Country);

    [Fact]
    public void Each_says_who_found_it_and_how_sure()
    {
        Assert.All(Entities, e => Assert.Equal("newswire-ner-fr/1.0", e.By));
        Assert.All(Entities, e => Assert.InRange(e.Confidence ?? -1, 0.01, 1));
    }
}

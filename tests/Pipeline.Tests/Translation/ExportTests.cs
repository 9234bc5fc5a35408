using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_a_translation_is_exported
{
    private readonly NewsRecord _record = Records.French();

    [Fact]
    public void It_is_an_object_of_its_own_linked_to_its_source_and_marked_as_machine_made()
    {
        var item = TranslationExport.ToNinjs(_record, Make())!;
        Assert.Equal(("urn:newswire:belga:0042:en", "en", "usable", "3"), (item.Uri, item.Language, item.PubStatus, item.Version));
        Assert.Equal("Hello", Assert.Single(item.Headlines!).Value);
        Assert.Equal("One.\n\nTwo.", Assert.Single(item.Bodies!).Value);
        Assert.Equal("Machine translation from fr by apertium 3.8.3, quality gist, not reviewed.", item.EdNote);
        Assert.Equal("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced", item.DigitalSourceType!.Uri);
        Assert.Equal([("Belga", "provider"), ("apertium 3.8.3", "translator")], item.InfoSources!.Select(s => (s.Name, s.Role!)));
        var source = Assert.Single(item.Associations!);
        Assert.Equal(("translatedFrom", "urn:newswire:belga:0042", "fr", "3"), (source.Rel, source.Uri, source.Language, source.Version));
        Assert.Equal(new NinjsAltId { Role = "translationGroup", Value = "urn:newswire:belga:0042" }, Assert.Single(item.AltIds!));
    }

    [Theory]
    [InlineData("stale")]
    [InlineData("rejected")]
    [InlineData("withheld")]
    [InlineData("superseded")]
    [InlineData("pending")]
    public void What_must_not_be_published_is_not_exported(string state)
        => Assert.Null(TranslationExport.ToNinjs(_record, Make() with { State = state }, includePartial: true));

    [Fact]
    public void A_partial_translation_is_exported_only_when_asked_for_and_shows_its_gap()
    {
        var partial = Make() with { State = "partial", Fields = new TranslatedFields { Headline = "Hello", Body = ["One.", null] } };
        Assert.Null(TranslationExport.ToNinjs(_record, partial));
        var item = TranslationExport.ToNinjs(_record, partial, includePartial: true)!;
        Assert.Equal("One.\n\n[…]", item.Bodies![0].Value);
        Assert.Contains("incomplete", item.EdNote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gist", "none", "algorithmicallyEnhanced", "not reviewed")]
    [InlineData("neural", "none", "trainedAlgorithmicMedia", "not reviewed")]
    [InlineData("llm", "none", "trainedAlgorithmicMedia", "not reviewed")]
    [InlineData("neural", "accepted", "humanEdits", "reviewed")]
    public void The_kind_of_engine_and_the_review_decide_the_source_type(string quality, string review, string type, string said)
    {
        var item = TranslationExport.ToNinjs(_record, Make() with { Quality = quality, Review = new TranslationReview { Status = review } })!;
        Assert.EndsWith("/" + type, item.DigitalSourceType!.Uri, StringComparison.Ordinal);
        Assert.EndsWith($", {said}.", item.EdNote, StringComparison.Ordinal);
    }

    [Fact]
    public void An_embargo_and_the_rights_go_along()
    {
        var until = _record.Received.AddHours(1);
        var record = _record with { Item = _record.Item with { EmbargoedUntil = until, CopyrightHolder = "Belga", EdNote = "Photo à suivre." } };
        var item = TranslationExport.ToNinjs(record, Make())!;
        Assert.Equal((until, "Belga"), (item.EmbargoedUntil, item.CopyrightHolder));
        Assert.StartsWith("Photo à suivre. Machine translation", item.EdNote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_the_agency_supplied_is_not_marked_as_machine_made()
    {
        var item = TranslationExport.ToNinjs(_record, Make() with { MachineTranslated = false, Quality = "human", Provenance = new TranslationProvenance { Engine = "supplied" } })!;
        Assert.Null(item.EdNote);
        Assert.Null(item.DigitalSourceType);
        Assert.Single(item.InfoSources!);
    }

    [Fact]
    public void An_address_as_identifier_gets_a_fragment()
    {
        var record = _record with { Item = _record.Item with { Uri = "https://example.org/a" } };
        Assert.Equal("https://example.org/a#en", TranslationExport.ToNinjs(record, Make())!.Uri);
    }

    [Fact]
    public void The_record_is_written_without_members_that_have_no_value()
    {
        var json = JsonSerializer.Serialize(Make(), NewswireJson.Wire.Translation);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, NewswireJson.Wire.Translation)!, NewswireJson.Wire.Translation));
    }

    private Translation Make() => new()
    {
        Target = "en",
        Source = "fr",
        State = "translated",
        Quality = "gist",
        MachineTranslated = true,
        Fields = new TranslatedFields { Headline = "Hello", Body = ["One.", "Two."] },
        Provenance = new TranslationProvenance { Engine = "apertium", EngineVersion = "3.8.3" },
        SourceRef = new TranslationSource { DispatchId = _record.DispatchId, Uri = _record.Uri, ContentHash = "sha256:x" },
    };
}

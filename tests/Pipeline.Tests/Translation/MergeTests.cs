using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_two_translations_of_one_item_meet
{
    private const string Now = "sha256:now";
    private const string Old = "sha256:old";

    public static TheoryData<string, string, string> Meetings => new()
    {
        // stored, incoming, kept
        { "none", "pending", "pending" },
        { "none", "translated", "translated" },
        { "pending", "translated@1", "translated" },
        { "translated@1", "pending", "translated" },
        { "translated@1", "unsupported-pair", "translated" },
        { "partial@1", "translated@2", "translated" },
        { "translated@1", "partial@2", "translated" },
        { "pending@1", "pending@2", "pending@2" },
        { "pending@2", "pending@1", "pending@2" },
        { "failed@6", "pending", "failed" },
        { "unsupported-pair", "translated@1", "translated" },
        { "pending", "withheld", "withheld" },
        { "killed", "translated@1", "killed" },
        { "translated@1", "killed", "killed" },
        { "human", "translated@9", "human" },
        { "translated@1", "human", "human" },
        { "none", "translated@1/old", "stale" },
        { "pending", "translated@1/old", "pending" },
        { "translated@1", "translated@2/old", "translated@1" },
        { "translated@1/old", "pending", "stale" },
        { "translated@1/old", "translated@1", "translated" },
    };

    [Theory]
    [MemberData(nameof(Meetings))]
    public void The_better_one_is_kept(string stored, string incoming, string kept)
    {
        var result = TranslationMerge.Decide(stored == "none" ? null : Make(stored), Make(incoming), Now);
        Assert.Equal(kept.Split('@')[0], result.WithheldReason == TranslationMerge.Killed ? "killed" : result.Quality == "human" ? "human" : result.State);
        if (kept.Split('@') is [_, var attempts])
            Assert.Equal(attempts, result.Provenance!.Attempts.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Meetings))]
    public void Deciding_again_changes_nothing(string stored, string incoming, string kept)
    {
        _ = kept;
        var once = TranslationMerge.Decide(stored == "none" ? null : Make(stored), Make(incoming), Now);
        Assert.Equal(once, TranslationMerge.Decide(once, Make(incoming), Now));
    }

    [Fact]
    public void A_newer_source_outdates_text_and_gives_up_what_waits()
    {
        Assert.Equal("stale", TranslationMerge.Outdate(Make("translated@1")).State);
        Assert.NotNull(TranslationMerge.Outdate(Make("translated@1")).Fields);
        Assert.Equal("superseded", TranslationMerge.Outdate(Make("pending@1")).State);
    }

    [Fact]
    public void A_kill_leaves_no_text()
    {
        var killed = TranslationMerge.Kill(Make("translated@1"));
        Assert.Equal(("withheld", "killed"), (killed.State, killed.WithheldReason));
        Assert.Null(killed.Fields);
    }

    [Fact]
    public void A_command_is_made_from_the_stored_record_while_its_text_is_the_same()
    {
        var record = Records.French();
        var text = TranslationText.From(record);
        var due = Make("pending@2") with { SourceRef = new TranslationSource { DispatchId = record.DispatchId, Uri = record.Uri, ContentHash = text.ContentHash } };
        var now = record.Received;
        Assert.Equal(3, TranslationSchedule.Command(record, due, now)!.Attempt);
        Assert.Equal(text.Body, TranslationSchedule.Command(record, due, now)!.Body);
        Assert.Null(TranslationSchedule.Command(Records.With("Autre texte.", null), due, now));
        Assert.Null(TranslationSchedule.Command(record with { Status = Statuses.Canceled }, due, now));
    }

    [Fact]
    public void The_content_hash_ignores_line_ends_and_trailing_blanks_but_no_word()
    {
        Assert.Equal(TranslationHash.OfContent("Titre", ["a\r\nb "]), TranslationHash.OfContent("Titre ", ["a \nb"]));
        Assert.Equal(TranslationHash.OfSegment("e\u0301"), TranslationHash.OfSegment("é"));
        Assert.NotEqual(TranslationHash.OfContent("Titre", ["a"]), TranslationHash.OfContent(null, ["Titre", "a"]));
        Assert.Equal("sha256:4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a", TranslationHash.OfSegment("\u0001"));
    }

    private static Translation Make(string kind)
    {
        var hash = kind.EndsWith("/old", StringComparison.Ordinal) ? Old : Now;
        var parts = kind.Replace("/old", "", StringComparison.Ordinal).Split('@');
        var attempts = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var state = parts[0] switch { "killed" => "withheld", "human" => "translated", var s => s };
        return new Translation
        {
            Target = "en",
            Source = "fr",
            State = state,
            Quality = parts[0] == "human" ? "human" : null,
            WithheldReason = parts[0] == "killed" ? "killed" : state == "withheld" ? "policy" : null,
            Fields = state is "translated" or "partial" ? new TranslatedFields { Body = Text } : null,
            Provenance = attempts == 0 ? null : Provenances[attempts],
            SourceRef = new TranslationSource { DispatchId = Guid.Empty, Uri = "urn:x", ContentHash = hash, SegmentHashes = Text },
            Protected = NoNames,
            Warnings = Text,
        };
    }

    // Shared, so that records compare equal by reference of their lists.
    private static readonly string[] Text = ["Hello"];
    private static readonly ProtectedName[] NoNames = [];
    private static readonly TranslationProvenance[] Provenances = [.. Enumerable.Range(0, 10).Select(i => new TranslationProvenance { Engine = "apertium", Attempts = i, Route = Text, Pivots = Text, FallbackFrom = [] })];
}

namespace Newswire.Contracts;

/// <summary>
/// A translation as a ninjs 3.1 object of its own, linked to its source. Pure. What ninjs has no place for stays in our envelope.
/// </summary>
public static class TranslationExport
{
    /// <summary>Stands where a paragraph of a partial translation is missing.</summary>
    public const string Gap = "[…]";

    private const string SourceTypes = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    /// <summary>
    /// Null for what must not be published: states other than translated (outdated, refused, withheld …), and partial unless asked for.
    /// </summary>
    public static NinjsItem? ToNinjs(NewsRecord record, Translation translation, bool includePartial = false)
    {
        var isWhole = translation.State == TranslationStates.Translated;
        if (translation.Fields is not { } fields || !(isWhole || (includePartial && translation.State == TranslationStates.Partial)))
            return null;
        var source = record.Item;
        var body = string.Join("\n\n", fields.Body.Select(p => p ?? Gap));
        return new NinjsItem
        {
            Uri = UriOf(source.Uri, translation.Target),
            Type = source.Type,
            Version = source.Version,
            FirstCreated = source.FirstCreated,
            VersionCreated = source.VersionCreated,
            EmbargoedUntil = source.EmbargoedUntil,
            Expires = source.Expires,
            PubStatus = source.PubStatus,
            Urgency = source.Urgency,
            Language = translation.Target,
            Headlines = fields.Headline is { } headline ? [new NinjsText { Role = "main", Value = headline }] : null,
            Slugline = source.Slugline,
            By = source.By,
            Located = source.Located,
            Bodies = [new NinjsBody { Role = "main", ContentType = "text/plain", CharCount = body.Length, Value = body }],
            InfoSources = [.. source.InfoSources ?? [], .. Translator(translation)],
            AltIds = [new NinjsAltId { Role = "translationGroup", Value = source.Uri }],
            Associations =
            [
                new NinjsAssociation
                {
                    Rel = "translatedFrom", Name = $"Original ({translation.Source})", Uri = source.Uri, Language = translation.Source, Version = source.Version,
                },
            ],
            EdNote = string.Join(' ', new[] { source.EdNote, Note(translation, isWhole) }.OfType<string>()) is { Length: > 0 } note ? note : null,
            UsageTerms = source.UsageTerms,
            CopyrightHolder = source.CopyrightHolder,
            CopyrightNotice = source.CopyrightNotice,
            DigitalSourceType = SourceType(translation),
        };
    }

    // A fragment where the identifier is an address: with anything else it would name another page of that site.
    private static string UriOf(string uri, string target)
        => uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"{uri}#{target}" : $"{uri}:{target}";

    private static IEnumerable<NinjsParty> Translator(Translation translation)
        => translation is { MachineTranslated: true, Provenance: { } by } ? [new NinjsParty { Name = NameOf(by), Role = "translator" }] : [];

    private static string? Note(Translation translation, bool isWhole)
    {
        if (translation is not { MachineTranslated: true, Provenance: { } by })
            return null;
        var review = translation.Review.Status switch { "accepted" or "edited" => "reviewed", _ => "not reviewed" };
        var gaps = isWhole ? string.Empty : ", incomplete";
        return $"Machine translation from {translation.Source} by {NameOf(by)}, quality {translation.Quality}{gaps}, {review}.";
    }

    private static string NameOf(TranslationProvenance by) => string.Join(' ', new[] { by.Engine, by.Model ?? by.EngineVersion }.OfType<string>());

    /// <summary>The vocabulary has no "machine translation": rules enhance by algorithm, neural engines and language models are trained, people edit.</summary>
    private static NinjsConcept? SourceType(Translation translation) => translation switch
    {
        { Review.Status: "accepted" or "edited" } => Concept("humanEdits", "human edits"),
        { MachineTranslated: false } => null,
        { Quality: "gist" } => Concept("algorithmicallyEnhanced", "algorithmically enhanced"),
        _ => Concept("trainedAlgorithmicMedia", "trained algorithmic media"),
    };

    private static NinjsConcept Concept(string code, string name) => new() { Name = name, Uri = SourceTypes + code };
}

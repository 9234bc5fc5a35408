namespace Newswire.Enricher;

/// <summary>Settings of the enricher. Section <c>Enricher</c>.</summary>
public sealed class EnricherOptions
{
    public const string Section = "Enricher";

    /// <summary>Folder for claim checks of large dispatches when this process has no archive of its own; shared by all roles. Default data/claim-checks.</summary>
    public string ClaimCheckFolder { get; set; } = Path.Combine("data", "claim-checks");
}

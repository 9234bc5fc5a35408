namespace Newswire.Formats;

/// <summary>What all items of one document share when their records are written.</summary>
public sealed record RecordContext(RawDispatch Dispatch, DispatchText Text, string Format, FormatMatch Match, FormatLimits Limits)
{
    /// <summary>Version of the readers, in <c>reader.version</c>; a change of what they give for the same bytes changes it.</summary>
    public const string ReaderVersion = "1.0";

    private string? _sha256;

    public string Family => string.IsNullOrWhiteSpace(Dispatch.Settings.Family) ? Dispatch.Source : Dispatch.Settings.Family;

    /// <summary>Hash of the bytes as delivered, computed once a document.</summary>
    public string Sha256 => _sha256 ??= Dispatch.Sha256 ?? Newswire.Contracts.DispatchIdentity.Sha256(Dispatch.Content.Span);
}

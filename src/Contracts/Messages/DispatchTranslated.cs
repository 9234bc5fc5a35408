namespace Newswire.Contracts;

/// <summary>The outcome of translating one item to one language. May arrive before the item itself is stored.</summary>
public sealed record DispatchTranslated
{
    public required Guid DispatchId { get; init; }

    public required int ItemIndex { get; init; }

    public required Translation Translation { get; init; }
}

using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>One item of a document: read, or refused with a reason. Exactly one of <see cref="Item"/> and <see cref="Refusal"/> is set.</summary>
public sealed record ItemReading
{
    public DispatchItem? Item { get; init; }

    public Refusal? Refusal { get; init; }

    public static implicit operator ItemReading(DispatchItem item) => new() { Item = item };

    public static implicit operator ItemReading(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>Why a document or an item is not read: a code of the closed vocabulary of docs/formats.md, and one sentence for people.</summary>
public sealed record Refusal(string Code, string Reason);

/// <summary>A whole document is refused. Trying again cannot cure it: it goes to quarantine.</summary>
public sealed class UnreadableDispatchException(string code, string reason) : UncurableException(code, reason)
{
    public Refusal Refusal => new(Code, Message);
}

/// <summary>What <see cref="FormatReader"/> makes of a dispatch: its records and refused items in document order, numbered from 0.</summary>
public sealed record DispatchReading
{
    public required IReadOnlyList<ReadRecord> Items { get; init; }
}

/// <summary>Exactly one of <see cref="Record"/> and <see cref="Refusal"/> is set.</summary>
public sealed record ReadRecord(int Index, NewsRecord? Record, Refusal? Refusal);

using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>People, organisations, places, events and objects an item is about, and the items beside it, as its provider names them.</summary>
public sealed class NamedConcepts
{
    public List<NinjsSubject> People { get; } = [];

    public List<NinjsSubject> Organisations { get; } = [];

    public List<NinjsSubject> Places { get; } = [];

    public List<NinjsSubject> Events { get; } = [];

    public List<NinjsSubject> Objects { get; } = [];

    public List<NinjsAssociation> Associations { get; } = [];
}

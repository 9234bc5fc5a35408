using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats.Json;

namespace Newswire.Formats.Ninjs;

/// <summary>
/// Genres, people, organisations, places, events, objects and associated items of a ninjs document, in the names of ninjs 3 and 2, and of
/// ninjs 1, which has them in the singular and its associations in a map. Coordinates, symbols and addresses stay in the raw bytes.
/// </summary>
internal static class NinjsConcepts
{
    public static void Read(DispatchItem item, JsonFields fields)
    {
        Add(item.Genres, fields.Get("genres", "genre"), hasRelation: false);
        var (people, organisations, places) = (fields.Get("people", "person"), fields.Get("organisations", "organisation"), fields.Get("places", "place"));
        var (events, objects, associations) = (fields.Get("events", "event"), fields.Get("objects", "object"), fields.Get("associations"));
        // Most items name none of them.
        if (!IsAny(people, organisations, places, events, objects, associations)) return;
        var named = new NamedConcepts();
        Add(named.People, people);
        Add(named.Organisations, organisations);
        Add(named.Places, places);
        Add(named.Events, events);
        Add(named.Objects, objects);
        Associate(named.Associations, associations);
        item.Named = named;
    }

    private static bool IsAny(params ReadOnlySpan<JsonElement> stated)
    {
        foreach (var element in stated)
            if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String) return true;
        return false;
    }

    private static void Add(List<NinjsSubject> concepts, JsonElement stated, bool hasRelation = true)
    {
        foreach (var concept in stated.AsList())
        {
            if (concepts.Count == DispatchItem.MostConcepts) return;
            var uri = concept.Get("uri").AsText()?.Trim() ?? Vocabulary.FullUri(concept.Get("scheme").AsText(), concept.Get("code", "qcode").AsText());
            var literal = (concept.Get("literal").AsText() ?? concept.Get("id").AsText())?.Trim();
            if (((concept.ValueKind == JsonValueKind.String ? concept : concept.Get("name")).AsText() ?? literal ?? uri)?.Trim() is not { Length: > 0 } name) continue;
            concepts.Add(new NinjsSubject { Name = name, Rel = hasRelation ? concept.Get("rel").AsText()?.Trim() : null, Uri = Vocabulary.Expand(uri), Literal = literal });
        }
    }

    /// <summary>A list of named items; in ninjs 1 one object with a property for each. One without an identifier names nothing.</summary>
    private static void Associate(List<NinjsAssociation> associations, JsonElement stated)
    {
        var listed = stated.ValueKind == JsonValueKind.Object && stated.Get("uri").ValueKind == JsonValueKind.Undefined
            ? stated.EnumerateObject().Select(property => ((string?)property.Name, property.Value))
            : stated.AsList().Select(one => (one.Get("name").AsText(), one));
        foreach (var (name, one) in listed.Take(DispatchItem.MostConcepts))
        {
            if (one.Get("uri").AsText()?.Trim() is not { } uri) continue;
            associations.Add(new NinjsAssociation { Name = name ?? one.Get("headline").AsText() ?? uri, Rel = one.Get("rel").AsText(), Uri = uri, Type = NinjsMapping.TypeOf(one.Get("type").AsText()) });
        }
    }
}

using System.Text.Json;

namespace Newswire.Formats.Json;

/// <summary>
/// The properties of one object, their names decoded once. A reader asks for dozens of names, most of which are not there, and
/// <see cref="JsonElement"/> goes through the whole object for each.
/// </summary>
internal sealed class JsonFields
{
    private readonly List<(string Name, JsonElement Value)> _all = new(24);

    public JsonFields(JsonElement element)
    {
        foreach (var property in element.EnumerateObject()) _all.Add((property.Name, property.Value));
    }

    /// <summary>In the order of the document, a name that stands twice included.</summary>
    public IReadOnlyList<(string Name, JsonElement Value)> All => _all;

    /// <summary>The property of a name, the last when there are several; an undefined element when there is none.</summary>
    public JsonElement Get(string name)
    {
        for (var i = _all.Count - 1; i >= 0; i--)
            if (_all[i].Name == name) return _all[i].Value;
        return default;
    }

    /// <summary>The first of several spellings that is there and not null.</summary>
    public JsonElement Get(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Get(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value;
        return default;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Newswire.Formats.Json;

/// <summary>
/// The properties of one object, for a reader that asks for dozens of names, most of which are not there: <see cref="JsonElement"/> goes
/// through the whole object for each.
/// </summary>
internal sealed class JsonFields
{
    /// <summary>What is said of an object with <see cref="NamesTwice"/>.</summary>
    public const string Twice = "a name stands twice in one object; the last is taken";

    private readonly List<(int Key, JsonProperty Property)> _all = new(24);

    // A bit for each key that is there: nearly every name that is not is known by it.
    private readonly ulong _keys;

    public JsonFields(JsonElement element)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            // A name with escapes is compared decoded.
            var key = name.Contains((byte)'\\') ? Key(property.Name) : name is [var first, .., var last] ? Key(first, last, name.Length) : name.Length;
            NamesTwice |= (_keys & Bit(key)) != 0 && Has(key, property.Name);
            _all.Add((key, property));
            _keys |= Bit(key);
        }
    }

    /// <summary>A name stands twice: the last is taken.</summary>
    public bool NamesTwice { get; }

    /// <summary>Properties whose names begin with <paramref name="prefix"/>, without escapes, and go on; in the order of the document.</summary>
    public IEnumerable<(string End, JsonElement Value)> StartingWith(string prefix)
    {
        foreach (var (_, property) in _all)
            if (Begins(property, prefix)) yield return (property.Name[prefix.Length..], property.Value);
    }

    /// <summary>The property of a name, the last when there are several; an undefined element when there is none.</summary>
    // Inlined: of a name that is written out the bit is a constant.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonElement Get(string name) => (_keys & Bit(Key(name))) == 0 ? default : Find(name);

    /// <summary>The first of two spellings that is there and not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonElement Get(string name, string other) => (_keys & (Bit(Key(name)) | Bit(Key(other)))) == 0 ? default : Find([name, other]);

    /// <summary>The first of several spellings that is there and not null.</summary>
    public JsonElement Get(params ReadOnlySpan<string> names) => Find(names);

    private JsonElement Find(string name)
    {
        var key = Key(name);
        for (var i = _all.Count - 1; i >= 0; i--)
            if (_all[i].Key == key && IsNamed(_all[i].Property, name)) return _all[i].Property.Value;
        return default;
    }

    private JsonElement Find(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Get(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value;
        return default;
    }

    private bool Has(int key, string name)
    {
        foreach (var field in _all)
            if (field.Key == key && IsNamed(field.Property, name)) return true;
        return false;
    }

    private static bool Begins(JsonProperty property, string prefix) =>
        JsonMarshal.GetRawUtf8PropertyName(property) is var name && name.Length > prefix.Length && Ascii.Equals(name[..prefix.Length], prefix);

    private static bool IsNamed(JsonProperty property, string name) => Ascii.Equals(JsonMarshal.GetRawUtf8PropertyName(property), name) || property.NameEquals(name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Key(string name) => name is [var first, .., var last] ? Key(first, last, name.Length) : name.Length;

    private static int Key(int first, int last, int length) => (length << 16) ^ (first << 8) ^ last;

    private static ulong Bit(int key) => 1UL << (int)(((uint)key * 2_654_435_769u) >> 26);
}

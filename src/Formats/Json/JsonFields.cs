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

    private static readonly List<(string End, JsonElement Value)> None = [];

    // The keys apart: looked through together.
    private readonly int[] _keys;
    private readonly JsonProperty[] _all;

    // A bit for each key that is there: nearly every name that is not is known by it.
    private readonly ulong _bits;

    public JsonFields(JsonElement element)
    {
        _all = new JsonProperty[element.GetPropertyCount()];
        _keys = new int[_all.Length];
        var count = 0;
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);
            // A name with escapes is compared decoded.
            var key = name.Contains((byte)'\\') ? Key(property.Name) : name is [var first, .., var last] ? Key(first, last, name.Length) : name.Length;
            NamesTwice |= (_bits & Bit(key)) != 0 && _keys.AsSpan(0, count).Contains(key) && LastOf(property.Name, key, count) >= 0;
            (_keys[count], _all[count]) = (key, property);
            count++;
            _bits |= Bit(key);
        }
    }

    /// <summary>A name stands twice: the last is taken.</summary>
    public bool NamesTwice { get; }

    /// <summary>Properties whose names begin with <paramref name="prefix"/>, without escapes, and go on; in the order of the document.</summary>
    public List<(string End, JsonElement Value)> StartingWith(string prefix)
    {
        List<(string End, JsonElement Value)>? found = null;
        for (var i = 0; i < _all.Length; i++)
            if (FirstOf(_keys[i]) == prefix[0] && Begins(_all[i], prefix)) (found ??= []).Add((End(_all[i], prefix.Length), _all[i].Value));
        return found ?? None;
    }

    private static string End(JsonProperty property, int prefix)
    {
        // Those of nearly all items are not made anew for each.
        var end = JsonMarshal.GetRawUtf8PropertyName(property)[prefix..];
        return end.SequenceEqual("text"u8) ? "text" : end.SequenceEqual("html"u8) ? "html" : property.Name[prefix..];
    }

    /// <summary>The property of a name, the last when there are several; an undefined element when there is none.</summary>
    // Inlined: of a name that is written out the bit is a constant.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonElement Get(string name) => (_bits & Bit(Key(name))) == 0 ? default : Find(name);

    /// <summary>The first of two spellings that is there and not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonElement Get(string name, string other) => (_bits & (Bit(Key(name)) | Bit(Key(other)))) == 0 ? default : Find(name, other);

    /// <summary>The first of several spellings that is there and not null.</summary>
    public JsonElement Get(params ReadOnlySpan<string> names) => Find(names);

    private JsonElement Find(string name) => LastOf(name, Key(name), _all.Length) is var at and >= 0 ? _all[at].Value : default;

    private int LastOf(string name, int key, int count)
    {
        var keys = _keys.AsSpan(0, count);
        var at = keys.LastIndexOf(key);
        while (at >= 0 && !IsNamed(_all[at], name)) at = keys[..at].LastIndexOf(key);
        return at;
    }

    private JsonElement Find(string name, string other) =>
        Get(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? value : Get(other) is { ValueKind: not JsonValueKind.Null } second ? second : default;

    private JsonElement Find(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Get(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value;
        return default;
    }

    private static bool Begins(JsonProperty property, string prefix) =>
        JsonMarshal.GetRawUtf8PropertyName(property) is var name && name.Length > prefix.Length && Ascii.Equals(name[..prefix.Length], prefix);

    private static bool IsNamed(JsonProperty property, string name) => Ascii.Equals(JsonMarshal.GetRawUtf8PropertyName(property), name) || property.NameEquals(name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Key(string name) => name is [var first, .., var last] ? Key(first, last, name.Length) : name.Length;

    private static int Key(int first, int last, int length) => (length << 16) ^ ((first & 0xFF) << 8) ^ (last & 0xFF);

    private static int FirstOf(int key) => (key >> 8) & 0xFF;

    private static ulong Bit(int key) => 1UL << (int)(((uint)key * 2_654_435_769u) >> 26);
}

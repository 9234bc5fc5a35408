using System.Collections;
using System.Text.Json;

namespace Newswire.Formats.Json;

/// <summary>Elements of an array; a single value counts as an array of one, nothing and null as an empty one. Gone through without allocating.</summary>
internal readonly struct JsonItems(JsonElement element) : IEnumerable<JsonElement>
{
    public Enumerator GetEnumerator() => new(element);

    IEnumerator<JsonElement> IEnumerable<JsonElement>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(JsonElement element) : IEnumerator<JsonElement>
    {
        private readonly bool _many = element.ValueKind == JsonValueKind.Array;
        private bool _one = element.ValueKind is not (JsonValueKind.Array or JsonValueKind.Undefined or JsonValueKind.Null);
        private JsonElement.ArrayEnumerator _array = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default;

        public readonly JsonElement Current => _many ? _array.Current : element;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_many) return _array.MoveNext();
            var one = _one;
            _one = false;
            return one;
        }

        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

namespace Newswire.Formats.Markup;

/// <summary>The attributes of a start tag, as lenient as <see cref="MarkupTokenizer"/>.</summary>
internal ref struct AttributeTokenizer(ReadOnlySpan<char> content)
{
    private static readonly System.Buffers.SearchValues<char> NameEnd = System.Buffers.SearchValues.Create("= \t\r\n\f/");

    private ReadOnlySpan<char> _rest = content;

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>As written, without quotes.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    public bool Read()
    {
        _rest = _rest.TrimStart(" \t\r\n\f/\"'=");
        if (_rest.IsEmpty) return false;
        var end = _rest.IndexOfAny(NameEnd);
        if (end < 0) end = _rest.Length;
        Name = _rest[..end];
        _rest = _rest[end..].TrimStart();
        Value = default;
        if (_rest.IsEmpty || _rest[0] != '=') return true;
        _rest = _rest[1..].TrimStart();
        if (_rest.IsEmpty) return true;
        var quote = _rest[0];
        var closing = quote is '"' or '\'' ? _rest[1..].IndexOf(quote) : -1;
        if (closing >= 0)
        {
            Value = _rest[1..(closing + 1)];
            _rest = _rest[(closing + 2)..];
            return true;
        }

        end = _rest.IndexOfAny(" \t\r\n\f");
        if (end < 0) end = _rest.Length;
        Value = _rest[..end].Trim('"').Trim('\'');
        _rest = _rest[end..];
        return true;
    }

    /// <summary>The decoded value of an attribute, any case of its name; null when absent.</summary>
    public static string? Find(ReadOnlySpan<char> content, string name)
    {
        var attributes = new AttributeTokenizer(content);
        while (attributes.Read())
            if (attributes.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return Entities.Decode(attributes.Value);
        return null;
    }
}

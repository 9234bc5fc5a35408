namespace Newswire.Formats.Markup;

internal enum MarkupToken
{
    Text,

    /// <summary>Text in which an ampersand is an ampersand: CDATA.</summary>
    Literal,
    Start,
    End,
}

/// <summary>
/// Cuts markup into tags and text, whatever its faults, in one pass and in time linear in its length. Comments, processing instructions
/// and declarations are skipped. It builds nothing and recurses nowhere, so that depth costs nothing.
/// </summary>
internal ref struct MarkupTokenizer(ReadOnlySpan<char> text, bool html)
{
    private ReadOnlySpan<char> _rest = text;
    private ReadOnlySpan<char> _raw;
    private const int MostForgotten = 100;

    private bool _noDouble, _noSingle, _noComment, _noCData;
    private int _forgotten;

    public MarkupToken Kind { get; private set; }

    /// <summary>Name of a tag as written, with prefix.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Text as written, or the attributes of a start tag.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>The whole tag as written.</summary>
    public ReadOnlySpan<char> Tag { get; private set; }

    public bool SelfClosing { get; private set; }

    /// <summary>What is not read yet.</summary>
    public readonly ReadOnlySpan<char> Rest => _rest;

    /// <summary>True when the last tag was cut off by the end of the text.</summary>
    public bool CutOff { get; private set; }

    public bool Read()
    {
        while (!_rest.IsEmpty)
        {
            if (!_raw.IsEmpty) return ReadRaw();
            if (_rest[0] != '<') return ReadText();
            var next = _rest.Length > 1 ? _rest[1] : '\0';
            if (char.IsLetter(next) || next == '_') return ReadTag(1, MarkupToken.Start);
            if (next == '/' && _rest.Length > 2 && (char.IsLetter(_rest[2]) || _rest[2] == '_')) return ReadTag(2, MarkupToken.End);
            if (next is '!' or '?' or '/')
            {
                if (SkipDeclaration()) return true;
                continue;
            }

            return ReadText();
        }

        return false;
    }

    private bool ReadText()
    {
        // At least one character: a "<" that starts nothing is text.
        var end = _rest[1..].IndexOf('<') + 1;
        return Emit(MarkupToken.Text, end == 0 ? _rest.Length : end, 0);
    }

    private bool Emit(MarkupToken kind, int length, int closing)
    {
        Kind = kind;
        Content = _rest[..length];
        _rest = _rest[(length + closing)..];
        return true;
    }

    /// <summary>The content of script, style and the like is one text up to the end tag.</summary>
    private bool ReadRaw()
    {
        var from = 0;
        while (true)
        {
            var at = _rest[from..].IndexOf("</");
            if (at < 0) break;
            from += at + 2;
            if (!_rest[from..].StartsWith(_raw, StringComparison.OrdinalIgnoreCase)) continue;
            _raw = default;
            if (from == 2) return Read();
            return Emit(MarkupToken.Text, from - 2, 0);
        }

        _raw = default;
        return Emit(MarkupToken.Text, _rest.Length, 0);
    }

    private bool ReadTag(int start, MarkupToken kind)
    {
        var end = start;
        while (end < _rest.Length && IsNameChar(_rest[end])) end++;
        Kind = kind;
        Name = _rest[start..end];
        var close = FindTagEnd(end);
        CutOff = close < 0;
        if (close < 0) close = _rest.Length;
        var content = _rest[end..close];
        SelfClosing = content.EndsWith("/");
        // In HTML the slash may end an unquoted value: <a href=http://x/>.
        Content = SelfClosing && !html ? content[..^1] : content;
        Tag = _rest[..Math.Min(close + 1, _rest.Length)];
        _rest = _rest[Math.Min(close + 1, _rest.Length)..];
        if (html && kind == MarkupToken.Start && IsRaw(Name)) _raw = Name;
        return true;
    }

    private readonly bool IsNameChar(char c) =>
        html ? !char.IsWhiteSpace(c) && c is not ('/' or '>' or '<' or '=' or '"') : char.IsLetterOrDigit(c) || c is ':' or '_' or '-' or '.' or '·';

    private static bool IsRaw(ReadOnlySpan<char> name) =>
        name.Length is >= 5 and <= 8 && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)
            || name.Equals("title", StringComparison.OrdinalIgnoreCase) || name.Equals("iframe", StringComparison.OrdinalIgnoreCase)
            || name.Equals("textarea", StringComparison.OrdinalIgnoreCase) || name.Equals("noembed", StringComparison.OrdinalIgnoreCase)
            || name.Equals("noframes", StringComparison.OrdinalIgnoreCase));

    /// <summary>The ">" that ends the tag: one outside quotes, unless a quote is never closed.</summary>
    private int FindTagEnd(int from)
    {
        var at = from;
        while (at < _rest.Length)
        {
            var step = _rest[at..].IndexOfAny('>', '"', '\'');
            if (step < 0) return -1;
            at += step;
            var c = _rest[at];
            if (c == '>') return at;
            // A quote counts only after "=": an apostrophe elsewhere in a tag opens nothing.
            if (!(c == '"' ? _noDouble : _noSingle) && _rest[from..at].TrimEnd().EndsWith("="))
            {
                var closing = _rest[(at + 1)..].IndexOf(c);
                if (closing >= 0) at += closing + 1;
                else if (c == '"') _noDouble = true;
                else _noSingle = true;
            }

            at++;
        }

        return -1;
    }

    /// <summary>Comments, CDATA, declarations and instructions; true when it gave a token.</summary>
    private bool SkipDeclaration()
    {
        if (!_noCData && _rest.StartsWith("<![CDATA["))
        {
            _rest = _rest[9..];
            var end = _rest.IndexOf("]]>");
            _noCData = end < 0;
            if (!html && IsForgotten(end < 0 ? _rest : _rest[..end], end >= 0)) return false;
            if (end >= 0) return Emit(MarkupToken.Literal, end, 3);
            CutOff = true;
            return Emit(MarkupToken.Literal, _rest.Length, 0);
        }

        if (!_noComment && _rest.StartsWith("<!--"))
        {
            var end = _rest[4..].IndexOf("-->");
            if (end >= 0)
            {
                _rest = _rest[(end + 7)..];
                return false;
            }

            _noComment = true;
        }

        var close = _rest.IndexOf('>');
        if (!html && _rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) close = EndOfDoctype(close);
        _rest = close < 0 ? default : _rest[(close + 1)..];
        return false;
    }

    /// <summary>A section that was never ended reaches into the next items of a feed: then its start is passed over. Each costs a look ahead, so that there is a limit.</summary>
    private bool IsForgotten(ReadOnlySpan<char> content, bool ended) =>
        (!ended || content.Contains("<![CDATA[", StringComparison.Ordinal))
        && (content.Contains("</item>", StringComparison.Ordinal) || content.Contains("</entry>", StringComparison.Ordinal))
        && _forgotten++ < MostForgotten;

    private readonly int EndOfDoctype(int close)
    {
        var bracket = _rest.IndexOf('[');
        if (bracket < 0 || bracket > close) return close;
        var end = _rest.IndexOf(']');
        return end < 0 ? -1 : end + _rest[end..].IndexOf('>');
    }
}

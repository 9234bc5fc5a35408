using System.Text;

namespace Newswire.Formats.Markup;

/// <summary>Plain text of HTML: paragraphs parted by a blank line, rows and list items by a line end, cells by a tab, blanks folded.</summary>
internal sealed class PlainTextWriter(int capacity)
{
    private const string Blanks = " \t\r\n\f";

    private readonly StringBuilder _text = new(capacity);
    private int _pendingLines;
    private bool _pendingBlank;
    private bool _cell;
    private bool _afterBullet;

    public void Append(ReadOnlySpan<char> text, bool preformatted)
    {
        if (preformatted)
        {
            Flush();
            _text.Append(text);
            return;
        }

        while (true)
        {
            var trimmed = text.TrimStart(Blanks);
            _pendingBlank |= trimmed.Length < text.Length;
            if (trimmed.IsEmpty) return;
            var end = Foldable(trimmed);
            Flush();
            _text.Append(trimmed[..end]);
            text = trimmed[end..];
        }
    }

    /// <summary>At least so many line ends before what follows: 1 a new line, 2 a new paragraph.</summary>
    public void Break(int lines)
    {
        // A paragraph that begins an item stands beside its bullet.
        if (_afterBullet) return;
        _pendingLines = Math.Max(_pendingLines, lines);
        if (lines > 0) _pendingBlank = _cell = false;
    }

    /// <summary>A line end that was asked for; two in a row part paragraphs.</summary>
    public void Line()
    {
        _pendingLines = Math.Min(2, _pendingLines + 1);
        _pendingBlank = false;
    }

    /// <summary>A new item of a list on a line of its own.</summary>
    public void Bullet()
    {
        _afterBullet = false;
        Break(1);
        Append("- ", preformatted: false);
        _afterBullet = true;
    }

    /// <summary>An item ends, even one without text.</summary>
    public void EndItem() => _afterBullet = false;

    /// <summary>A new cell of the row.</summary>
    public void Cell() => _cell = true;

    public override string ToString()
    {
        var end = _text.Length;
        while (end > 0 && char.IsWhiteSpace(_text[end - 1])) end--;
        return _text.ToString(0, end);
    }

    /// <summary>Where the first blank is that cannot stay as it is: all but single spaces between words.</summary>
    private static int Foldable(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny("\t\r\n\f");
        if (end < 0) end = text.Length;
        if (text[..end].IndexOf("  ") is var twice and >= 0) end = twice;
        return text[end - 1] == ' ' ? end - 1 : end;
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            if (_pendingLines > 0) _text.Append('\n', _pendingLines);
            else if (_cell) _text.Append('\t');
            else if (_pendingBlank) _text.Append(' ');
        }

        _pendingLines = 0;
        _pendingBlank = _cell = _afterBullet = false;
    }
}

using System.Runtime.InteropServices;

namespace Newswire.Formats.Signalling;

internal enum PhraseKind
{
    End,
    Number,
    Word,
    Symbol,
}

/// <summary>A number, a run of letters or one other character of a phrase, with where it stands.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseToken(PhraseKind Kind, int Start, int Length, int Value)
{
    public int End => Start + Length;
}

/// <summary>The tokens of a phrase, blanks dropped; bounded, so that a page-long line costs no more than a sentence.</summary>
internal sealed class PhraseTokens
{
    private const int Longest = 400;

    private readonly List<PhraseToken> _tokens = [];
    private readonly string _text;

    public PhraseTokens(ReadOnlySpan<char> text)
    {
        _text = text[..Math.Min(text.Length, Longest)].ToString();
        for (var i = 0; i < _text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(_text[i]))
            {
                var value = 0;
                for (; i < _text.Length && char.IsAsciiDigit(_text[i]); i++)
                    value = i - start < 8 ? (value * 10) + (_text[i] - '0') : int.MaxValue;
                _tokens.Add(new PhraseToken(PhraseKind.Number, start, i - start, value));
            }
            else if (char.IsLetter(_text[i]))
            {
                while (i < _text.Length && char.IsLetter(_text[i]))
                    i++;
                _tokens.Add(new PhraseToken(PhraseKind.Word, start, i - start, 0));
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(_text[start]))
                    _tokens.Add(new PhraseToken(PhraseKind.Symbol, start, 1, 0));
            }
        }
    }

    public int Count => _tokens.Count;

    public PhraseToken this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : default;

    public ReadOnlySpan<char> Text(PhraseToken token) => _text.AsSpan(token.Start, token.Length);

    /// <summary>The token is a number of so many digits that touches the one before it when it must.</summary>
    public bool IsNumber(int index, int fewest, int most, bool glued = false)
        => this[index] is { Kind: PhraseKind.Number } token && token.Length >= fewest && token.Length <= most && (!glued || token.Start == this[index - 1].End);

    public bool IsSymbol(int index, char symbol, bool glued = true)
        => this[index] is { Kind: PhraseKind.Symbol } token && _text[token.Start] == symbol && (!glued || token.Start == this[index - 1].End);

    public bool IsWord(int index, params ReadOnlySpan<string> words)
    {
        if (this[index] is not { Kind: PhraseKind.Word } token)
            return false;
        foreach (var word in words)
        {
            if (Text(token).Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

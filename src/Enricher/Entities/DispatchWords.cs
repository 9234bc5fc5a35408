namespace Newswire.Enricher.Entities;

/// <summary>The words of one text as the pass over a whole dispatch compares them. Reused from text to text; not for concurrent use.</summary>
internal sealed class DispatchWords
{
    private uint[] _words = [];
    private bool[] _capital = [];
    private bool[] _small = [];

    public uint this[int token] => _words[token];

    public void Read(ReadOnlySpan<char> text, TokenList tokens)
    {
        if (_words.Length < tokens.Count)
        {
            (_words, _capital, _small) = (new uint[tokens.Count * 2], new bool[tokens.Count * 2], new bool[tokens.Count * 2]);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            var word = text.Slice(tokens.Starts[i], tokens.Lengths[i]);
            _words[i] = FeatureHash.Word(word);
            _capital[i] = char.IsUpper(word[0]) && word.Length > 1;
            _small[i] = char.IsLower(word[0]) || (word.Length > 1 && word[0] is '\'' or '’' && char.IsLower(word[1]));
        }
    }

    public bool HasCapital(int token) => _capital[token];

    /// <summary>Written without capital: "van", "'t".</summary>
    public bool IsSmall(int token) => _small[token];

    /// <summary>Most words have a capital, as in a headline: then it tells nothing of one of them.</summary>
    public bool AreInCapitals(int from, int end) => _capital.AsSpan(from, end - from).Count(true) * 10 >= (end - from) * 6;

    public uint Phrase(int first, int end)
    {
        var phrase = FeatureHash.Seed;
        for (var i = first; i < end; i++)
        {
            phrase = FeatureHash.Pair(phrase, _words[i]);
        }

        return phrase;
    }
}

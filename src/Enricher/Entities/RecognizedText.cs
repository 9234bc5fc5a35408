using System.Buffers;

namespace Newswire.Enricher.Entities;

/// <summary>
/// One dispatch under work: headline and body as one text, its tokens and mentions. Pooled by the recognizer, so that memory is reused from
/// dispatch to dispatch; not for concurrent use.
/// </summary>
internal sealed class RecognizedText : IDisposable
{
    private const string Separator = "\n\n";

    private readonly TextAnalysis _analysis = new();
    private char[] _text = [];
    private int _length;

    public TokenList Tokens { get; } = new();

    public List<Mention> Mentions => _analysis.Mentions;

    public List<AcronymLink> Links => _analysis.Links;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>Where the body starts in <see cref="Text"/>; what is before it is the headline.</summary>
    public int BodyStart { get; private set; }

    public void Read(string? headline, string body, EntityModel model, Gazetteer gazetteer, AgencyLexicon agencies)
    {
        SetText(headline ?? "", body);
        Tokens.Clear();
        Tokenizer.Tokenize(Text, Tokens);
        _analysis.Run(Text, Tokens, model, gazetteer, agencies);
    }

    public ReadOnlySpan<char> Surface(Mention mention) => Text[Tokens.Starts[mention.First]..Tokens.End(mention.End - 1)];

    public void Dispose()
    {
        Tokens.Dispose();
        if (_text.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_text);
            _text = [];
        }
    }

    private void SetText(string headline, string body)
    {
        BodyStart = headline.Length == 0 ? 0 : headline.Length + Separator.Length;
        _length = BodyStart + body.Length;
        if (_text.Length < _length)
        {
            if (_text.Length > 0)
            {
                ArrayPool<char>.Shared.Return(_text);
            }

            _text = ArrayPool<char>.Shared.Rent(_length);
        }

        if (BodyStart > 0)
        {
            headline.CopyTo(_text);
            Separator.CopyTo(_text.AsSpan(headline.Length));
        }

        body.CopyTo(_text.AsSpan(BodyStart));
    }
}

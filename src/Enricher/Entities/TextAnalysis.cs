namespace Newswire.Enricher.Entities;

/// <summary>From words to mentions, in one order for dispatches and for evaluations: tagger, particles of names, lists, acronyms, document pass. Not for concurrent use.</summary>
internal sealed class TextAnalysis
{
    private readonly EntityTagger _tagger = new();
    private readonly DocumentPass _pass = new();

    /// <summary>Found in the text, in order.</summary>
    public List<Mention> Mentions { get; } = [];

    public List<AcronymLink> Links { get; } = [];

    public void Run(ReadOnlySpan<char> text, TokenList tokens, EntityModel model, Gazetteer gazetteer, AgencyLexicon agencies)
    {
        Mentions.Clear();
        Links.Clear();
        _tagger.Tag(model, gazetteer, text, tokens, Mentions);
        NameParticles.Apply(text, tokens, model.Header.Language, gazetteer, Mentions);
        agencies.Apply(text, tokens, Mentions);
        AcronymLinker.Apply(text, tokens, Mentions, Links);
        _pass.Apply(text, tokens, gazetteer, model.Classes, Mentions);
    }
}

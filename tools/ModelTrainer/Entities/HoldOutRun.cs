using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>Tags training documents on their own tokens.</summary>
internal sealed class HoldOutRun(EntityModel model, Gazetteer gazetteer, bool pass) : IDisposable
{
    private readonly TokenList _tokens = new();
    private readonly EntityTagger _tagger = new();
    private readonly DocumentPass _pass = new();
    private readonly List<Mention> _mentions = [];

    public List<Mention> Tag(TrainingDocument document, string text)
    {
        document.CopyTo(_tokens);
        _mentions.Clear();
        _tagger.Tag(model, gazetteer, text, _tokens, _mentions);
        if (pass)
        {
            _pass.Apply(text, _tokens, gazetteer, model.Classes, _mentions);
        }

        return _mentions;
    }

    public void Dispose() => _tokens.Dispose();
}

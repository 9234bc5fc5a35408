namespace Newswire.Enricher.Entities;

/// <summary>Mentions by the token they start and end at.</summary>
internal sealed class MentionIndex
{
    private readonly Dictionary<int, Mention> _byFirst = [];
    private readonly Dictionary<int, Mention> _byEnd = [];

    public MentionIndex(List<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            _byFirst[mention.First] = mention;
            _byEnd[mention.End] = mention;
        }
    }

    public Mention? StartingAt(int token) => _byFirst.TryGetValue(token, out var mention) ? mention : null;

    public Mention? EndingAt(int token) => _byEnd.TryGetValue(token, out var mention) ? mention : null;
}

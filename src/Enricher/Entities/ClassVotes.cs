namespace Newswire.Enricher.Entities;

/// <summary>What the mentions of one spelling were taken for; a sure mention weighs more.</summary>
internal sealed class ClassVotes
{
    private readonly long[] _weights = new long[Labels.Classes];

    public int BestMargin { get; private set; }

    public EntityClass Winner
    {
        get
        {
            var best = 0;
            for (var c = 1; c < Labels.Classes; c++)
            {
                best = _weights[c] > _weights[best] ? c : best;
            }

            return (EntityClass)best;
        }
    }

    public void Add(Mention mention)
    {
        BestMargin = Math.Max(BestMargin, mention.Margin);
        _weights[(int)mention.Class] += 1000 + Math.Max(0, mention.Margin);
    }
}

namespace Newswire.PipelineBench;

/// <summary>One thing measured on both sides: by the product and by the same flow on the raw client. One leg runs at a time.</summary>
internal interface IScenario : IAsyncDisposable
{
    string Name { get; }

    Task<Leg> ProductAsync(int messages);

    Task<Leg> RawAsync(int messages);
}

namespace Newswire.EnrichmentBench;

/// <summary>A part of the work on one dispatch; the best of its rounds counts.</summary>
internal sealed class Step(string name, Func<Input, object> work)
{
    public string Name => name;

    public Func<Input, object> Work => work;

    /// <summary>A dispatch.</summary>
    public double Microseconds { get; set; } = double.MaxValue;

    /// <summary>Allocated for a dispatch.</summary>
    public double Bytes { get; set; }
}

namespace Newswire.PipelineBench;

/// <summary>Milliseconds from receipt at the collector to the commit in the archive.</summary>
internal sealed record Delays(int Dispatches, double Median, double P99, double Longest)
{
    public override string ToString() => FormattableString.Invariant($"median {Median:F0}, p99 {P99:F0}, longest {Longest:F0} of {Dispatches}");

    public static Delays Of(IReadOnlyList<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToList();
        return new Delays(sorted.Count, At(0.5), At(0.99), sorted[^1]);

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}

namespace Newswire.Pipeline.Tests.Archive;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Dispatches.Start.AddHours(1);

    public override DateTimeOffset GetUtcNow() => Now;
}

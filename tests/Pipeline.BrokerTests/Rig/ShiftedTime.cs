namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>The machine's clock, some time ahead: what is due then is due now.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}

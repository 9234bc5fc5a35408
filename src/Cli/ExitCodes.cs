namespace Newswire.Cli;

/// <summary>What the process answers its caller with; a stable contract.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Some dispatches were quarantined or failed, or the books do not balance.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Broker or archive unreachable.</summary>
    public const int Unreachable = 3;
}

namespace Newswire.Cli;

/// <summary>Ends a command with an exit code and a message for people.</summary>
internal sealed class CommandFailedException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

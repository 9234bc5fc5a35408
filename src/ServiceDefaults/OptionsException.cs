namespace Newswire.ServiceDefaults;

/// <summary>A setting is unusable. The message names the key, the value and the remedy; the process does not start (exit code 2).</summary>
public sealed class OptionsException(string message) : Exception(message);

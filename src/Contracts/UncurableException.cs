namespace Newswire.Contracts;

/// <summary>
/// The one way to say "trying again cannot cure this": the dispatch goes to quarantine with the code and the reason. Every other exception
/// is tried again. Consumers catch neither; the failure policy decides.
/// </summary>
public class UncurableException(string code, string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>Closed vocabulary, see docs/quarantine.md.</summary>
    public string Code { get; } = code;
}

/// <summary>Something this stage depends on is down. Tried again for as long as it takes: an outage never sends a dispatch to quarantine.</summary>
public class OutageException(string message, Exception? inner = null) : Exception(message, inner);

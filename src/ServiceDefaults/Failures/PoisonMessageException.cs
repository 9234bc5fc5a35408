using Newswire.Contracts;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>
/// A message that is not what its queue carries: no JSON, a missing or mistyped member, bytes that contradict their hash. It goes to quarantine
/// whole, since no stage can have kept what is in it.
/// </summary>
public sealed class PoisonMessageException(string reason, Exception? inner = null) : UncurableException("poison", reason, inner);

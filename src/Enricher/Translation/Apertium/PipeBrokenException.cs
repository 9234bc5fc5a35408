namespace Newswire.Enricher.Translations.Apertium;

/// <summary>A pipeline died, answered out of step or said too much. It has been killed; nothing it returned may be used.</summary>
public sealed class PipeBrokenException(string message, bool neverStarted = false) : Exception(message)
{
    /// <summary>It broke on its very first text and explained why on stderr: a program or file is missing.</summary>
    public bool NeverStarted { get; } = neverStarted;
}

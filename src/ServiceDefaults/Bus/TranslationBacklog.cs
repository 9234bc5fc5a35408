namespace Newswire.ServiceDefaults.Bus;

/// <summary>Translations asked for and not yet stored, counted within this process: a one-shot command on the in-memory bus waits for them.</summary>
public sealed class TranslationBacklog
{
    private int _open;

    public int Open => Volatile.Read(ref _open);

    public void Asked() => Interlocked.Increment(ref _open);

    public void Stored() => Interlocked.Decrement(ref _open);
}

using System.Reflection;
using Newswire.Archiver;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>A real archive that fails when the test says so: <see cref="Fault"/> sees each call first and may answer with an exception.</summary>
public class FaultyArchive : DispatchProxy
{
    private IArchive _archive = null!;

    public Func<string, object?[], Exception?>? Fault { get; set; }

    public static (IArchive Archive, FaultyArchive Faults) Over(IArchive archive)
    {
        var proxy = Create<IArchive, FaultyArchive>();
        var faults = (FaultyArchive)(object)proxy;
        faults._archive = archive;
        return (proxy, faults);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (Fault?.Invoke(targetMethod!.Name, args ?? []) is { } exception)
            throw exception;
        return targetMethod!.Invoke(_archive, args);
    }
}

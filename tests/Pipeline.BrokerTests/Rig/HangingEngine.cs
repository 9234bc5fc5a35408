using Newswire.Enricher.Translations;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>An Apertium of one mode, English to Spanish, that knows the sentences of <see cref="Texts"/> and hangs as long as a file is there.</summary>
internal sealed class HangingEngine
{
    private readonly string _gate;

    public HangingEngine(string folder)
    {
        Prefix = Path.Combine(folder, "apertium");
        _gate = Path.Combine(Prefix, "hang");
        var modes = Directory.CreateDirectory(Path.Combine(Prefix, "share/apertium/modes")).FullName;
        var program = Path.Combine(Prefix, "engine");
        File.WriteAllText(program, $"""
            #!/bin/sh
            while [ -e '{_gate}' ]; do sleep 0.1; done
            exec sed -z -u 's/Council of/El consejo de/
            s/votes on new harbour bridge/vota sobre el nuevo puente del puerto/
            s/The council of/El consejo de/
            s/voted on Monday for the new bridge over the harbour, two years after the old one was closed to traffic/votó el lunes a favor del nuevo puente sobre el puerto, dos años después del cierre del antiguo/
            s/We have waited long enough for this day/Hemos esperado bastante para ver este día/
            s/the mayor told reporters after the meeting in the town hall of/dijo el alcalde a los periodistas después de la reunión en el ayuntamiento de/'
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(Path.Combine(modes, "eng-spa.mode"), program);
    }

    /// <summary>For <see cref="ApertiumOptions.Prefix"/>.</summary>
    public string Prefix { get; }

    public void Hang() => File.WriteAllText(_gate, "");

    public void GoOn() => File.Delete(_gate);
}

using Newswire.Enricher.Translations.Apertium;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>An install prefix of its own with mode files made of GNU sed, which takes the added -z as NUL-separated input.</summary>
internal sealed class FakeApertium : IDisposable
{
    public FakeApertium() => Directory.CreateDirectory(Modes);

    public string Path { get; } = Directory.CreateTempSubdirectory("apertium").FullName;

    private string Modes => System.IO.Path.Combine(Path, "share/apertium/modes");

    public FakeApertium With(string mode, string pipeline)
    {
        // "p" alone: pass the text on.
        File.WriteAllText(System.IO.Path.Combine(Modes, mode + ".mode"), pipeline == "p" ? "sed -u ''" : pipeline);
        return this;
    }

    public ApertiumMode Mode(string name) => ApertiumModes.Discover(Path)[name];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

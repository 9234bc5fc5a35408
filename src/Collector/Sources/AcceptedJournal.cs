namespace Newswire.Collector.Sources;

/// <summary>
/// Remembers accepted files by name, size and time, in an append-only file beside them. A line cut off by a crash is ignored: its file is
/// offered again, and the same bytes are the same dispatch.
/// </summary>
internal sealed class AcceptedJournal
{
    private readonly string _path;
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();

    public AcceptedJournal(string folder)
    {
        _path = Path.Combine(folder, ".newswire-accepted");
        if (!File.Exists(_path))
            return;

        var present = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Line(new FileInfo(f))).ToHashSet(StringComparer.Ordinal);
        var lines = File.ReadAllLines(_path);
        _accepted.UnionWith(lines.Where(present.Contains));
        if (_accepted.Count < lines.Length / 2)
            Compact();
    }

    public bool Knows(FileInfo file)
    {
        lock (_writing)
            return _accepted.Contains(Line(file));
    }

    public void Add(FileInfo file)
    {
        lock (_writing)
        {
            if (_accepted.Add(Line(file)))
                File.AppendAllText(_path, Line(file) + "\n");
        }
    }

    private void Compact()
    {
        var fresh = _path + ".new";
        File.WriteAllLines(fresh, _accepted);
        File.Move(fresh, _path, overwrite: true);
    }

    private static string Line(FileInfo file)
        => $"{file.Length} {file.LastWriteTimeUtc.Ticks} {Uri.EscapeDataString(file.FullName)}";
}

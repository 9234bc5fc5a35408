namespace Newswire.Formats.Wire;

/// <summary>Marks that end a text or a message: "ENDS", "-30-", "###", "./.".</summary>
internal static class EndMark
{
    private const string Decoration = "-–—_=*#()[]./+<> ";

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "end", "ends", "ende", "einde", "fin", "fine", "fim", "slut", "slutt", "loppu", "koniec", "konec", "30", "0", "more", "mf", "more to come",
        "more follows", "mfl", "suite", "à suivre", "a suivre", "segue", "sigue", "continúa", "folgt", "forts", "xxx", "nnnn", "enditem", "enditem/j",
        "endit", "end item", "end of story", "einde bericht", "ende der meldung", "fin de la dépêche", "конец", "完", "了", "끝", "انتهى",
    };

    /// <summary>A word set off by decoration or in capitals, or decoration alone.</summary>
    public static bool Is(string line)
    {
        if (line.Length > 30)
            return false;
        var bare = line.AsSpan().Trim(Decoration);
        if (bare.IsEmpty)
            return line.Length > 1 && !line.Contains('(', StringComparison.Ordinal);
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare) && (bare.Length < line.Length || char.IsUpper(bare[0]) || !char.IsAscii(bare[0]));
    }

    /// <summary>"end", "mfl": the word with nothing that sets it off, so that its place must tell.</summary>
    public static bool IsBare(string line) => (line.Length is > 2 and < 8 || line is "mf") && !char.IsAsciiDigit(line[0]) && Words.Contains(line);

    /// <summary>"./.", "./.CVN", "././. MIK": the end of the message and who wrote it.</summary>
    public static bool EndsMessage(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.Length < 16 && (line.StartsWith("./.") || line is "/.");
    }
}

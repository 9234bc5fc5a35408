using System.Buffers;

namespace Newswire.Formats.Signalling;

/// <summary>Where the words of a line begin, after what decorates it.</summary>
internal static class LineStart
{
    /// <summary>The line without the characters of <paramref name="decoration"/> it begins with, none of which is a letter or digit.</summary>
    public static ReadOnlySpan<char> Past(ReadOnlySpan<char> line, SearchValues<char> decoration)
    {
        // One by one: nearly every line has none or one, and setting up a search costs more than the rest of a reader's first look.
        var start = 0;
        while (start < line.Length && !char.IsLetterOrDigit(line[start]) && decoration.Contains(line[start]))
            start++;
        return line[start..];
    }
}

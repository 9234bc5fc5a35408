using Newswire.Formats.Markup;

namespace Newswire.Formats.Writing;

/// <summary>Counts the words of a text: runs of characters between blanks.</summary>
internal static class WordCount
{
    // As char.IsWhiteSpace.
    private static readonly CharRanges Blanks = new(
        ('\t', '\r'), (' ', ' '), ('\u0085', '\u0085'), ('\u00A0', '\u00A0'), ('\u1680', '\u1680'), ('\u2000', '\u200A'), ('\u2028', '\u2029'),
        ('\u202F', '\u202F'), ('\u205F', '\u205F'), ('\u3000', '\u3000'));

    public static int Of(ReadOnlySpan<char> text) => Blanks.RunsOutside(text);
}

using System.Text;

namespace Newswire.Enricher.Language;

/// <summary>The part of a text that the detector looks at, as a stream of letters: time and memory do not grow with the text.</summary>
internal static class TextSample
{
    /// <summary>Room that <see cref="Read"/> needs for its stream.</summary>
    public const int StreamLength = LongestRead + (2 * Windows);

    // A longer text is judged by windows spread over it: more letters do not change the answer, and a long quotation does not take over.
    private const int LongestRead = 3072;
    private const int Windows = 4;

    /// <summary>Writes the stream and adds the letters by script to <paramref name="letters"/>.</summary>
    public static StreamCounts Read(ReadOnlySpan<char> text, Span<char> stream, Span<int> letters)
    {
        var counts = ReadWindows(text, stream, letters);
        if (!counts.Combining)
            return counts;
        // Decomposed accents: the model knows the composed letters.
        var sample = text.Length > LongestRead ? Sample(text) : text.ToString();
        letters.Clear();
        return ReadWindows(Composed(sample), stream, letters);
    }

    private static StreamCounts ReadWindows(ReadOnlySpan<char> text, Span<char> stream, Span<int> letters)
    {
        if (text.Length <= LongestRead)
            return LetterStream.Write(text, stream, letters);
        var total = new StreamCounts(0, 0, false);
        for (var i = 0; i < Windows; i++)
        {
            var counts = LetterStream.Write(Window(text, i), stream[total.Length..], letters);
            total = new StreamCounts(total.Length + counts.Length, total.Letters + counts.Letters, total.Combining || counts.Combining);
        }

        return total;
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text, int number)
    {
        const int Length = LongestRead / Windows;
        var start = (int)((long)(text.Length - Length) * number / (Windows - 1));
        return text.Slice(start, Length);
    }

    private static string Sample(ReadOnlySpan<char> text)
    {
        var sample = new StringBuilder(LongestRead + Windows);
        for (var i = 0; i < Windows; i++)
            sample.Append(Window(text, i)).Append(' ');
        return sample.ToString(0, LongestRead);
    }

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate or a noncharacter: what is left is judged as it is.
            return text;
        }
    }
}

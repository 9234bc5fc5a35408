using System.Text;

namespace Newswire.Enricher.Language;

/// <summary>The part of a text that the detector looks at, as a stream of letters: time and memory do not grow with the text.</summary>
internal static class TextSample
{
    /// <summary>Most characters that are ever read.</summary>
    public const int Longest = 3072;

    /// <summary>Room that <see cref="Read"/> needs for its stream.</summary>
    public const int StreamLength = Longest + (2 * Windows);

    // A longer text is judged by windows spread over it: more letters do not change the answer, and a long quotation does not take over.
    private const int Windows = 4;

    /// <summary>Writes the stream of at most <paramref name="longest"/> characters and adds the letters by script to <paramref name="letters"/>.</summary>
    public static StreamCounts Read(ReadOnlySpan<char> text, int longest, Span<char> stream, Span<int> letters)
    {
        var counts = ReadWindows(text, longest, stream, letters);
        if (!counts.Combining)
            return counts;
        // Decomposed accents: the model knows the composed letters.
        var sample = text.Length > longest ? Sample(text, longest) : text.ToString();
        letters.Clear();
        return ReadWindows(Composed(sample), longest, stream, letters);
    }

    private static StreamCounts ReadWindows(ReadOnlySpan<char> text, int longest, Span<char> stream, Span<int> letters)
    {
        if (text.Length <= longest)
            return LetterStream.Write(text, stream, letters);
        var total = new StreamCounts(0, 0, false);
        for (var i = 0; i < Windows; i++)
        {
            var counts = LetterStream.Write(Window(text, longest, i), stream[total.Length..], letters);
            total = new StreamCounts(total.Length + counts.Length, total.Letters + counts.Letters, total.Combining || counts.Combining);
        }

        return total;
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text, int longest, int number)
    {
        var length = longest / Windows;
        var start = (int)((long)(text.Length - length) * number / (Windows - 1));
        return text.Slice(start, length);
    }

    private static string Sample(ReadOnlySpan<char> text, int longest)
    {
        var sample = new StringBuilder(longest + Windows);
        for (var i = 0; i < Windows; i++)
            sample.Append(Window(text, longest, i)).Append(' ');
        return sample.ToString(0, longest);
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

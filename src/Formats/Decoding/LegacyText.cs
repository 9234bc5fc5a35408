using System.Text;

namespace Newswire.Formats.Decoding;

/// <summary>
/// Chooses the encoding of undeclared text: every candidate that decodes without error is scored by how much its letters look like one
/// language, because one-byte sets decode anything and only the result tells.
/// </summary>
internal static class LegacyText
{
    // More text adds nothing to the verdict, only time.
    private const int Examined = 16_384;

    // In order of likelihood: the first wins when two read the same.
    private static readonly int[] Candidates = [1252, 1250, 28592, 1251, 20866, 1253, 28597, 1254, 1255, 1256, 1257, 932, 51932, 949, 54936, 950];

    /// <summary>The most language-like candidate; null when none reads like a language.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Examined)];
        Encoding? best = null;
        var bestScore = 0.0;
        foreach (var codePage in Candidates)
        {
            if (TryDecode(codePage, sample, truncated: sample.Length < bytes.Length) is not { } text) continue;
            var score = LanguageLikeness.Of(text);
            if (score <= bestScore) continue;
            (best, bestScore) = (Encoding.GetEncoding(codePage), score);
        }

        return best;
    }

    private static string? TryDecode(int codePage, ReadOnlySpan<byte> sample, bool truncated)
    {
        var strict = Charsets.Strict(codePage);
        // The cut may fall inside a character of two to four bytes.
        for (var cut = 0; cut <= (truncated ? 3 : 0); cut++)
        {
            try
            {
                return strict.GetString(sample[..^cut]);
            }
            catch (DecoderFallbackException)
            {
                // Not in this encoding, at this length.
            }
        }

        return null;
    }
}

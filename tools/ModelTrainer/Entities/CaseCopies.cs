using System.Globalization;
using System.Text;
using Newswire.Enricher.Entities;

namespace Newswire.ModelTrainer.Entities;

/// <summary>
/// Copies of sentences as headlines and alerts write them: all upper case (half of them without accents), all lower case, Every Word Capitalized.
/// Lengths do not change, so tags and offsets stay.
/// </summary>
internal static class CaseCopies
{
    public static string Upper(string text, bool accents)
    {
        var upper = text.ToUpperInvariant();
        return accents ? upper : new string([.. upper.Select(WithoutAccent)]);
    }

    public static string Lower(string text) => text.ToLowerInvariant();

    /// <summary>Capitalizes the words of the tokens; short function words too, as half of the style guides do.</summary>
    public static string Title(string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, bool shortWords)
    {
        var title = new StringBuilder(text);
        for (var i = 0; i < starts.Length; i++)
        {
            if (i == 0 || shortWords || lengths[i] > 3)
            {
                title[starts[i]] = char.ToUpperInvariant(title[starts[i]]);
            }
        }

        return title.ToString();
    }

    private static char WithoutAccent(char c)
    {
        if (c < 0xC0 || c > 0x24F)
        {
            return c;
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }
}

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// Text in capitals comes back half lower-cased from rule-based engines: it is translated in sentence case and put into capitals again.
/// </summary>
internal static class SentenceCase
{
    /// <summary>At least two words, all letters upper case, placeholders aside; a lone acronym is left alone.</summary>
    public static bool IsAllCapitals(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !IsPlaceholder(w)).ToList();
        return words.Count(w => w.Count(char.IsLetter) > 1) >= 2 && !words.Exists(w => w.Any(char.IsLower));
    }

    public static string From(string capitals)
    {
        var words = capitals.Split(' ');
        var first = true;
        for (var i = 0; i < words.Length; i++)
        {
            if (IsPlaceholder(words[i]))
                continue;
            var lower = words[i].ToLowerInvariant();
            words[i] = first && lower.Length > 0 ? char.ToUpperInvariant(lower[0]) + lower[1..] : lower;
            first &= words[i].Length == 0;
        }
        return string.Join(' ', words);
    }

    // Also inside L'ZQ0 or (ZQ1): such a word keeps its case as a whole.
    private static bool IsPlaceholder(string word)
    {
        for (var i = 0; i + 2 < word.Length; i++)
        {
            if (char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterUpper(word[i + 1]) && char.IsAsciiDigit(word[i + 2]))
                return true;
        }
        return false;
    }
}

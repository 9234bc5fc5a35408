namespace Newswire.Enricher.Entities;

/// <summary>The normalized name: lower case, Latin letters without accents, one blank between words, no marks around.</summary>
internal static class EntityKey
{
    public static string Of(ReadOnlySpan<char> name)
    {
        var key = TextFold.Fold(name).Trim('"', '\'', '.', ',', '-', ' ');
        return name.ContainsAnyInRange('0', '9') ? WithDigits(name, key) : key;
    }

    /// <summary>Folding makes all digits one; a name keeps its own ("Channel 4", "Schalke 04").</summary>
    private static string WithDigits(ReadOnlySpan<char> name, string key)
    {
        var result = key.ToCharArray();
        var at = 0;
        foreach (var c in name)
        {
            if (!char.IsDigit(c))
            {
                continue;
            }

            while (at < result.Length && result[at] != '0')
            {
                at++;
            }

            if (at < result.Length)
            {
                result[at++] = c;
            }
        }

        return new string(result);
    }
}

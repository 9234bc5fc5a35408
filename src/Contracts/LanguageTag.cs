namespace Newswire.Contracts;

/// <summary>What is read of a BCP 47 tag everywhere.</summary>
public static class LanguageTag
{
    /// <summary>The language alone, in lower case: <c>fr</c> of <c>fr-BE</c> and <c>FR_be</c>.</summary>
    public static string Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }
}

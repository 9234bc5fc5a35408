using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>What a headline says at its end about the version: "(UPDATE)", "(CORRECT)", "(1LEAD)", "- VERBETERING/RECTIFICATIF -".</summary>
internal static class HeadlineVersion
{
    private const int Longest = 40;

    /// <summary>The headline without it, the marker, and the number when it is one; null when the headline says nothing.</summary>
    /// <param name="belga">Belga numbers its versions: "(2)", and "(3DER)" for the last.</param>
    public static (string Headline, string Marker, string? Number)? Read(string headline, bool belga)
    {
        var text = headline.AsSpan().TrimEnd();
        if (text is [.., ')'] && text.LastIndexOf('(') is var open and > 3 && text.Length - open < Longest)
        {
            var inner = text[(open + 1)..^1].Trim();
            var rest = text[..open].TrimEnd().ToString();
            if (belga && Number(inner) is { } number)
                return (rest, "LEAD " + number, number);
            var marker = "(" + inner.ToString() + ")";
            return IsMarker(marker) ? (rest, marker, null) : null;
        }

        text = text.TrimEnd("- ");
        if (text.LastIndexOf(" - ") is var dash and > 3 && text.Length - dash < Longest && DatelinePlace.IsAllCapitals(text[(dash + 3)..]) && IsMarker(text[(dash + 3)..].ToString()))
            return (text[..dash].TrimEnd().ToString(), text[(dash + 3)..].ToString(), null);

        // "2465,8 miljoen (CORRECT) liter melk": the bracket is part of the sentence, and says so all the same.
        return headline.Contains("(CORRECT)", StringComparison.Ordinal) ? (headline, "(CORRECT)", null) : null;
    }

    /// <summary>Nothing but markers: "VERBETERING/RECTIFICATIF".</summary>
    private static bool IsMarker(string text)
    {
        for (var seen = 0; seen < 3 && MarkerReader.Read(text, null) is { } match; seen++)
        {
            if (match.WholeLine)
                return true;
            text = text[match.Length..];
        }

        return false;
    }

    private static string? Number(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("DER"))
            text = text[..^3];
        return text is [>= '2' and <= '9'] or [>= '1' and <= '9', >= '0' and <= '9'] ? text.ToString() : null;
    }
}

namespace Newswire.Formats.Ninjs;

/// <summary>Codes of IPTC vocabularies as full URIs. Media Topics and Subject Codes both have eight digits and are two vocabularies.</summary>
internal static class Vocabulary
{
    private const string MediaTopic = "http://cv.iptc.org/newscodes/mediatopic/";
    private const string SubjectCode = "http://cv.iptc.org/newscodes/subjectcode/";
    private const string NewsCodes = "http://cv.iptc.org/newscodes/";

    /// <summary><c>medtop:20000400</c> and the like in full, by the aliases of IPTC's own catalog; anything else as it is.</summary>
    public static string? Expand(string? code)
    {
        if (code is null) return null;
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return code;
        var suffix = code[(colon + 1)..].Trim();
        return code[..colon] switch
        {
            "medtop" when IsEight(suffix) => MediaTopic + suffix,
            "subj" or "subject" when IsEight(suffix) => SubjectCode + suffix,
            "genre" or "scene" when IsCode(suffix) => NewsCodes + code[..colon] + "/" + suffix,
            "ninat" when IsCode(suffix) => NewsCodes + "ninature/" + suffix,
            "stat" when IsCode(suffix) => NewsCodes + "pubstatusg2/" + suffix,
            "sig" when IsCode(suffix) => NewsCodes + "signal/" + suffix,
            "cpnat" when IsCode(suffix) => NewsCodes + "cpnature/" + suffix,
            "nprov" when IsCode(suffix) => NewsCodes + "newsprovider/" + suffix,
            "prov" when IsCode(suffix) => NewsCodes + "provider/" + suffix,
            _ => code,
        };
    }

    /// <summary>A subject code of eight digits (NITF, NewsML 1); null when it is none.</summary>
    public static string? OfSubjectCode(string? code) => code?.Trim() is { } digits && IsEight(digits) ? SubjectCode + digits : null;

    /// <summary>Scheme and code of ninjs 1.</summary>
    public static string? FullUri(string? scheme, string? code)
    {
        code = code?.Trim();
        scheme = scheme?.Trim();
        if (string.IsNullOrEmpty(code)) return null;
        if (string.IsNullOrEmpty(scheme) || code.Contains(':', StringComparison.Ordinal)) return code;
        if (scheme is "medtop" or "subj") return Expand(scheme + ":" + code);
        return scheme.EndsWith('/') || scheme.EndsWith('#') || scheme.EndsWith(':') ? scheme + code : scheme + (scheme.Contains("//", StringComparison.Ordinal) ? "/" : ":") + code;
    }

    // A code of IPTC is a word or a number: what else follows an alias is somebody else's.
    private static bool IsCode(string code) => code.Length is > 0 and < 64 && code.All(char.IsAsciiLetterOrDigit);

    private static bool IsEight(string digits) => digits.Length == 8 && !digits.AsSpan().ContainsAnyExceptInRange('0', '9');
}

using System.Buffers;

namespace Newswire.Formats.Ninjs;

/// <summary>Codes of IPTC vocabularies as full URIs. Media Topics and Subject Codes both have eight digits and are two vocabularies.</summary>
internal static class Vocabulary
{
    private const string NewsCodes = "http://cv.iptc.org/newscodes/";
    private const string SubjectCode = NewsCodes + "subjectcode/";
    private const int LongestCode = 63;

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary><c>medtop:20000400</c> and the like in full, by the aliases of IPTC's own catalog; anything else as it is.</summary>
    public static string? Expand(string? code)
    {
        if (code is null) return null;
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return code;
        var suffix = code.AsSpan(colon + 1).Trim();
        var vocabulary = code.AsSpan(0, colon) switch
        {
            "medtop" when IsEight(suffix) => "mediatopic",
            "subj" or "subject" when IsEight(suffix) => "subjectcode",
            "genre" when IsCode(suffix) => "genre",
            "scene" when IsCode(suffix) => "scene",
            "ninat" when IsCode(suffix) => "ninature",
            "stat" when IsCode(suffix) => "pubstatusg2",
            "sig" when IsCode(suffix) => "signal",
            "cpnat" when IsCode(suffix) => "cpnature",
            "nprov" when IsCode(suffix) => "newsprovider",
            "prov" when IsCode(suffix) => "provider",
            _ => null,
        };
        return vocabulary is null ? code : $"{NewsCodes}{vocabulary}/{suffix}";
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
    private static bool IsCode(ReadOnlySpan<char> code) => code.Length is > 0 and <= LongestCode && !code.ContainsAnyExcept(CodeCharacters);

    private static bool IsEight(ReadOnlySpan<char> digits) => digits.Length == 8 && !digits.ContainsAnyExceptInRange('0', '9');
}

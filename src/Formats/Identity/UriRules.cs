using System.Buffers;
using System.Text;

namespace Newswire.Formats.Identity;

/// <summary>
/// What JSON Schema means by <c>format: uri</c>: RFC 3986, absolute, ASCII. <see cref="Uri"/> is no test for it: it accepts blanks, letters
/// beyond ASCII and Windows paths.
/// </summary>
public static class UriRules
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> PathChars = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/%");
    private static readonly SearchValues<char> QueryChars = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?%");
    private static readonly SearchValues<char> HostChars = SearchValues.Create(Unreserved + "!$&'()*+,;=%");
    private static readonly SearchValues<char> Keep = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/?#%[]");

    /// <summary>True for an absolute URI that every consumer of ninjs will accept, and that runs nowhere when somebody makes a link of it.</summary>
    public static bool IsValid(ReadOnlySpan<char> uri)
    {
        var colon = uri.IndexOf(':');
        // One letter before the colon is a drive, not a scheme.
        if (colon < 2 || colon == uri.Length - 1 || !char.IsAsciiLetter(uri[0])) return false;
        foreach (var c in uri[..colon])
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return false;
        if (!PercentsAreWhole(uri) || IsCode(uri[..colon])) return false;
        var rest = uri[(colon + 1)..];
        var fragment = rest.IndexOf('#');
        if (fragment >= 0)
        {
            if (rest[(fragment + 1)..].ContainsAnyExcept(QueryChars)) return false;
            rest = rest[..fragment];
        }

        var query = rest.IndexOf('?');
        if (query >= 0)
        {
            if (rest[(query + 1)..].ContainsAnyExcept(QueryChars)) return false;
            rest = rest[..query];
        }

        if (rest.StartsWith("//"))
        {
            rest = rest[2..];
            var slash = rest.IndexOf('/');
            if (!IsAuthority(slash < 0 ? rest : rest[..slash])) return false;
            rest = slash < 0 ? default : rest[slash..];
        }
        else if (rest.IsEmpty)
        {
            return false;
        }

        return !rest.ContainsAnyExcept(PathChars);
    }

    /// <summary>A web or mail link made absolute and ASCII; null for anything else (javascript:, data:, relative without a base).</summary>
    public static string? SafeLink(string link, Uri? baseUri, bool allowMail)
    {
        // Browsers ignore these characters inside a URL: "java\nscript:".
        var trimmed = Strip(link);
        if (trimmed.Length is 0 or > 4_096) return null;
        // The common case, without building a Uri.
        if ((trimmed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && IsValid(trimmed)) return trimmed;
        Uri? uri;
        if (baseUri is null ? !Uri.TryCreate(trimmed, UriKind.Absolute, out uri) : !Uri.TryCreate(baseUri, trimmed, out uri)) return null;
        // On Unix "/path" is an absolute file URI.
        if (uri.Scheme is not ("http" or "https") && !(allowMail && uri.Scheme is "mailto")) return null;
        var absolute = uri.AbsoluteUri;
        if (IsValid(absolute)) return absolute;
        var encoded = PercentEncode(absolute);
        if (IsValid(encoded)) return encoded;

        // Square brackets belong to hosts alone, and stand in many a query: "?tx_news[id]=5".
        var path = encoded.IndexOfAny(['/', '?', '#'], encoded.IndexOf("//", StringComparison.Ordinal) + 2);
        if (path < 0) return null;
        encoded = encoded[..path] + encoded[path..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        return IsValid(encoded) ? encoded : null;
    }

    /// <summary>Characters a URI may not hold become percent escapes of their UTF-8; the rest stays as it is.</summary>
    public static string PercentEncode(string value)
    {
        var output = new StringBuilder(value.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (Keep.Contains(c) && (c != '%' || IsEscape(value.AsSpan(i))))
            {
                output.Append(c);
                continue;
            }

            if (!Rune.TryGetRuneAt(value, i, out var rune)) continue;
            if (rune.Utf16SequenceLength == 2) i++;
            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)]) output.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return output.ToString();
    }

    private static string Strip(string link)
    {
        var trimmed = link.AsSpan().Trim();
        return trimmed.ContainsAny('\t', '\n', '\r')
            ? trimmed.ToString().Replace("\t", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)
            : trimmed.Length == link.Length ? link : trimmed.ToString();
    }

    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            if (authority[..at].Contains('@') || authority[..at].Replace(':').ContainsAnyExcept(HostChars)) return false;
            authority = authority[(at + 1)..];
        }

        if (authority.StartsWith("["))
        {
            var end = authority.IndexOf(']');
            if (end < 0 || !System.Net.IPAddress.TryParse(authority[1..end], out _)) return false;
            authority = authority[(end + 1)..];
            return authority.IsEmpty || (authority[0] == ':' && !authority[1..].ContainsAnyExceptInRange('0', '9'));
        }

        var colon = authority.IndexOf(':');
        if (colon >= 0)
        {
            if (authority[(colon + 1)..].ContainsAnyExceptInRange('0', '9')) return false;
            authority = authority[..colon];
        }

        return !authority.ContainsAnyExcept(HostChars);
    }

    /// <summary>The user part of an authority may hold colons; the host may not.</summary>
    private static ReadOnlySpan<char> Replace(this ReadOnlySpan<char> value, char colon) => value.Contains(colon) ? value.ToString().Replace(colon, '-') : value;

    private static bool IsCode(ReadOnlySpan<char> scheme) =>
        scheme.Equals("javascript", StringComparison.OrdinalIgnoreCase) || scheme.Equals("vbscript", StringComparison.OrdinalIgnoreCase) || scheme.Equals("data", StringComparison.OrdinalIgnoreCase);

    private static bool PercentsAreWhole(ReadOnlySpan<char> uri)
    {
        for (var rest = uri; ;)
        {
            var at = rest.IndexOf('%');
            if (at < 0) return true;
            if (!IsEscape(rest[at..])) return false;
            rest = rest[(at + 3)..];
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}

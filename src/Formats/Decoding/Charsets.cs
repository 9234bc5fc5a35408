using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Newswire.Formats.Decoding;

/// <summary>Names of character sets as feeds write them, and the encodings they mean. UTF-7 is never among them.</summary>
internal static class Charsets
{
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf_8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["utf-8-sig"] = "utf-8",
        // ISO 8859-1 and ASCII mean Windows-1252 in practice: their bytes 80-9F would be control characters.
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["cp-1252"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["win-1252"] = "windows-1252",
        ["x-user-defined"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["cp1253"] = "windows-1253",
        ["cp1254"] = "windows-1254",
        ["cp1255"] = "windows-1255",
        ["cp1256"] = "windows-1256",
        ["cp1257"] = "windows-1257",
        ["win-1251"] = "windows-1251",
        ["win-1250"] = "windows-1250",
        ["koi8"] = "koi8-r",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["cp949"] = "ks_c_5601-1987",
        ["euc-kr"] = "ks_c_5601-1987",
        ["mac"] = "macintosh",
        ["latin2"] = "iso-8859-2",
        ["latin-2"] = "iso-8859-2",
        ["ucs-2"] = "utf-16",
        ["unicode"] = "utf-16",
        ["mac_cyrillic"] = "x-mac-cyrillic",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static Charsets()
    {
        // Without the provider only UTF-8, 16, 32, Latin-1 and ASCII exist.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    /// <summary>The encoding of a declared name; null when nobody knows it, or when it must not be honoured.</summary>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim().Trim('"', '\'', ';').Trim();
        if (string.IsNullOrEmpty(name) || name.Contains("utf-7", StringComparison.OrdinalIgnoreCase) || name.Contains("utf7", StringComparison.OrdinalIgnoreCase)) return null;
        // The framework asks every provider of encodings first.
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8;
        if (Aliases.TryGetValue(name, out var alias)) name = alias;
        return Named(name) ?? (Standard(name) is { } standard ? Find(standard) : CodePage(name));
    }

    private static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary><c>iso8859-5</c>, <c>iso_8859_5</c>, <c>8859-5</c> in the way the framework knows it; null for other names.</summary>
    private static string? Standard(string name)
    {
        var at = name.IndexOf("8859", StringComparison.Ordinal);
        if (at < 0 || name[..at].Trim('-', '_', ' ').ToUpperInvariant() is not ("" or "ISO")) return null;
        var number = name[(at + 4)..].Trim('-', '_', ':', ' ');
        var standard = "iso-8859-" + number;
        return number.Length is 1 or 2 && number.All(char.IsAsciiDigit) && standard != name ? standard : null;
    }

    /// <summary><c>852</c>, <c>cp852</c>, <c>ibm-852</c>, <c>windows1251</c>: the number is the code page; null where there is none of it.</summary>
    private static Encoding? CodePage(string name)
    {
        var digits = name.AsSpan().TrimStart("cpibmsdwnoCPIBMSDWNO-_");
        return digits.Length is 3 or 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && CodePagesEncodingProvider.Instance.GetEncoding(number) is { IsSingleByte: true } found ? found : null;
    }

    /// <summary>As <see cref="Find"/>, and throwing on bytes that are not in the encoding.</summary>
    public static Encoding? FindStrict(string? name) => Find(name) is { } found ? Strict(found.CodePage) : null;

    public static Encoding Strict(int codePage) => Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    public static Encoding Windows1252 { get; }
}

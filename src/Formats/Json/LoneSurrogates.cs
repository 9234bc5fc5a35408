using System.Globalization;
using System.Text;
using Newswire.Contracts;

namespace Newswire.Formats.Json;

/// <summary>
/// Escapes of half a character (<c>\ud800</c> alone) are legal JSON and no text: the parser throws on them when a value or a name is read.
/// They are taken out before it sees them.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Whether the document escapes halves of characters at all; of a pair each is one.</summary>
    public static bool MayBeIn(ReadOnlySpan<byte> json)
    {
        for (; json.IndexOf((byte)'\\') is var at and >= 0 && at + 2 < json.Length; json = json[(at + 2)..])
            if (json[at + 1] == 'u' && json[at + 2] is (byte)'d' or (byte)'D') return true;
        return false;
    }

    public static string Remove(string json, List<RecordWarning> warnings)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return json;
        StringBuilder? output = null;
        var copied = 0;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < json.Length; at = json.IndexOf('\\', at))
        {
            // "\\\\" is one backslash: what follows it is no escape.
            var unit = Unit(json, at);
            if (unit is null or < 0xD800 or > 0xDFFF)
            {
                at += 2;
            }
            else if (unit < 0xDC00 && Unit(json, at + EscapeLength) is >= 0xDC00 and <= 0xDFFF)
            {
                at += 2 * EscapeLength;
            }
            else
            {
                output ??= new StringBuilder(json.Length);
                output.Append(json, copied, at - copied);
                at += EscapeLength;
                copied = at;
            }

            if (at >= json.Length) break;
        }

        if (output is null) return json;
        warnings.Add(new RecordWarning { Code = WarningCodes.ControlsRemoved, Detail = "half characters in escapes" });
        return output.Append(json, copied, json.Length - copied).ToString();
    }

    private static int? Unit(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && int.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : null;
}

using System.Text;

namespace Newswire.Formats.Pages;

/// <summary>JSON as web pages hold it: in a comment or CDATA, with line ends inside strings, a comma after the last value.</summary>
internal static class LooseJson
{
    public static string Repaired(string script)
    {
        var first = script.AsSpan().IndexOfAny('{', '[');
        // "//<![CDATA[" has a bracket of its own.
        if (script.IndexOf("<![CDATA[", StringComparison.Ordinal) is var cdata and >= 0) first = script.IndexOfAny(['{', '['], cdata + 9);
        var last = script.LastIndexOf("]]>", StringComparison.Ordinal) is var closing and > 0 ? closing - 1 : script.Length - 1;
        if (first >= 0) last = script.LastIndexOfAny(['}', ']'], last);
        if (first < 0 || last < first) return script;
        var output = new StringBuilder(last - first + 1);
        var inString = false;
        for (var i = first; i <= last; i++)
        {
            var c = script[i];
            if (inString && c == '\\' && i < last)
            {
                output.Append(c).Append(script[++i]);
                continue;
            }

            if (c == '"') inString = !inString;
            if (inString && c < ' ') output.Append(' ');
            else if (inString || c != ',' || !EndsAfter(script.AsSpan(i + 1, last - i))) output.Append(c);
        }

        return output.ToString();
    }

    private static bool EndsAfter(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return !rest.IsEmpty && rest[0] is '}' or ']';
    }
}

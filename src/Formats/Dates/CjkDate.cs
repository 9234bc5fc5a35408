using System.Buffers;
using System.Text;

namespace Newswire.Formats.Dates;

/// <summary>Dates of China, Japan and Korea, year first with a character after each number, rewritten as ISO dates.</summary>
internal static class CjkDate
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("年년午전후");

    /// <summary><c>2024年3月14日19时41分</c>, <c>2024년 3월 14일 오후 7:41</c>; false for any other date.</summary>
    public static bool TryRewrite(ReadOnlySpan<char> text, out string iso)
    {
        iso = "";
        if (!text.ContainsAny(Signs)) return false;
        var output = new StringBuilder(text.Length + 4);
        string? half = null;
        var bracket = false;
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            switch (text[i])
            {
                // The weekday stands in brackets.
                case '(' or '（': bracket = true; break;
                case ')' or '）': bracket = false; break;
                case var _ when bracket: break;
                case '年' or '년' or '月' or '월': output.Append('-'); break;
                case '日' or '일': output.Append(' '); break;
                case '时' or '時' or '시' or '点' or '분' or '分': output.Append(NextIsDigit(text[(i + 1)..]) ? ':' : ' '); break;
                case '秒' or '초': output.Append(' '); break;
                case '上' or '오' when next is '午' or '전': (half, i) = ("AM", i + 1); break;
                case '下' or '오' when next is '午' or '후': (half, i) = ("PM", i + 1); break;
                case '午': (half, i) = (next == '後' ? "PM" : "AM", i + 1); break;
                case var c when c < '\u0080': output.Append(c); break;
                default: break;
            }
        }

        iso = Joined(output.ToString(), half);
        return iso.Length > 0;
    }

    private static bool NextIsDigit(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return !rest.IsEmpty && char.IsAsciiDigit(rest[0]);
    }

    /// <summary>Without the blanks that stood between a number and the next.</summary>
    private static string Joined(string text, string? half)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var output = new StringBuilder();
        foreach (var word in words)
        {
            if (output.Length > 0 && output[^1] is not ('-' or ':')) output.Append(' ');
            output.Append(word);
        }

        return half is null ? output.ToString() : output.Append(' ').Append(half).ToString();
    }
}

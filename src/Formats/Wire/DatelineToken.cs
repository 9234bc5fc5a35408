using System.Globalization;
using System.Runtime.InteropServices;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Wire;

internal enum DatelineTokenKind
{
    Word,
    Month,
    Number,
}

/// <summary>What may be part of a date in a dateline: a number, perhaps with a full stop, the name of a month, or a word that is neither.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DatelineToken(DatelineTokenKind Kind, int Start, int Value, int Digits, bool Dotted = false)
{
    private const int MostTokens = 12;

    // No year is longer; what follows is a number of its own.
    private const int MostDigits = 5;

    // Words between the numbers of a date that say nothing.
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "del", "of", "the", "den", "der", "di", "ngày", "tháng", "năm", "th", "st", "nd", "rd", "er", "le", "du", "dia", "r", "g", "º", "ª", "ste", "года", "р", "г", "m", "م", "e",
    };

    /// <summary>Null when there are more than any date has.</summary>
    public static List<DatelineToken>? Read(ReadOnlySpan<char> text)
    {
        var tokens = new List<DatelineToken>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsDigit(text[i]))
            {
                var value = 0;
                for (; i < text.Length && char.IsDigit(text[i]) && i - start < MostDigits; i++)
                    value = (value * 10) + (int)char.GetNumericValue(text[i]);
                tokens.Add(new DatelineToken(DatelineTokenKind.Number, start, value, i - start, i < text.Length && text[i] == '.'));
            }
            else if (IsWordPart(text[i]))
            {
                while (i < text.Length && IsWordPart(text[i]))
                    i++;
                var word = text[start..i];
                if (IsMonth(word, out var month))
                    tokens.Add(new DatelineToken(DatelineTokenKind.Month, start, month, 0));
                else if (!Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                    tokens.Add(new DatelineToken(DatelineTokenKind.Word, start, 0, 0));
            }
            else
            {
                i++;
            }

            if (tokens.Count > MostTokens)
                return null;
        }

        return tokens;
    }

    /// <summary>Hebrew writes "in" and the month as one word.</summary>
    private static bool IsMonth(ReadOnlySpan<char> word, out int month)
        => MonthNames.TryGet(word, out month) || (word.Length > 3 && word[0] == 'ב' && MonthNames.TryGet(word[1..], out month));

    private static bool IsWordPart(char c)
        => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

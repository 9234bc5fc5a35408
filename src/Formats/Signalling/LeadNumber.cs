namespace Newswire.Formats.Signalling;

/// <summary>"1ST LEAD", "2nd Ld-Writethru", "1stLd", "(3. LEAD)", "2e lead", "LEAD 2": a numbered new version of a story.</summary>
internal static class LeadNumber
{
    /// <summary>Length of the label <paramref name="text"/> begins with; null when it begins with none.</summary>
    public static int? Read(ReadOnlySpan<char> text, bool bracketed)
    {
        var digits = 0;
        while (digits < text.Length && digits < 2 && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == 0)
            return null;
        var i = digits;
        foreach (var suffix in (string[])["st", "nd", "rd", "th", "er", "e", "."])
        {
            if (text[i..].StartsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                i += suffix.Length;
                break;
            }
        }

        while (i < text.Length && text[i] is ' ' or '-' or '_' or '\u00a0')
            i++;
        var label = Label(text[i..]);
        if (label == 0)
            return null;

        // Lower case "lead" after a number is a label only in brackets or with its Writethru: "2 lead pipes" is prose.
        var printed = text.Slice(i, label);
        return bracketed || printed.StartsWith("Ld") || printed.StartsWith("LEAD") || printed.StartsWith("LD") || printed.Length > 4 ? i + label : null;
    }

    /// <summary>A numbered lead anywhere in a slug line: "BC-Libraries, 2nd Ld-Writethru,210".</summary>
    public static (int Start, int Length)? Find(ReadOnlySpan<char> line)
    {
        for (var i = 0; i < Math.Min(line.Length, 160); i++)
        {
            if (char.IsAsciiDigit(line[i]) && (i == 0 || !char.IsLetterOrDigit(line[i - 1])) && Read(line[i..], bracketed: true) is { } length)
                return (i, length);
        }

        return null;
    }

    private static int Label(ReadOnlySpan<char> text)
    {
        foreach (var label in (string[])["Ld-Writethru", "Lead-Writethru", "LdWritethru", "Writethru", "Lead", "Ld"])
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase) && (text.Length == label.Length || !char.IsLetter(text[label.Length])))
                return label.Length;
        }

        return 0;
    }
}

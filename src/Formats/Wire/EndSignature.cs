using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>Takes the agency that signs at the end of the last paragraph off it; it becomes the credit when nothing else gave one.</summary>
internal static class EndSignature
{
    /// <summary>"… geen gewonden (NOVA)", "… will be sent. --Nova", "… /ritzau/" at the end of the last paragraph.</summary>
    public static void Strip(List<WireParagraph> paragraphs, DispatchItem item)
    {
        var last = paragraphs[^1];
        var text = last.Text.AsSpan().TrimEnd();
        if (text.EndsWith("（完）") || text.EndsWith("（了）"))
        {
            paragraphs[^1] = last with { Text = text[..^3].TrimEnd().ToString() };
            return;
        }

        if (text.EndsWith(" Enditem") || text.EndsWith(" Endit"))
        {
            paragraphs[^1] = last with { Text = text[..text.LastIndexOf(' ')].TrimEnd().ToString() };
            return;
        }

        if (text.EndsWith(". Fin") && item.Credits.Exists(credit => credit.Name == "Xinhua"))
        {
            paragraphs[^1] = last with { Text = text[..^4].ToString() };
            return;
        }

        // "… angehoben./ab/cd/ef": initials straight after the last sentence.
        if (text.LastIndexOf("./") is var slashed and > 4 && text.Length - slashed is > 4 and < 16 && DeskInitials.Are(text[(slashed + 2)..]))
        {
            paragraphs[^1] = last with { Text = text[..(slashed + 1)].ToString() };
            return;
        }

        // "… aumento. (AGI)Rm1/Abc (Segue)".
        if (BeforeMark(text) is { Length: > 4 } unmarked)
        {
            text = unmarked;
            if (WireParagraphs.EndsSentence(text.ToString()))
                paragraphs[^1] = last = last with { Text = text.ToString() };
        }

        // "… aumento.(AGI)Rmc/Abc": initials straight after the signature.
        if (text.LastIndexOf(')') is var close and > 4 && text.Length - close is > 1 and < 12 && DeskInitials.AreBelow(text[(close + 1)..].Trim(), signed: true, credited: false))
            text = text[..(close + 1)];
        var end = text.TrimEnd('.');
        if (end.IsEmpty || StripBare(paragraphs, text, item))
            return;
        var open = end[^1] switch
        {
            ')' => end.LastIndexOf('('),
            ']' => end.LastIndexOf('['),
            '/' => end[..^1].LastIndexOf('/'),
            _ => end.LastIndexOf("--", StringComparison.Ordinal),
        };
        if (open < 4 || end.Length - open > 40)
            return;
        var inner = end[(open + 1)..].Trim("()[]/-©").Trim();
        if (Signature.Read(inner) is not { Known: true } signature || !(char.IsWhiteSpace(text[open - 1]) || char.IsPunctuation(text[open - 1])))
            return;
        Signature.Credit(item, signature.Names);
        paragraphs[^1] = last with { Text = text[..open].TrimEnd().ToString() };
    }

    /// <summary>The text before an end mark in brackets; empty when none is at its end. A number there may be an age.</summary>
    private static ReadOnlySpan<char> BeforeMark(ReadOnlySpan<char> text)
    {
        var open = text is [.., ')'] ? text.LastIndexOf('(') : -1;
        return open > 0 && text.Length - open < 20 && char.IsLetter(text[open + 1]) && EndMark.Is(text[open..].ToString()) ? text[..open].TrimEnd() : default;
    }

    /// <summary>"… el plan. EFE": the agency after the last full stop.</summary>
    private static bool StripBare(List<WireParagraph> paragraphs, ReadOnlySpan<char> text, DispatchItem item)
    {
        // "… moral".EFE": no blank before it.
        var stop = text.LastIndexOfAny(". \"»”");
        if (stop > 4 && text.Length - stop is > 3 and < 12 && text[stop] != ' ' && DatelinePlace.IsAllCapitals(text[(stop + 1)..]) && Agencies.InText(text[(stop + 1)..]) is { Ambiguous: false } glued)
        {
            Signature.Credit(item, glued.Agency.Name);
            paragraphs[^1] = paragraphs[^1] with { Text = text[..(stop + 1)].ToString() };
            return true;
        }

        // "… police said. PTI JM TK": initials after it.
        var blank = text.LastIndexOf(' ');
        for (var seen = 0; seen < 3 && blank > 4 && text.Length - blank is > 2 and < 6 && DatelinePlace.IsAllCapitals(text[(blank + 1)..]) && Agencies.InSignature(text[(blank + 1)..]) is null; seen++)
        {
            text = text[..blank];
            blank = text.LastIndexOf(' ');
        }

        if (blank < 4 || text.Length - blank > 12 || text[blank - 1] is not ('.' or '"' or '»' or '”') || !DatelinePlace.IsAllCapitals(text[(blank + 1)..]) || Agencies.InSignature(text[(blank + 1)..]) is not { } agency)
            return false;
        Signature.Credit(item, Signature.Spelling(agency, text[(blank + 1)..]));
        paragraphs[^1] = paragraphs[^1] with { Text = text[..blank].ToString() };
        return true;
    }
}

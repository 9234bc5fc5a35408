using System.Collections.Frozen;

namespace Newswire.Formats.Signalling;

/// <summary>The call a line to editors begins with: "Editors: ", "ACHTUNG ", "LET OP REDACTIES: ", "ATTENTION - ".</summary>
internal static class EditorCall
{
    private const int Longest = 48;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Calls = Set(
        "attention", "attentie", "attn", "note", "achtung", "hinweis", "opgelet", "let", "atención", "atencion", "attenzione", "atenção", "obs", "avis", "aviso", "avviso", "nota", "advisory", "внимание");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> People = Set(
        "editors", "editor", "eds", "subscribers", "users", "clients", "redaktionen", "redaktion", "kunden", "redacties", "redactie", "abonnees", "klanten", "rédactions", "redactions", "rédaction", "abonnés", "abonnes",
        "redacciones", "editores", "abonados", "clientes", "redazioni", "abbonati", "redações", "assinantes", "redaktionerne", "redaksjonen", "kunder", "редакций", "редакторов");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Between = Set("to", "all", "our", "aux", "aan", "de", "onze", "op", "an", "die", "alle", "unsere", "a", "los", "las", "nuestros", "ai", "gli", "às", "aos", "til", "till");

    private static readonly ByFirstLetters<string> ByLetter = new([.. Calls.Set, .. People.Set, .. Between.Set.Where(word => word.Length > 1)], word => word);

    /// <summary>Takes a call and the sign after it off: a colon, or after capitals or named people an exclamation mark or dash.</summary>
    public static bool TryTake(ref ReadOnlySpan<char> text)
    {
        var end = SignAfter(text);
        if (end < 0 || Read(text[..end]) is not { } call || !(call.Called || call.Addressed))
            return false;
        if (text[end] != ':' && !call.Capitals && !(call.Called && call.Addressed))
            return false;
        text = text[(end + 1)..].TrimStart(" :!-–—");
        return true;
    }

    /// <summary>"ACHTUNG: ", "Attention - ", "ACHTUNG ": what stands after a call, which may be in capitals without a sign.</summary>
    public static ReadOnlySpan<char> After(ReadOnlySpan<char> text)
    {
        if (!MayBegin(text) || TryTake(ref text))
            return text;
        var end = 0;
        for (var next = text.IndexOf(' '); next > end && text[..next] is var words && Read(words) is { Capitals: true }; next = text[(end + 1)..].IndexOf(' ') is var more and >= 0 ? end + 1 + more : -1)
            end = next;
        return end > 0 && Read(text[..end]) is { Called: true } ? text[end..].TrimStart() : text;
    }

    /// <summary>The line is a note: people are called by name, or what follows a call in capitals begins small, as no headline does.</summary>
    public static bool OpensNote(ReadOnlySpan<char> line)
    {
        var end = SignAfter(line);
        if (end < 0 || Read(line[..end]) is not { Called: true } call)
            return false;
        var rest = line[(end + 1)..].TrimStart(" :!-–—");
        return (call.Addressed && line[end] is ':' or '!') || (call.Capitals && !rest.IsEmpty && char.IsLower(rest[0]));
    }

    /// <summary>The first word is one of a call: that of nearly every line is not, and no more of it need be looked at.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && char.IsLetter(text[1]) && ByLetter.For(text).IsEmpty)
            return false;
        var end = text.IndexOfAny(' ', ':', '!');
        var word = (end < 0 ? text : text[..end]).Trim();
        return word.IsEmpty || Calls.Contains(word) || People.Contains(word) || Between.Contains(word);
    }

    private static int SignAfter(ReadOnlySpan<char> text)
    {
        if (!MayBegin(text))
            return -1;
        var head = text[..Math.Min(text.Length, Longest)];
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] is ':' or '!' || (head[i] is '-' or '–' or '—' && i > 0 && head[i - 1] == ' '))
                return i;
        }

        return -1;
    }

    /// <summary>Null when there is a word that belongs to no call.</summary>
    private static (bool Called, bool Addressed, bool Capitals)? Read(ReadOnlySpan<char> words)
    {
        var (called, addressed) = (false, false);
        foreach (var range in words.Split(' '))
        {
            var word = words[range].Trim();
            if (word.IsEmpty)
                continue;
            if (Calls.Contains(word))
                called = true;
            else if (People.Contains(word))
                addressed = true;
            else if (!Between.Contains(word))
                return null;
        }

        return (called, addressed, !HasSmall(words));
    }

    private static bool HasSmall(ReadOnlySpan<char> words)
    {
        foreach (var letter in words)
        {
            if (char.IsLower(letter))
                return true;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

using System.Buffers;
using System.Collections.Frozen;
using Newswire.Formats.Markup;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>A known news agency, broadcaster or press-release wire.</summary>
public sealed record Agency(string Name, AgencyKind Kind);

/// <summary>What a known name is; decides how much context a mention in running text needs.</summary>
public enum AgencyKind
{
    /// <summary>A news agency: a mention by its full or unambiguous name is an attribution.</summary>
    Agency,

    /// <summary>A broadcaster or paper: quoted only when the text says so ("à la chaîne TRT"), for it is news itself too.</summary>
    Broadcaster,

    /// <summary>A press-release wire: a credit in a dateline, never a quoted source.</summary>
    PressRelease,
}

/// <summary>
/// The names agencies sign with, in the scripts they sign in. Two lookups: in a dateline or bracket any case counts; in running text the
/// exact spelling, and never the short forms marked ambiguous (AA, PA, TT … are words too).
/// </summary>
public static class Agencies
{
    // Getting a lookup by span costs more than looking up: they are got once.
    private static readonly FrozenDictionary<string, Agency>.AlternateLookup<ReadOnlySpan<char>> AnyCase;
    private static readonly FrozenDictionary<string, (Agency Agency, bool Ambiguous)>.AlternateLookup<ReadOnlySpan<char>> Exact;
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords;
    private static readonly SearchValues<string> SmallForms;
    private static readonly SearchValues<char> UnspacedStarts;

    private const char FirstUnspaced = '\u3000';
    private const char LastUnspaced = '\u9fff';

    // A bit for how each form begins: hardly any other word in a text begins so.
    private static readonly ulong[] Beginnings = new ulong[256];
    private static readonly ByFirstLetters<(string Form, Agency Agency)> ByLetter;

    // Capitals, and whatever may be one or be without case.
    private static readonly CharRanges Capitals = new(('A', 'Z'), ('\u00C0', '\u00DE'), ('\u0100', '\uFFFF'));

    static Agencies()
    {
        var anyCase = new Dictionary<string, Agency>(StringComparer.OrdinalIgnoreCase);
        var exact = new Dictionary<string, (Agency Agency, bool Ambiguous)>(StringComparer.Ordinal);
        foreach (var line in AgencyTable.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var forms = line[2..].Split('|', StringSplitOptions.TrimEntries);
            var first = new Agency(forms[0].TrimEnd('?'), KindOf(line[0]));
            foreach (var form in forms)
            {
                var ambiguous = form.EndsWith('?');
                var text = ambiguous ? form[..^1] : form;
                var agency = line[0] == 'L' ? new Agency(text, AgencyKind.Broadcaster) : first;
                anyCase.TryAdd(text, agency);
                exact.TryAdd(text, (agency, ambiguous));
            }
        }

        AnyCase = anyCase.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Exact = exact.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        FirstWords = exact.Keys.Select(form => form.Split(' ', '-', '/', '.')[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        // Those that are ever quoted, and none that begins with another: the search grows slower with each.
        string[] small = [.. exact.Where(form => form.Value.Agency.Kind != AgencyKind.PressRelease && !Capitals.Contains(form.Key[0])).Select(form => form.Key)];
        SmallForms = SearchValues.Create([.. small.Where(form => !Array.Exists(small, other => form != other && form.StartsWith(other, StringComparison.Ordinal)))], StringComparison.Ordinal);
        ByLetter = new ByFirstLetters<(string Form, Agency Agency)>(anyCase.OrderByDescending(form => form.Key.Length).Select(form => (form.Key, form.Value)), form => form.Form);
        Unspaced = [.. exact.Where(form => form.Key.Length > 1 && form.Key.All(IsUnspaced)).OrderByDescending(form => form.Key.Length).Select(form => (form.Key, form.Value.Agency))];
        UnspacedStarts = SearchValues.Create([.. Unspaced.Select(form => form.Form[0]).Distinct()]);
        foreach (var form in exact.Keys.Where(form => form.Length > 1))
            Beginnings[Beginning(form) >> 6] |= 1UL << Beginning(form);
        LongestForm = anyCase.Keys.Max(form => form.Length);
    }

    /// <summary>Characters of the longest known form: a bound on how far a search need look.</summary>
    public static int LongestForm { get; }

    /// <summary>A name in the place of a signature (dateline, bracket, last line), in any case.</summary>
    public static Agency? InSignature(ReadOnlySpan<char> name)
        => AnyCase.TryGetValue(name.Trim(), out var agency) ? agency : null;

    /// <summary>A name in running text, in its exact spelling; ambiguous forms (AA, PA …) need a word such as "agency" beside them.</summary>
    public static (Agency Agency, bool Ambiguous)? InText(ReadOnlySpan<char> name)
        => Exact.TryGetValue(name, out var found) ? found : null;

    /// <summary>False when no known form begins as the text does there.</summary>
    internal static bool MayBegin(string text, int at) =>
        at + 1 < text.Length && Beginning(text.AsSpan(at)) is var beginning && (Beginnings[beginning >> 6] & (1UL << beginning)) != 0;

    /// <summary>Of two characters and a third: none where the word, or in a script without blanks the form, may end with the second.</summary>
    private static int Beginning(ReadOnlySpan<char> text)
    {
        var third = text.Length > 2 && char.IsLetterOrDigit(text[2]) && text[0] < FirstUnspaced ? text[2] : '\0';
        return ((text[0] * 31) ^ (text[1] * 7) ^ (third * 61)) & 0x3FFF;
    }

    /// <summary>Some known form begins with this word: worth looking at the words after it.</summary>
    public static bool BeginsForm(ReadOnlySpan<char> word) => FirstWords.Contains(word);

    /// <summary>The places where a form may begin that begins with a capital or a letter without case.</summary>
    internal static CharRanges.Places CapitalsIn(string text) => Capitals.In(text);

    /// <summary>The next place where one of the few other forms stands; the end of the text when there is none.</summary>
    internal static int NextSmallForm(string text, int start) => text.AsSpan(start).IndexOfAny(SmallForms) is var at and >= 0 ? start + at : text.Length;

    /// <summary>A character of a script whose words are not parted by blanks.</summary>
    internal static bool IsUnspaced(char c) => c is >= FirstUnspaced and <= LastUnspaced;

    /// <summary>The next place where a form in a script without blanks may begin; the end of the text when there is none.</summary>
    internal static int NextUnspaced(string text, int start) => text.AsSpan(start).IndexOfAny(UnspacedStarts) is var at and >= 0 ? start + at : text.Length;

    /// <summary>Forms in scripts without blanks, which stand anywhere in a text; the longest first.</summary>
    internal static IReadOnlyList<(string Form, Agency Agency)> Unspaced { get; }

    /// <summary>The known form that <paramref name="text"/> begins with (longest wins) and its length; for scripts without blanks.</summary>
    public static (Agency Agency, int Length)? AtStart(ReadOnlySpan<char> text)
    {
        foreach (var (form, agency) in ByLetter.For(text))
        {
            if (text.StartsWith(form, StringComparison.OrdinalIgnoreCase))
                return (agency, form.Length);
        }

        return null;
    }

    /// <summary>The known form that <paramref name="text"/> ends with (longest wins) and its length.</summary>
    public static (Agency Agency, int Length)? AtEnd(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(LongestForm, text.Length); length > 0; length--)
        {
            if (AnyCase.TryGetValue(text[^length..], out var agency))
                return (agency, length);
        }

        return null;
    }

    private static AgencyKind KindOf(char code) => code switch
    {
        'B' or 'L' => AgencyKind.Broadcaster,
        'R' => AgencyKind.PressRelease,
        _ => AgencyKind.Agency,
    };
}

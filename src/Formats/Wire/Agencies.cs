using System.Collections.Frozen;

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
    private static readonly FrozenDictionary<string, Agency> AnyCase;
    private static readonly FrozenDictionary<string, Agency> Exact;

    static Agencies()
    {
        var anyCase = new Dictionary<string, Agency>(StringComparer.OrdinalIgnoreCase);
        var exact = new Dictionary<string, Agency>(StringComparer.Ordinal);
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
                if (!ambiguous)
                    exact.TryAdd(text, agency);
            }
        }

        AnyCase = anyCase.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Exact = exact.ToFrozenDictionary(StringComparer.Ordinal);
        LongestForm = anyCase.Keys.Max(form => form.Length);
    }

    /// <summary>Characters of the longest known form: a bound on how far a search need look.</summary>
    public static int LongestForm { get; }

    /// <summary>A name in the place of a signature (dateline, bracket, last line), in any case.</summary>
    public static Agency? InSignature(ReadOnlySpan<char> name)
        => AnyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name.Trim(), out var agency) ? agency : null;

    /// <summary>A name in running text: exact spelling, unambiguous forms only.</summary>
    public static Agency? InText(ReadOnlySpan<char> name)
        => Exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var agency) ? agency : null;

    /// <summary>The known form that <paramref name="text"/> begins with (longest wins) and its length; for scripts without blanks.</summary>
    public static (Agency Agency, int Length)? AtStart(ReadOnlySpan<char> text)
    {
        var lookup = AnyCase.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestForm, text.Length); length > 0; length--)
        {
            if (lookup.TryGetValue(text[..length], out var agency))
                return (agency, length);
        }

        return null;
    }

    /// <summary>The known form that <paramref name="text"/> ends with (longest wins) and its length.</summary>
    public static (Agency Agency, int Length)? AtEnd(ReadOnlySpan<char> text)
    {
        var lookup = AnyCase.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestForm, text.Length); length > 0; length--)
        {
            if (lookup.TryGetValue(text[^length..], out var agency))
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

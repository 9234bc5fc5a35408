using System.Buffers;
using Newswire.Contracts;
using Newswire.Formats.Dates;
using Newswire.Formats.Wire;

namespace Newswire.Formats.Signalling;

/// <summary>Which dispatch an editor's words speak of: identifier, sequence number, slug, quoted headline, date.</summary>
internal static class SignalTargetReader
{
    private const int LongestNote = 600;
    private const int LongestSlug = 40;

    private static readonly SearchValues<char> EndsUri = SearchValues.Create(" \t\r\n\"<>«»)");
    private static readonly SearchValues<char> BeforeWord = SearchValues.Create(" \t(\u00a0,;:-");
    private static readonly SearchValues<char> EndsSlug = SearchValues.Create(" ,;\t\"'”");
    private static readonly SearchValues<char> NeverInSlug = SearchValues.Create(".\"'”;\t");
    private static readonly SearchValues<char> EndsName = SearchValues.Create(",;.\"”»)");

    private static readonly string[] SlugWords = ["slugged ", "slug: ", "slug ", "titrée ", "keyword ", "Stichwort ", "trefwoord "];

    /// <summary>Null when the words name nothing.</summary>
    public static SignalTarget? Read(IReadOnlyList<string> notes, SignalContext context)
    {
        string? uri = null, number = null, slug = null, headline = null, date = null;
        foreach (var note in notes)
        {
            var text = note.AsSpan(0, Math.Min(note.Length, LongestNote));
            uri ??= Identifier(text);
            number ??= SequenceNumber(text);
            slug ??= Slug(text, number is not null);
            headline ??= Quoted(text);
            date ??= Date(text, context);
        }

        // A date alone names nothing: "le 3 mars" may be what is corrected.
        return uri is null && number is null && slug is null && headline is null
            ? null
            : new SignalTarget { Uri = uri, SequenceNumber = number, Slugline = slug, Headline = headline, Date = date };
    }

    /// <summary>The text names a dispatch by its number.</summary>
    public static bool HasNumber(string text) => SequenceNumber(text.AsSpan(0, Math.Min(text.Length, LongestNote))) is not null;

    private static string? Identifier(ReadOnlySpan<char> text)
    {
        foreach (var scheme in (string[])["urn:", "tag:", "https://", "http://"])
        {
            var at = text.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                continue;
            var end = text[at..].IndexOfAny(EndsUri);
            var found = (end < 0 ? text[at..] : text.Slice(at, end)).TrimEnd(".,;");
            if (found.Length > scheme.Length + 2)
                return found.ToString();
        }

        return null;
    }

    /// <summary>"NOVA 041", "dpa 0045", "fra0123", "n° 12", "No. 446", "cor 446": agency, number word or service letters, then digits.</summary>
    private static string? SequenceNumber(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '.' or ',' or '/' or ':')))
                continue;
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            var digits = text[i..end];
            var before = text[..i].TrimEnd();
            var start = before.LastIndexOfAny(BeforeWord) + 1;
            var word = before[start..];
            var glued = before.Length == i;
            if (word is "n°" or "N°" or "nº" or "no" or "No." or "no." or "nr" or "nr." or "Nr." or "Nr" or "núm." or "cor" or "COR" or "#" or "n.")
                return digits.ToString();
            if (glued && word.Length is 1 or 3 && IsAsciiLetters(word) && digits.Length is 3 or 4 or 5)
                return string.Concat(word, digits);
            if (!glued && digits.Length is >= 2 and <= 5 && !word.IsEmpty && (Agencies.InSignature(word) is not null || (word.Length is >= 3 and <= 6 && DatelinePlace.IsAllCapitals(word) && !MonthNames.TryGet(word, out _))))
                return string.Concat(word, " ", digits);
            i = end;
        }

        return null;
    }

    private static string? Slug(ReadOnlySpan<char> text, bool numbered)
    {
        foreach (var prefix in (string[])["BC-", "AM-", "PM-", "EU-", "US-"])
        {
            var at = text.IndexOf(prefix, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])))
            {
                // "BC-US--Bridge Collapse, Springfield": with blanks in it when a comma ends it.
                var end = text[at..].IndexOfAny(EndsSlug);
                var comma = text[at..].IndexOf(',');
                if (comma > end && comma < LongestSlug && !text.Slice(at, comma).ContainsAny(NeverInSlug))
                    end = comma;
                return (end < 0 ? text[at..] : text.Slice(at, end)).TrimEnd(".,").ToString();
            }
        }

        // "la dépêche NOVA 041 (Bibliothèques, 15 mars 2024)": what follows a number in brackets is its slug.
        var open = text.IndexOf('(');
        var close = open < 0 ? -1 : text[open..].IndexOf(')');
        if (numbered && open > 0 && close > 0)
        {
            var inner = text.Slice(open + 1, close - 1);
            var comma = inner.IndexOf(',');
            var slug = (comma > 0 ? inner[..comma] : inner).Trim();
            if (slug.Length is > 2 and < 60 && !char.IsAsciiDigit(slug[0]))
                return slug.ToString();
        }

        foreach (var word in SlugWords)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var rest = text[(at + word.Length)..].TrimStart("\"'«“ ");
            var end = rest.IndexOfAny(EndsName);
            var slug = (end < 0 ? rest : rest[..end]).Trim();
            if (slug.Length is > 2 and < 60 && slug.IndexOf('-') > 0)
                return slug.ToString();
        }

        return null;
    }

    private static string? Quoted(ReadOnlySpan<char> text)
    {
        foreach (var (opening, closing) in ((char, char)[])[('«', '»'), ('“', '”'), ('„', '“'), ('"', '"'), ('»', '«')])
        {
            var open = text.IndexOf(opening);
            if (open < 0)
                continue;
            var length = text[(open + 1)..].IndexOf(closing);
            var quoted = length < 0 ? default : text.Slice(open + 1, length).Trim();

            // Shorter is a word in question ("bien lire «120»"), not a headline.
            if (quoted.Length is > 15 and < 200 && quoted.Count(' ') >= 2)
                return quoted.ToString();
        }

        return null;
    }

    private static string? Date(ReadOnlySpan<char> text, SignalContext context)
    {
        var phrase = PhraseDate.Read(text, context.Settings);
        return phrase.Day is { } day && phrase.Month is { } month ? PrintedDates.Day(phrase.Year, month, day, context.Reference)?.Value : null;
    }

    private static bool IsAsciiLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        return true;
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Newswire.FormatsBench;

/// <summary>A fixture with its text made as long as dispatches are: the same mark-up, more words where the longest run of prose ends.</summary>
internal static partial class LongStory
{
    private const int Words = 340;

    // Ordinary prose without a character that any of the formats would have to escape.
    private const string Sentence = "Les discussions entre les deux parties ont repris lundi matin au ministère, et un nouvel accord pourrait être soumis au conseil avant la fin du mois. ";

    public static byte[] Of(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        // One story has a note on its embargo that is longer than its paragraphs.
        var longest = Prose().Matches(text).Where(match => !match.Value.Contains("embargo", StringComparison.Ordinal)).MaxBy(match => match.Length) ?? throw new InvalidDataException("no sentence to lengthen");
        var repeated = string.Concat(Enumerable.Repeat(Sentence, Words / Sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
        return Encoding.UTF8.GetBytes(text.Insert(longest.Index + longest.Length, " " + repeated.TrimEnd()));
    }

    // With a blank or a letter beyond ASCII in it: an identifier is no prose, and a text in Japanese has no blanks.
    [GeneratedRegex(@"[^<>""\\{}]*[^\x21-\x7E\s][^<>""\\{}]*|[^<>""\\{}\s][^<>""\\{}]* [^<>""\\{}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Prose();
}

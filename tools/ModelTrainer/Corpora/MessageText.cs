using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Newswire.Enricher.Language;

namespace Newswire.ModelTrainer.Corpora;

/// <summary>Makes sentences of the messages of programs: without markup, placeholders and shortcut marks; what still looks like code is left out.</summary>
internal static partial class MessageText
{
    private const int MatchMilliseconds = 10_000;
    private const int FewestWords = 3;
    private const int FewestLetters = 12;
    private const int MostCharacters = 400;

    // Commands, paths and names in capitals are not sentences.
    private const double LeastLetterShare = 0.75;
    private const double LeastScriptShare = 0.9;
    private const double MostCapitals = 0.4;

    public static IEnumerable<string> Sentences(string message)
    {
        var text = Choice().Replace(message, "${text}");
        text = Link().Replace(text, "${text}");
        text = Tag().Replace(WebUtility.HtmlDecode(text), " ");
        text = Placeholder().Replace(text, " ");
        text = Shortcut().Replace(text, "");
        foreach (var sentence in SentenceEnd().Split(text))
        {
            var plain = Spaces().Replace(sentence, " ").Trim(' ', '\'', '"', '*', '-', '–', '•', ':', '=');
            if (IsSentence(plain))
                yield return plain.Normalize();
        }
    }

    /// <summary>The letters alone, by which two texts are the same.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                key.Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }

    private static bool IsSentence(string text)
    {
        if (text.Length is < FewestLetters / 2 or > MostCharacters || text.AsSpan().ContainsAny(CodeCharacters))
            return false;
        var scripts = new int[Scripts.Count];
        var (letters, other, capitals) = (0, 0, 0);
        foreach (var c in text)
        {
            var script = char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
                ? Scripts.Of(c) : Script.Other;
            if (script == Script.Other)
                other += c == ' ' ? 0 : 1;
            else
                letters++;
            capitals += char.IsUpper(c) ? 1 : 0;
            scripts[(int)script] += Scripts.Weight(script);
        }

        scripts[0] = 0;
        var largest = Array.IndexOf(scripts, scripts.Max());
        var spaced = (Script)largest is not (Script.HanKana or Script.Thai or Script.Lao or Script.Khmer or Script.Myanmar or Script.Tibetan);
        return scripts[largest] >= FewestLetters && letters >= LeastLetterShare * (letters + other) && scripts[largest] >= LeastScriptShare * scripts.Sum()
            && capitals <= MostCapitals * letters && (!spaced || text.Count(c => c == ' ') >= FewestWords - 1);
    }

    private static readonly System.Buffers.SearchValues<char> CodeCharacters = System.Buffers.SearchValues.Create("{}[]<>|\\_=$@#^~`/*+");

    // {{PLURAL:$1|page|pages}} in MediaWiki.
    [GeneratedRegex(@"\{\{(PLURAL|GENDER|GRAMMAR|plural|gender|grammar):[^|{}]*\|(?<text>[^|{}]*)[^{}]*\}\}", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Choice();

    // [[Page|text]] and [http://address text] in MediaWiki.
    [GeneratedRegex(@"\[\[([^|\[\]]*\|)?(?<text>[^|\[\]]*)\]\]|\[\S+ (?<text>[^\[\]]*)\]", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>|'''?|https?://\S+", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"%[-0-9.]*(\d+\$)?[-0-9.]*l*[a-zA-Z@]\b|%\([^)]*\)[a-z]|%\w+%|%\d*|\$\{[^}]*\}|\$\(?\w+\)?|\{[^{}]*\}|\\n|\\t", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Placeholder();

    // The letter in brackets that Chinese, Japanese and Korean menus add, and the marks before a letter.
    [GeneratedRegex(@"\([_&~]?[A-Z]\)|(?<![A-Za-z])[_&~](?=\p{L})|(?<=\p{L})[_&~](?=\p{L})", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Shortcut();

    [GeneratedRegex(@"[\r\n]+|(?<=[.!?؟։।።။།॥…。！？])(?=\s|\p{Lo})", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex Spaces();
}

using System.Text;

namespace Newswire.ModelTrainer.Language;

/// <summary>
/// Draws training samples: languages almost evenly, whole sentences, pieces of sentences of every length down to one word, words of unrelated
/// sentences in a row, and one to seven words of the frequency lists.
/// </summary>
internal sealed class TrainingSampler
{
    private const double WholeShare = 0.35;
    private const double WordShare = 0.25;
    private const double EnoughTexts = 1000;

    // Words out of their sentence teach the language without the topics and turns of its news; a third of the samples keeps news as good.
    private const double MixedShare = 0.3;
    private const int MostWords = 8;
    private const int FewestWords = 3;

    // Between the counts, which draw function words only, and their roots, which draw too many rare and foreign words.
    private const double CountPower = 0.75;

    private readonly TrainingSet _set;
    private readonly Random _random;
    private readonly Group[] _groups;
    private readonly double[] _weights;
    private readonly double[][] _words;

    public TrainingSampler(TrainingSet set, double messageWeight, Random random)
    {
        _set = set;
        _random = random;
        // A language in two scripts (Serbian) competes with others in each of them: each is drawn as one language.
        _groups = [.. Enumerable.Range(0, set.Languages.Length).SelectMany(language => Groups(language, messageWeight))];
        // A language with few texts is drawn a little less often, or it would be learnt by heart; much less often, and others would take its place.
        _weights = Cumulate(_groups.Select(group => Math.Min(1, Math.Pow((group.Texts.Length + (messageWeight * group.Messages.Length)) / EnoughTexts, 0.2))));
        _words = [.. set.Words.Select(words => Cumulate(words.Select(word => Math.Pow(word.Count, CountPower))))];
    }

    public string Next(out int language)
    {
        var group = _groups[Draw(_weights)];
        language = group.Language;
        var kind = _random.NextDouble();
        if (kind < WordShare && _set.Words[language].Count > 0)
            return Words(language);
        var text = Varied(_random.NextDouble() < MixedShare ? Mixed(group) : Text(group), language);
        // A language without a list must not be rarer among short texts: its words come from its texts.
        return kind < WordShare ? Piece(text, _random.Next(35))
            : kind < WholeShare + WordShare ? text
            : Piece(text, _random.Next(100));
    }

    private IEnumerable<Group> Groups(int language, double messageWeight)
    {
        var texts = _set.Texts[language].ToLookup(TrainingSet.ScriptOf);
        var messages = _set.Messages[language].ToLookup(TrainingSet.ScriptOf);
        foreach (var script in texts.Concat(messages).Select(script => script.Key).Distinct())
        {
            var weight = messageWeight * messages[script].Count();
            yield return new Group(language, [.. texts[script]], [.. messages[script]], weight / (weight + texts[script].Count()));
        }
    }

    private string Text(Group group)
    {
        var from = group.MessageShare > 0 && _random.NextDouble() < group.MessageShare ? group.Messages : group.Texts;
        return from[_random.Next(from.Length)];
    }

    private static double[] Cumulate(IEnumerable<double> weights)
    {
        var total = 0.0;
        return [.. weights.Select(weight => total += weight)];
    }

    private int Draw(double[] cumulated)
    {
        var at = Array.BinarySearch(cumulated, _random.NextDouble() * cumulated[^1]);
        return Math.Min(at < 0 ? ~at : at + 1, cumulated.Length - 1);
    }

    private string Words(int language)
    {
        var words = _set.Words[language];
        var text = words[Draw(_words[language])].Word;
        for (var more = _random.Next(MostWords - 1); more > 0; more--)
            text += words[Draw(_words[language])].Word[1..];
        return text;
    }

    /// <summary>One to eight words, each of another text; a whole text where a script has no words.</summary>
    private string Mixed(Group group)
    {
        var mixed = new StringBuilder(" ");
        for (var more = _random.Next(MostWords); more >= 0; more--)
        {
            var text = Text(group);
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < FewestWords)
                return text;
            mixed.Append(words[_random.Next(words.Length)]).Append(' ');
        }

        return mixed.ToString();
    }

    /// <summary>Spellings that differ without the language differing: capitals that lose a dot or a ligature, old code points.</summary>
    private string Varied(string text, int language) => _set.Languages[language] switch
    {
        "tr" or "az" when _random.Next(12) == 0 => text.Replace('ı', 'i'),
        "ro" when _random.Next(4) == 0 => text.Replace('ș', 'ş').Replace('ț', 'ţ'),
        "de" when _random.Next(12) == 0 => text.Replace("ß", "ss", StringComparison.Ordinal),
        "fr" or "es" or "pt" or "it" when _random.Next(20) == 0 => WithoutAccents(text),
        _ => text,
    };

    /// <summary>Headlines in capitals drop their accents in Romance newsrooms.</summary>
    private static string WithoutAccents(string text)
        => string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036F'));

    private string Piece(string text, int percentile)
    {
        var (least, most) = percentile switch
        {
            < 15 => (2, 2),
            < 35 => (8, 14),
            < 70 => (15, 35),
            _ => (20, 80),
        };
        var length = _random.Next(least, most + 1);
        if (text.Length <= length + 2)
            return text;
        var start = _random.Next(text.Length - length);
        // Back to the start of the word, on to its end, where the script has words.
        var from = text.LastIndexOf(' ', start);
        var end = text.IndexOf(' ', Math.Min(start + length, text.Length - 1));
        if (start - from > 25)
            from = start;
        if (end < 0 || end - start - length > 25)
            end = Math.Min(start + length, text.Length - 1);
        return end - from < 2 ? text : " " + text[(from + 1)..end] + " ";
    }

    /// <summary>What a language has in one script; <paramref name="MessageShare"/> of its samples are of the messages.</summary>
    private sealed record Group(int Language, string[] Texts, string[] Messages, double MessageShare);
}

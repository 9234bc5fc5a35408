using Newswire.Contracts;

namespace Newswire.Enricher.Language;

/// <summary>The language part of a record, and what an editor should know about it.</summary>
public sealed record LanguageReading(RecordLanguage Language, RecordWarning? Warning);

/// <summary>
/// Decides a dispatch's language from its own text. What the document declares and what its source is configured to write are priors that settle
/// close languages; a clear text outweighs them. Pure: no state, no clock; safe for concurrent use.
/// </summary>
public sealed class LanguageEnricher(LanguageDetector detector)
{
    /// <summary>Code of the warning that declared and detected language differ.</summary>
    public const string ConflictCode = "language-conflict";

    // A wrong warning costs an editor's look; a missed one costs little, both languages are in the record.
    private const double ConfidentConflict = 0.9;
    private const double ConfidentParagraph = 0.9;

    // Two lines of a column: shorter paragraphs are often names, titles or figures.
    private const int FewestParagraphLetters = 60;

    // From this share of letters on, another language is no longer a quotation but a second half.
    private const double FrameShare = 0.25;

    /// <summary>
    /// <paramref name="body"/> is the plain-text body; spans of <see cref="RecordLanguage.Paragraphs"/> are [start, length] in it, in UTF-16 units.
    /// <paramref name="languages"/> are those of <see cref="SourceSettings.Languages"/>.
    /// </summary>
    public LanguageReading Read(string? body, string? headline, string? declared, IEnumerable<string> languages)
    {
        body ??= "";
        headline ??= "";
        string[] expected = [.. languages, .. string.IsNullOrWhiteSpace(declared) ? Array.Empty<string>() : [declared]];
        var (whole, paragraphs) = Detect(body, headline, expected);
        var conflict = !string.IsNullOrWhiteSpace(declared) && whole.Tag != LanguageGuess.Undetermined && whole.Confidence >= ConfidentConflict
            && !LanguageTags.Covers(declared, whole.Tag);
        var language = new RecordLanguage
        {
            Tag = whole.Tag,
            Confidence = Math.Round(whole.Confidence, 3),
            Declared = string.IsNullOrWhiteSpace(declared) ? null : declared,
            By = LanguageDetector.Name,
            Paragraphs = paragraphs.Count == 0 ? null : paragraphs,
        };
        return new LanguageReading(language, conflict
            ? new RecordWarning { Code = ConflictCode, Detail = $"declared {declared}, the text is {whole.Tag} ({whole.Confidence:0.00})" }
            : null);
    }

    private (LanguageGuess Whole, List<ParagraphLanguage> Paragraphs) Detect(string body, string headline, string[] expected)
    {
        var text = headline.Length == 0 ? body : body.Length == 0 ? headline : headline + "\n" + body;
        var whole = detector.Detect(text, expected);
        // What a text quotes is not what it is written in.
        if (Quotations.Without(text) is { } own && detector.Detect(own, expected) is var unquoted && unquoted.Confidence >= ConfidentParagraph)
            whole = unquoted;
        if (whole.Tag == LanguageGuess.Undetermined)
            return (whole, []);

        var guesses = Paragraphs(body, [.. expected, whole.Tag]);
        whole = Frame(whole, headline, expected, guesses);
        return (whole, [.. guesses
            .Where(guess => guess.Guess.Confidence >= ConfidentParagraph && !LanguageTags.Covers(whole.Tag, guess.Guess.Tag))
            .Select(guess => new ParagraphLanguage { Span = guess.Span, Tag = guess.Guess.Tag, Confidence = Math.Round(guess.Guess.Confidence, 3) })]);
    }

    /// <summary>
    /// When another language fills a large part of the paragraphs, the record's is that of its frame: the headline, else the first paragraph.
    /// </summary>
    private LanguageGuess Frame(LanguageGuess whole, string headline, string[] expected, List<ParagraphGuess> paragraphs)
    {
        var total = paragraphs.Sum(paragraph => paragraph.Span[1]);
        var rivals = paragraphs.Where(paragraph => paragraph.Guess.Confidence >= ConfidentParagraph)
            .GroupBy(paragraph => paragraph.Guess.Tag, StringComparer.Ordinal)
            .Where(group => group.Sum(paragraph => paragraph.Span[1]) >= FrameShare * total)
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        if (rivals.Count < 2)
            return whole;
        var title = detector.Detect(headline, expected);
        if (title.Confidence >= ConfidentParagraph && rivals.Contains(title.Tag))
            return title;
        return paragraphs.First(paragraph => rivals.Contains(paragraph.Guess.Tag)).Guess;
    }

    private List<ParagraphGuess> Paragraphs(string body, string[] expected)
    {
        var guesses = new List<ParagraphGuess>();
        foreach (var (start, length) in ParagraphSpans.Of(body))
        {
            if (detector.Detect(body.AsSpan(start, length), expected, FewestParagraphLetters) is { } guess)
                guesses.Add(new ParagraphGuess([start, length], guess));
        }

        return guesses;
    }

    private sealed record ParagraphGuess(int[] Span, LanguageGuess Guess);
}

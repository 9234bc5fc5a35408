using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations;

/// <summary>
/// One text on its way through one engine: over the legs of its route, asking the memory first, in requests the engine takes. Not for concurrent use.
/// </summary>
internal sealed class EngineRun(Engine engine, TranslatorCatalog catalog, LanguagePair pair, string? context, ITranslationMemory memory, ILogger logger)
{
    private const int MostHalvings = 3;

    public IReadOnlyList<TranslationLeg> Route { get; } = catalog.RouteOf(pair);

    /// <summary>Entries to remember, by number of the segment, if that segment is accepted.</summary>
    public List<(int Segment, RememberedSegment Entry)> Learned { get; } = [];

    /// <summary>Segments every leg of which was remembered.</summary>
    public HashSet<int> Cached { get; } = [];

    public int UnknownWords { get; private set; }

    public int BilledCharacters { get; private set; }

    public string? RequestId { get; private set; }

    public string? Model { get; private set; }

    /// <summary>The last outcome that was not Ok; what a total timeout interrupted.</summary>
    public TranslatorAnswer? LastFault { get; private set; }

    /// <summary>Translates masked texts; null where an answer lost a placeholder. Returns the failure of the whole, or null.</summary>
    public async Task<TranslatorAnswer?> TranslateAsync(IReadOnlyList<(int Segment, string Hash)> names, string?[] texts, CancellationToken cancellationToken)
    {
        var hits = new int[texts.Length];
        foreach (var leg in Route)
        {
            var asked = Enumerable.Range(0, texts.Length).Where(i => texts[i] is not null).ToList();
            var keys = asked.ToDictionary(i => i, i => MemoryKey.Of(engine, catalog, leg, texts[i]!));
            var found = await FindAsync(keys.Values, cancellationToken);
            var missing = new List<int>();
            foreach (var i in asked)
            {
                if (found.TryGetValue(keys[i], out var entry) && SamePlaceholders(texts[i]!, entry.Text))
                {
                    hits[i]++;
                    texts[i] = entry.Text;
                    UnknownWords += leg == Route[0] ? entry.UnknownWords : 0;
                }
                else
                {
                    missing.Add(i);
                }
            }
            if (missing.Count > 0 && await CallAsync(leg, missing, keys, names, texts, cancellationToken) is { } failure)
                return failure;
        }
        for (var i = 0; i < texts.Length; i++)
        {
            if (hits[i] == Route.Count)
                Cached.Add(names[i].Segment);
        }
        return null;
    }

    private async Task<TranslatorAnswer?> CallAsync(
        TranslationLeg leg, List<int> missing, Dictionary<int, string> keys, IReadOnlyList<(int Segment, string Hash)> names, string?[] texts, CancellationToken cancellationToken)
    {
        var (failure, answers) = await SendInChunksAsync(leg, [.. missing.Select(i => texts[i]!)], cancellationToken);
        if (failure is not null)
            return failure;
        for (var k = 0; k < missing.Count; k++)
        {
            var i = missing[k];
            var answer = answers[k];
            if (!SamePlaceholders(texts[i]!, answer.Text))
            {
                texts[i] = null;
                continue;
            }
            texts[i] = answer.Text;
            UnknownWords += leg == Route[0] ? answer.UnknownWords : 0;
            Learned.Add((names[i].Segment, new RememberedSegment
            {
                Key = keys[i],
                SegmentHash = names[i].Hash,
                Text = answer.Text,
                UnknownWords = answer.UnknownWords,
            }));
        }
        return null;
    }

    private async Task<(TranslatorAnswer? Failure, IReadOnlyList<TranslatedSegment> Answers)> SendInChunksAsync(
        TranslationLeg leg, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var pieces = texts.SelectMany((t, i) => SentenceSplitter.Split(t, engine.Traits.MaxCharacters).Select(p => (Text: i, p.Text.Length, Piece: p))).ToList();
        var joined = texts.Select(_ => new TranslatedSegment(string.Empty)).ToList();
        for (var start = 0; start < pieces.Count;)
        {
            var characters = pieces[start].Length;
            var end = start + 1;
            while (end < pieces.Count && end - start < engine.Traits.MaxSegments && characters + pieces[end].Length <= engine.Traits.MaxCharacters)
                characters += pieces[end++].Length;
            var chunk = pieces.GetRange(start, end - start);
            var answer = await SendAsync(leg, [.. chunk.Select(c => c.Piece.Text)], 0, cancellationToken);
            if (answer.Outcome != TranslatorOutcome.Ok)
                return (answer, []);
            for (var k = 0; k < chunk.Count; k++)
            {
                var (before, unknown) = joined[chunk[k].Text];
                joined[chunk[k].Text] = new TranslatedSegment(
                    before + answer.Segments[k].Text + chunk[k].Piece.Separator, unknown + answer.Segments[k].UnknownWords);
            }
            start = end;
        }
        return (null, joined);
    }

    private async Task<TranslatorAnswer> SendAsync(TranslationLeg leg, IReadOnlyList<string> texts, int halvings, CancellationToken cancellationToken)
    {
        var tokens = new string[texts.Count];
        var rendered = texts.Select((t, i) => engine.Traits.Placeholders.Render(t, out tokens[i])).ToList();
        var request = new TranslatorRequest { Leg = leg, Segments = rendered, Context = context };
        var answer = await engine.Pipeline.ExecuteCallAsync(request.Characters, ct => CallOnceAsync(request, ct), cancellationToken);
        if (answer.Outcome == TranslatorOutcome.Ok && answer.Segments.Count != texts.Count)
            answer = TranslatorAnswer.Fail(TranslatorOutcome.BadOutput, "array-length", $"{answer.Segments.Count} texts for {texts.Count}");
        if (answer.Outcome == TranslatorOutcome.Ok)
        {
            BilledCharacters += answer.BilledCharacters ?? 0;
            RequestId = answer.RequestId ?? RequestId;
            Model = answer.Model ?? Model;
            return answer with { Segments = [.. answer.Segments.Select((s, i) => s with { Text = engine.Traits.Placeholders.Parse(s.Text, tokens[i]).Trim() })] };
        }
        LastFault = answer;
        // Too large: smaller, three times. An array that came back wrong: smaller, once.
        var again = answer.Outcome == TranslatorOutcome.TooLarge ? MostHalvings : answer.Outcome == TranslatorOutcome.BadOutput ? 1 : 0;
        return halvings < again ? await SendHalvesAsync(leg, texts, answer, halvings + 1, cancellationToken) : answer;
    }

    private async Task<TranslatorAnswer> SendHalvesAsync(
        TranslationLeg leg, IReadOnlyList<string> texts, TranslatorAnswer failure, int halvings, CancellationToken cancellationToken)
    {
        if (texts.Count > 1)
        {
            var left = await SendAsync(leg, [.. texts.Take(texts.Count / 2)], halvings, cancellationToken);
            if (left.Outcome != TranslatorOutcome.Ok)
                return left;
            var right = await SendAsync(leg, [.. texts.Skip(texts.Count / 2)], halvings, cancellationToken);
            return right.Outcome != TranslatorOutcome.Ok ? right : right with { Segments = [.. left.Segments, .. right.Segments] };
        }
        if (SentenceSplitter.Halve(texts[0]) is not var (first, separator, second))
            return failure;
        var halves = await SendAsync(leg, [first, second], halvings, cancellationToken);
        if (halves.Outcome != TranslatorOutcome.Ok)
            return halves;
        var (one, two) = (halves.Segments[0], halves.Segments[1]);
        return halves with { Segments = [new TranslatedSegment(one.Text + separator + two.Text, one.UnknownWords + two.UnknownWords)] };
    }

    private async Task<TranslatorAnswer> CallOnceAsync(TranslatorRequest request, CancellationToken cancellationToken)
    {
        var answer = await engine.Translator.TranslateAsync(request, cancellationToken);
        TranslationMetrics.Requests.Add(
            1, new("engine", engine.Name), new("pair", request.Leg.Pair.ToString()), new("outcome", answer.Outcome.ToString()));
        TranslationMetrics.Characters.Add(request.Characters, new KeyValuePair<string, object?>("engine", engine.Name));
        if (answer.Outcome != TranslatorOutcome.Ok)
            LastFault = answer;
        return answer;
    }

    private async Task<IReadOnlyDictionary<string, RememberedSegment>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        try
        {
            return await memory.FindAsync([.. keys.Distinct(StringComparer.Ordinal)], cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TranslationLog.MemoryFailed(logger, e);
            return new Dictionary<string, RememberedSegment>(StringComparer.Ordinal);
        }
    }

    private static bool SamePlaceholders(string source, string output)
    {
        var expected = PlaceholderStyle.NeutralPattern().Matches(source).Select(m => m.Value).Order(StringComparer.Ordinal);
        return expected.SequenceEqual(PlaceholderStyle.NeutralPattern().Matches(output).Select(m => m.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}

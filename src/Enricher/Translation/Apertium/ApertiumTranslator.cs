using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>Apertium driven as pools of long-lived pipelines, one pool a mode. Rule based, local, quality gist.</summary>
public sealed class ApertiumTranslator : ITranslator, IAsyncDisposable
{
    private readonly ApertiumOptions _options;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, ApertiumPool> _pools = new(StringComparer.Ordinal);
    private readonly RecentSentences _recent;
    private readonly ITimer _reaper;
    private IReadOnlyDictionary<string, ApertiumMode> _modes = new Dictionary<string, ApertiumMode>(StringComparer.Ordinal);

    public ApertiumTranslator(ApertiumOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _recent = new RecentSentences(options.RecentCharacters);
        var minute = TimeSpan.FromMinutes(1);
        _reaper = clock.CreateTimer(_ => _ = StopUnusedAsync(), null, minute, minute);
    }

    public string Name => "apertium";

    public EngineTraits Traits => new()
    {
        Tier = "gist",
        IsLocal = true,
        IsDeterministic = true,
        IsInstalled = true,
        Placeholders = PlaceholderStyle.Word,
        MaxSegments = 64,
        MaxCharacters = 20_000,
        Limits = EngineDefaults.Apertium(_options.PoolSize),
    };

    public IEnumerable<ApertiumPool> Pools => _pools.Values;

    public ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken)
    {
        _modes = ApertiumModes.Discover(_options.Prefix);
        var missing = _modes.Values.SelectMany(m => m.Programs).Distinct(StringComparer.Ordinal).Where(p => !ShellPath.Has(p)).ToHashSet(StringComparer.Ordinal);
        var runnable = _modes.Where(m => !m.Value.Programs.Any(missing.Contains)).ToDictionary(StringComparer.Ordinal);
        var problem = missing.Count == 0 ? null : $"not on the PATH: {string.Join(", ", missing.Order(StringComparer.Ordinal))}";
        return ValueTask.FromResult(new TranslatorCatalog
        {
            // Language data without its programs is a matter for an operator; with neither there is simply no such engine.
            IsReady = problem is null || runnable.Count > 0,
            Version = ApertiumModes.EngineVersion(_options.Prefix),
            Routes = ApertiumRoutes.Choose(runnable, _options.Routes),
            Problem = problem,
            Failure = problem is null ? null : TranslatorAnswer.Fail(TranslatorOutcome.AuthOrConfig, "start", problem),
        });
    }

    public async Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken)
    {
        if (!_modes.TryGetValue(request.Leg.Mode, out var mode))
            return TranslatorAnswer.Fail(TranslatorOutcome.UnsupportedPair, message: $"mode {request.Leg.Mode} is not installed");
        var capitals = request.Segments.Select(SentenceCase.IsAllCapitals).ToList();
        var paragraphs = request.Segments.Select((s, i) => Sentences(capitals[i] ? SentenceCase.From(s) : s)).ToList();
        try
        {
            var answers = await AskAsync(mode, paragraphs.SelectMany(p => p).Select(s => s.Text).Distinct(StringComparer.Ordinal), cancellationToken);
            return TranslatorAnswer.Ok([.. paragraphs.Select((p, i) => Read(p, answers, capitals[i]))]);
        }
        catch (PipeBrokenException e)
        {
            return TranslatorAnswer.Fail(e.NeverStarted ? TranslatorOutcome.AuthOrConfig : TranslatorOutcome.Transient, "pipe", e.Message);
        }
        catch (Win32Exception e)
        {
            return TranslatorAnswer.Fail(TranslatorOutcome.AuthOrConfig, "start", "setsid or sh cannot be started: " + e.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reaper.DisposeAsync();
        foreach (var pool in _pools.Values)
            await pool.DisposeAsync();
        _recent.Dispose();
    }

    /// <summary>In stream format, each with the blank that follows it.</summary>
    private static List<(string Text, string Separator)> Sentences(string paragraph)
        => [.. SentenceSplitter.Sentences(paragraph).Select(s => (ApertiumText.Format(s.Text), s.Separator))];

    /// <summary>The answer to each sentence, those it gave lately without asking the engine.</summary>
    private async Task<Dictionary<string, string>> AskAsync(ApertiumMode mode, IEnumerable<string> sentences, CancellationToken cancellationToken)
    {
        // A mode reinstalled with another version gets a pool and a memory of its own; the old pool is stopped when idle.
        var name = $"{mode.Name} {mode.Version}";
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var sentence in sentences)
        {
            if (_recent.Find(name, sentence) is { } answer)
                answers[sentence] = answer;
            else
                unknown.Add(sentence);
        }
        if (unknown.Count == 0)
            return answers;
        var pool = _pools.GetOrAdd(name, _ => new ApertiumPool(mode, _options.PoolSize, _clock));
        foreach (var (sentence, answer) in unknown.Zip(await pool.ExchangeAsync(unknown, cancellationToken)))
        {
            answers[sentence] = answer;
            _recent.Add(name, sentence, answer);
        }
        return answers;
    }

    private static TranslatedSegment Read(List<(string Text, string Separator)> sentences, Dictionary<string, string> answers, bool capitals)
    {
        var text = new StringBuilder();
        var unknownWords = 0;
        foreach (var (sentence, separator) in sentences)
        {
            text.Append(ApertiumText.Unformat(answers[sentence], out var unknown)).Append(separator);
            unknownWords += unknown;
        }
        return new TranslatedSegment(capitals ? text.ToString().ToUpperInvariant() : text.ToString(), unknownWords);
    }

    private async Task StopUnusedAsync()
    {
        var idleSince = _clock.GetUtcNow() - TimeSpan.FromMinutes(_options.IdleMinutes);
        foreach (var pool in _pools.Values)
            await pool.StopIdleAsync(idleSince);
        var used = _pools.Values.Sum(p => p.ProcessIds.Sum(ProcessGroup.MemoryMiB));
        foreach (var pool in _pools.Values.OrderBy(p => p.LastUsed))
        {
            if (used <= _options.MaxMiB)
                break;
            used -= pool.ProcessIds.Sum(ProcessGroup.MemoryMiB);
            await pool.StopIdleAsync(DateTimeOffset.MaxValue);
        }
    }
}

using System.Collections.Concurrent;
using Newswire.Contracts;

namespace Newswire.Enricher.Entities;

/// <summary>
/// Finds the persons, places, organizations and other names of a dispatch, with exact spans, one entity for all mentions of a thing. Runs in
/// process, without a service. Safe for concurrent use; models are loaded on first use, once. Time is linear in the text, whatever it holds.
/// </summary>
public sealed class EntityRecognizer
{
    /// <summary>Buffers that a longer text has stretched are given back, so that one huge dispatch does not hold its memory for ever.</summary>
    private const int KeepBuffersUpTo = 1 << 18;

    private readonly EntityModels _models = new();
    private readonly Lazy<AgencyLexicon> _agencies = new(LoadAgencies);
    private readonly Lazy<CountryNames> _countries = new(() => Read("entities.countries", r => new CountryNames(r)));
    private readonly Lazy<RoleFinder> _roles = new(() => Read("entities.roles", r => new RoleFinder(r)));
    private readonly ConcurrentBag<RecognizedText> _pool = [];

    /// <summary>Name and version of the model for this language; null when there is none (Provenance.EntitiesAbsent = "no-model-for-language").</summary>
    public string? ModelFor(string languageTag) => _models.For(languageTag)?.Header.Name;

    /// <summary>
    /// The entities of a dispatch in order of first mention; none when there is no model for the language (see <see cref="ModelFor"/>).
    /// Mentions are [start, length] in UTF-16 code units of <paramref name="body"/>, headline mentions of <paramref name="headline"/>.
    /// </summary>
    /// <param name="body">Plain text, without transmission header.</param>
    /// <param name="languageTag">BCP 47; only its language counts.</param>
    public IReadOnlyList<NamedEntity> Recognize(string? headline, string body, string languageTag)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(languageTag);
        if (_models.For(languageTag) is not { } model)
        {
            return [];
        }

        var text = _pool.TryTake(out var pooled) ? pooled : new RecognizedText();
        text.Read(headline, body, model, _models.Gazetteer, _agencies.Value);
        var entities = new EntityGrouping(LanguageTag.Primary(languageTag), text, _countries.Value, _roles.Value).Build(model.Header);
        if (body.Length <= KeepBuffersUpTo)
        {
            _pool.Add(text);
        }
        else
        {
            text.Dispose();
        }

        return entities;
    }

    internal static AgencyLexicon LoadAgencies() => Read("entities.agencies", r => new AgencyLexicon(r));

    private static T Read<T>(string resource, Func<TextReader, T> read)
    {
        using var reader = new StreamReader(EntityModels.Open(resource));
        return read(reader);
    }
}

using Microsoft.Extensions.Caching.Memory;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>
/// Sentences a mode has translated lately. The engine translates a sentence the same whatever stands before and after it, so a correction costs the
/// sentences it changed, and not the paragraphs around them. In memory, bounded by characters. Safe to call concurrently.
/// </summary>
internal sealed class RecentSentences(long maxCharacters) : IDisposable
{
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = maxCharacters });

    public string? Find(string mode, string sentence) => _answers.Get<string>((mode, sentence));

    public void Add(string mode, string sentence, string answer)
        => _answers.Set((mode, sentence), answer, new MemoryCacheEntryOptions { Size = sentence.Length + answer.Length });

    public void Dispose() => _answers.Dispose();
}

using System.Threading.Channels;
using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>Engines that are new, can do more, or are back, until somebody passes it on; where nobody does, the oldest news is dropped. Safe to use concurrently.</summary>
internal sealed class TranslatorNews
{
    private readonly Channel<TranslatorReady> _news = Channel.CreateBounded<TranslatorReady>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });

    public ChannelReader<TranslatorReady> Reader => _news.Reader;

    public void Add(TranslatorReady ready) => _news.Writer.TryWrite(ready);
}

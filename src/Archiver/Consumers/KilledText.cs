using Newswire.Contracts;

namespace Newswire.Archiver.Consumers;

/// <summary>
/// A kill takes back the text itself: its translated paragraphs leave the translation memory too, or the next dispatch that repeats one would bring
/// it back. The archive has cleared the stored translations already.
/// </summary>
public sealed class KilledText(IArchive archive, ITranslationMemory memory)
{
    public async Task ForgetAsync(NewsRecord killed, CancellationToken cancellationToken)
    {
        var versions = await archive.VersionsAsync(killed.Uri, cancellationToken);
        var segments = versions
            .Where(v => (v.Family ?? v.Source) == (killed.Family ?? killed.Source))
            .SelectMany(v => TranslationText.From(v).SegmentHashes)
            .ToHashSet(StringComparer.Ordinal);
        if (segments.Count > 0)
            await memory.ForgetAsync(segments, cancellationToken);
    }
}

using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.PipelineBench;

/// <summary>The enricher's work on both sides.</summary>
internal static class Reading
{
    public static IEnumerable<DispatchEnriched> Items(FormatReader reader, DispatchReceived dispatch, SourceSettings settings)
    {
        var items = reader.Read(RawDispatch.From(dispatch, dispatch.Content, settings)).Items;
        return items.Select(item => new DispatchEnriched
        {
            DispatchId = dispatch.DispatchId,
            DeliveryId = dispatch.DeliveryId,
            ItemIndex = item.Index,
            ItemCount = items.Count,
            Record = item.Record ?? throw new InvalidOperationException($"a story of the bench was refused: {item.Refusal}"),
        });
    }
}

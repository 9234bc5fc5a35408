using Newswire.Contracts;

namespace Newswire.Formats.Signalling;

/// <summary>Puts what the words of an item say about it onto the item: the same in every format.</summary>
internal static class WordsOfItem
{
    public static void Apply(DispatchItem item, EditorialReading reading)
    {
        // Many systems state "update" for every text they send: graver words count beside it.
        if (SignalMarkers.Rank(reading.Signal) > SignalMarkers.Rank(item.Signal))
        {
            item.Signal = reading.Signal;
            item.SignalTarget ??= reading.Target;
            item.HoldReason ??= reading.SignalHold;
        }

        if (item.Embargoed is null && (!item.EmbargoUnreadable || reading.Embargo is not null))
        {
            (item.Embargoed, item.EmbargoUnreadable) = (reading.Embargo, reading.EmbargoUnreadable);
            item.HoldReason ??= reading.EmbargoHold;
            item.Warnings.AddRange(reading.Warnings);
        }
        else if (reading.Embargo?.Instant > item.Embargoed?.Instant)
        {
            // The field of the format counts, and the words beside it only say it again, unless they ask for more.
            item.HoldReason ??= "the words state a later end of the embargo than its field";
        }

        // Not for release until a person has looked.
        if (item.HoldReason is not null) item.PubStatus ??= Statuses.Withheld;
    }
}

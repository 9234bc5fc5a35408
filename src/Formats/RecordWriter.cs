using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>The one place where what a reader found becomes a normalized record (formats: where each value goes).</summary>
public static class RecordWriter
{
    public static NewsRecord Write(DispatchItem item, int index, string format, FormatMatch match, RawDispatch dispatch, string charset)
    {
        _ = (item, index, format, match, dispatch, charset);
        throw new UnreadableDispatchException("unknown-format", "no writer is installed");
    }
}

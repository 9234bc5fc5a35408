using Newswire.Contracts;

namespace Newswire.Formats;

/// <summary>Reads any dispatch: undo compression, detect the format by content, decode, parse within limits, map.</summary>
public sealed class FormatReader(IEnumerable<IDispatchFormat> formats, FormatLimits limits, TimeProvider time)
{
    private readonly IReadOnlyList<IDispatchFormat> _formats = [.. formats];

    /// <summary>All items of a dispatch.</summary>
    /// <exception cref="UnreadableDispatchException">The whole document is refused; it belongs in quarantine.</exception>
    public DispatchReading Read(RawDispatch dispatch, CancellationToken cancellationToken = default)
    {
        _ = (_formats, limits, time, dispatch, cancellationToken);
        throw new UnreadableDispatchException("unknown-format", "no reader is installed");
    }
}

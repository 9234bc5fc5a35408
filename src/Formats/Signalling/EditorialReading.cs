using Newswire.Contracts;

namespace Newswire.Formats.Signalling;

/// <summary>What the words of a headline, its first lines and an editor's note say about the dispatch itself. Absent is null, never a guess.</summary>
public sealed record EditorialReading
{
    /// <summary>Nothing is said: so it is for nearly every item.</summary>
    internal static EditorialReading Nothing { get; } = new();

    /// <summary>One of <see cref="Signals"/>; null when nothing is said.</summary>
    public string? Signal { get; init; }

    /// <summary>The words that said so, as printed.</summary>
    public string? Marker { get; init; }

    /// <summary>Which dispatch a kill, correction, refile or update speaks of, as far as the words name it.</summary>
    public SignalTarget? Target { get; init; }

    /// <summary>Not to be released before; see <see cref="EmbargoUnreadable"/>.</summary>
    public NewsDate? Embargo { get; init; }

    /// <summary>An embargo is stated but not when it ends: hold, never release.</summary>
    public bool EmbargoUnreadable { get; init; }

    /// <summary>Why an editor must decide; null when nobody needs to.</summary>
    public string? HoldReason => SignalHold ?? EmbargoHold;

    /// <summary>The part of <see cref="HoldReason"/> that is in the signal.</summary>
    public string? SignalHold { get; init; }

    /// <summary>The part of <see cref="HoldReason"/> that is in the embargo.</summary>
    public string? EmbargoHold => EmbargoUnreadable ? "an embargo is stated whose end cannot be read" : Embargo is null ? null : "an embargo is stated in the text only";

    /// <summary>The headline without the marker it began with; null when it began with none.</summary>
    public string? HeadlineText { get; init; }

    /// <summary>Warnings of the closed vocabulary (an embargo whose zone or time was assumed, or that cannot be read).</summary>
    public IReadOnlyList<RecordWarning> Warnings { get; init; } = [];

    /// <summary>This reading, with the signal of <paramref name="other"/> where that is graver, and its embargo where there is none.</summary>
    public EditorialReading Graver(EditorialReading other)
    {
        var graver = SignalMarkers.Rank(other.Signal) > SignalMarkers.Rank(Signal) ? this with { Signal = other.Signal, Marker = other.Marker, Target = other.Target ?? Target, SignalHold = other.SignalHold } : this;
        return Embargo is null && !EmbargoUnreadable ? graver with { Embargo = other.Embargo, EmbargoUnreadable = other.EmbargoUnreadable, Warnings = other.Warnings } : graver;
    }
}

/// <summary>What reading needs beside the words: the source's zone and the time the words were written (else received).</summary>
public sealed record SignalContext(SourceSettings Settings, DateTimeOffset Reference);

using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>What <see cref="WireHeadReader"/> found above the text of a dispatch.</summary>
internal sealed class WireHead
{
    /// <summary>Lines that carried markers, embargoes and notes, for <see cref="Signalling.EditorialSignals"/>.</summary>
    public List<string> SignalLines { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Main headline first; empty when none is printed.</summary>
    public List<string> Headlines { get; } = [];

    public string? Byline { get; set; }

    public string? Slug { get; set; }

    public string? Take { get; set; }

    public int? Words { get; set; }

    public Header7901? Header { get; set; }

    public NewsDate? Sent { get; set; }

    public Dateline? Dateline { get; set; }

    /// <summary>"c. 1998 N.Y. Times News Service" below the byline.</summary>
    public string? Copyright { get; set; }

    /// <summary>An agency that stood alone below the byline.</summary>
    public string? Organisation { get; set; }

    /// <summary>The line the text begins at; for a dateline, the line it stands in.</summary>
    public int BodyLine { get; set; }

    /// <summary>What the marker's own line said after the marker, when it is the text ("SPOED Trein ontspoord …").</summary>
    public string? MarkedText { get; set; }

    /// <summary>The text without what stands in brackets before it: "(By Sofia Lin)", "(EDS: UPDATING)".</summary>
    public string TakeOpening(string text)
    {
        var close = text.StartsWith('(') ? text[..Math.Min(text.Length, 80)].IndexOf(')', StringComparison.Ordinal) : -1;
        if (close < 4)
            return text;
        var inner = text[1..close];
        if (inner.StartsWith("EDS:", StringComparison.OrdinalIgnoreCase))
            Notes.Add(inner[4..].Trim());
        else if (Byline is null && inner.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && Bylines.IsNames(inner.AsSpan(3)))
            Byline = inner;
        else
            return text;
        return text[(close + 1)..].TrimStart();
    }
}

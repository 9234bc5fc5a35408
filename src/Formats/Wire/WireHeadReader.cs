using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// Reads what stands above the text: transmission lines, markers, editors' notes, headline, byline, and the dateline that ends it. The lines
/// are taken one by one from the top until the text begins; a line that is none of these begins it.
/// </summary>
internal sealed class WireHeadReader
{
    private const int MostHeadLines = 24;

    private readonly WireHead _head = new();
    private readonly DispatchLines _lines;
    private readonly HeadCredits _credits;
    private readonly PrintedHeadlines _headlines;
    private readonly HeadMarkers _markers;

    private WireHeadReader(DispatchLines lines)
    {
        _lines = lines;
        _credits = new HeadCredits(_head, lines);
        _headlines = new PrintedHeadlines(_head, lines);
        _markers = new HeadMarkers(_head, lines, _headlines);
    }

    /// <summary>Letters set apart in <paramref name="lines"/> are closed up, and markers cut off before a text on the same line.</summary>
    /// <param name="above">The header that was taken off with the envelope already.</param>
    public static WireHead Read(List<string> lines, SourceSettings settings, DateTimeOffset reference, Header7901? above)
    {
        var context = new SignalContext(settings, reference);
        for (var i = 0; i < Math.Min(lines.Count, MostHeadLines); i++)
            lines[i] = LetterSpacing.Closed(lines[i], language: null, context) ?? lines[i];
        return new WireHeadReader(new DispatchLines(lines, context)).Read(above);
    }

    private WireHead Read(Header7901? above)
    {
        var i = 0;
        for (var seen = 0; i < _lines.Count && seen < MostHeadLines; seen++)
        {
            if (_lines.IsBlank(i))
            {
                i++;
                continue;
            }

            if ((_head.Dateline = ReadDateline(i)) is not null)
                break;
            var taken = TakeTransmission(i, seen) ?? _credits.Take(i, seen) ?? _markers.Take(i) ?? _headlines.Take(i) ?? _markers.TakeExplanation(i);
            if (taken is not { } count)
                break;
            i += count;
        }

        _head.BodyLine = i;
        _headlines.Settle(above);
        return _head;
    }

    /// <summary>A dateline in the paragraph that begins here; it may be wrapped over two lines.</summary>
    private Dateline? ReadDateline(int i)
    {
        // "By Jane Doe" stands above a dateline, not in it.
        var wrapped = _lines[i].Length < 100 && _lines.HasText(i + 1) && !Bylines.Is(_lines[i]) && _lines.DatelineAt(i + 1) is not { City: not null };
        var text = wrapped ? _lines.Joined(i, 2) : _lines[i].Trim();
        if (_lines.ReadDateline(text) is { } dateline)
            return dateline;
        var fromWire = _head is not { Byline: null, Slug: null, Header: null };
        return fromWire || _head.Headlines.Count > 0 ? DatelineBare.PlaceAlone(text, regionNeeded: !fromWire) : null;
    }

    /// <summary>Lines that carried the dispatch stand at its very top; further down, text may look like them.</summary>
    private int? TakeTransmission(int i, int seen)
    {
        var line = _lines[i];
        if (seen < 4 && TransmissionLine.Read7901(line) is { } header)
        {
            _head.Header = header;
            return 1;
        }

        if (seen < 5 && TransmissionLine.ReadSlug(line) is { } slug)
        {
            (_head.Slug, _head.Take, _head.Words) = (slug.Slug, slug.Version, slug.Words);
            _head.SignalLines.Add(line);
            if (slug.Version is { Length: > 0 } version)
                _head.SignalLines.Add(version);
            return 1;
        }

        if (seen < 6 && i + 2 < _lines.Count && TransmissionLine.ReadKeywords(line) is { } keywords)
        {
            _head.Slug ??= keywords;
            return 1;
        }

        if (seen < 3 && _lines.SkipBlanks(i + 1) is var below && below < _lines.Count && WireNotes.IsTitle(_lines[below]) && TransmissionLine.ReadCatchline(line) is { } catchline && !_lines.BeginsAnew(below))
        {
            _head.Slug ??= catchline;
            return 1;
        }

        if (seen < 5 && i + 1 < _lines.Count && TransmissionLine.IsCodes(line))
            return 1;
        if (seen < 6 && DateTimeGroup.TryParse(line.AsSpan().Trim("*#= "), _lines.Settings, out var sent))
        {
            _head.Sent = sent;
            return 1;
        }

        return null;
    }
}

using Newswire.Formats.Dialects;
using Newswire.Formats.Feeds;
using Newswire.Formats.NewsML;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Pages;
using Newswire.Formats.Wire;

namespace Newswire.Formats;

/// <summary>Every format Newswire reads, by the standard it follows. Where several match, the highest score wins, then the first here.</summary>
public static class FormatRegistry
{
    public static IReadOnlyList<IDispatchFormat> All { get; } =
    [
        // JSON: told by its first character, so that no mark-up is looked for in its texts
        new DigitalwiresFormat(),
        new NinjsFormat(),
        new JsonFeedFormat(),
        // XML of IPTC: items of news agencies
        new NewsMlG2Format(),
        new NewsMl1Format(),
        new NitfFormat(),
        // XML of one agency, and archives of agency copy
        new RitzauFormat(),
        new CanadianPressFormat(),
        new Rcv1Format(),
        new SgmlCopyFormat(),
        // Feeds and pages of web sites
        new RssFormat(),
        new AtomFormat(),
        new HtmlPageFormat(),
        // Wires: envelopes, mail, and whatever else is text
        new Anpa1312Format(),
        new Iptc7901Format(),
        new MailFormat(),
        new WireTextFormat(),
    ];

    /// <summary>A reader of all formats.</summary>
    public static FormatReader CreateReader(FormatLimits? limits = null, TimeProvider? time = null) =>
        new(All, limits ?? new FormatLimits(), time ?? TimeProvider.System);
}

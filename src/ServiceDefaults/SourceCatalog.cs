using Microsoft.Extensions.Configuration;
using Newswire.Contracts;

namespace Newswire.ServiceDefaults;

/// <summary>The configured feeds (section <c>Sources</c>), by name. A feed that nobody configured has the defaults.</summary>
public sealed class SourceCatalog
{
    private static readonly SourceSettings Unconfigured = new();
    private readonly Dictionary<string, SourceSettings> _sources = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="OptionsException">A feed's settings are unusable; the message names key, value and remedy.</exception>
    public SourceCatalog(IConfiguration configuration)
    {
        foreach (var section in configuration.GetSection("Sources").GetChildren())
        {
            var settings = section.Get<SourceSettings>() ?? new SourceSettings();
            if (settings.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                throw new OptionsException($"{section.Path}:TimeZone is '{zone}', which is no IANA zone; use e.g. Europe/Brussels");
            if (settings.DateOrder is not (null or "dmy" or "mdy"))
                throw new OptionsException($"{section.Path}:DateOrder is '{settings.DateOrder}'; use dmy or mdy");
            if (settings.VersionInId is { Length: > 0 } pattern && VersionPattern.Fault(pattern) is { } fault)
                throw new OptionsException($"{section.Path}:VersionInId is '{pattern}', which {fault}");
            _sources[section.Key] = settings;
        }
    }

    public IReadOnlyCollection<string> Names => _sources.Keys;

    public SourceSettings For(string source) => _sources.GetValueOrDefault(source, Unconfigured);
}

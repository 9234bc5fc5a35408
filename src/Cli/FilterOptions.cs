using System.CommandLine;
using System.Globalization;
using Newswire.Archiver;

namespace Newswire.Cli;

/// <summary>Filters that search, export, replay, translate and audit share.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _language = new("--lang") { Description = "Language of the text, BCP 47.", HelpName = "TAG" };
    private readonly Option<string?> _source = new("--source") { Description = "The feed it came by.", HelpName = "NAME" };
    private readonly Option<string?> _entity = new("--entity") { Description = "A person, place or organization in it.", HelpName = "NAME" };
    private readonly Option<string?> _uri = new("--uri") { Description = "One story.", HelpName = "URI" };
    private readonly Option<string?> _status = new("--status") { Description = "usable, withheld or canceled.", HelpName = "STATUS" };
    private readonly Option<DateTimeOffset?> _from = Time("--from", "Received at or after: 2026-11-25, an RFC 3339 time, or a span back from now such as 90m, 24h, 7d.");
    private readonly Option<DateTimeOffset?> _to = Time("--to", "Received before; written like --from.");
    private readonly Option<int?> _limit = new("--limit") { Description = "At most so many.", HelpName = "N" };

    public void AddTo(Command command)
    {
        _status.AcceptOnlyFromAmong("usable", "withheld", "canceled");
        _limit.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is <= 0)
                r.AddError("--limit must be 1 or more");
        });
        foreach (var option in new Option[] { _language, _source, _entity, _uri, _status, _from, _to, _limit })
            command.Options.Add(option);
    }

    public ArchiveQuery Read(ParseResult parsed) => new()
    {
        Language = parsed.GetValue(_language),
        Source = parsed.GetValue(_source),
        Entity = parsed.GetValue(_entity),
        Uri = parsed.GetValue(_uri),
        Status = parsed.GetValue(_status),
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Limit = parsed.GetValue(_limit),
    };

    private static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryParse(text, TimeProvider.System.GetUtcNow(), out var time))
                return time;
            result.AddError($"{name} '{text}' is no time: use 2026-11-25, 2026-11-25T08:00:00+01:00, or a span back from now such as 24h");
            return null;
        },
    };

    internal static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        time = default;
        if (text.Length > 1 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && text[^1] is 'm' or 'h' or 'd')
        {
            time = now - text[^1] switch { 'm' => TimeSpan.FromMinutes(n), 'h' => TimeSpan.FromHours(n), _ => TimeSpan.FromDays(n) };
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}

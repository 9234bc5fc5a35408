using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>How a record's values compare with the rows of expected.jsonl: instants as instants, text after NFC and blank folding, lists as "at least these".</summary>
internal static partial class ExpectedValues
{
    /// <summary>"field: expected … but was …" for every value that is not right.</summary>
    public static IEnumerable<string> Faults(NewsRecord record, JsonElement expected)
    {
        foreach (var field in expected.EnumerateObject())
        {
            if (field.Name == "encoding") continue;
            if (!IsRight(record, field.Name, field.Value, out var actual)) yield return $"{field.Name}: expected {field.Value} but was {actual ?? "nothing"}";
        }
    }

    private static bool IsRight(NewsRecord record, string field, JsonElement want, out string? actual)
    {
        var item = record.Item;
        var text = want.ValueKind == JsonValueKind.String ? want.GetString()! : want.GetRawText();
        switch (field)
        {
            case "guid":
                actual = Guid(item);
                return Fold(WebUtility.HtmlDecode(actual ?? "")) == Fold(WebUtility.HtmlDecode(text));
            case "guid_any":
                var guid = actual = Guid(item);
                return want.EnumerateArray().Any(e => Fold(e.GetString()!) == Fold(guid ?? ""));
            case "link":
                actual = item.Renditions?.FirstOrDefault(r => r.Name == "web")?.Href;
                return actual == text;
            case "firstcreated":
                return Same(item.FirstCreated, text, out actual);
            case "versioncreated":
                return Same(item.VersionCreated, text, out actual);
            case "embargoed":
                return Same(item.EmbargoedUntil, text, out actual);
            case "language":
                actual = record.Language?.Tag ?? item.Language;
                return actual is null || Primary(actual) == Primary(text);
            case "byline":
                actual = item.By;
                return Bare(WithoutBy(actual)) == Bare(WithoutBy(text));
            case "credit":
                actual = record.Credit is null ? null : string.Join('/', record.Credit.Select(c => c.Name));
                return Bare(actual) == Bare(text);
            case "dateline":
                actual = record.Description("dateline");
                return Bare(actual) == Bare(text);
            case "dateline_city":
                actual = item.Located;
                return Bare(actual) == Bare(text);
            case "dateline_date":
                actual = record.Dates?.Content?.Value;
                return actual is not null && actual[..Math.Min(10, actual.Length)] == text;
            case "headline":
                actual = record.Headline();
                return Plain(actual) == Plain(text);
            case "slugline":
                actual = item.Slugline;
                return Plain(actual) == Plain(text);
            case "ednote":
                actual = item.EdNote;
                return Plain(actual) == Plain(text);
            case "body_excerpt":
                actual = record.Text() ?? record.Html();
                return Holds(actual, text);
            case "keywords":
                var words = item.Subjects?.Where(s => s.Rel == "keyword").Select(s => Fold(s.Name)).ToHashSet() ?? [];
                actual = string.Join(", ", words);
                return want.EnumerateArray().All(e => words.Contains(Fold(e.GetString()!)));
            case "subjects":
                var codes = item.Subjects?.Where(s => s.Uri is not null).Select(s => Topic(s.Uri!)).ToHashSet() ?? [];
                actual = string.Join(", ", codes);
                return want.EnumerateArray().All(e => codes.Contains(Topic(e.GetString()!)));
            case "preformatted":
                actual = record.Html();
                return (actual?.Contains("<pre", StringComparison.Ordinal) == true) == want.GetBoolean();
            case "urgency":
                actual = item.Urgency?.ToString(CultureInfo.InvariantCulture);
                return actual == text;
            case "version":
                actual = record.Version.Label;
                return actual == text;
            case "pubstatus":
                actual = record.Status;
                return actual == text;
            case "signal":
                actual = record.Signal;
                return actual == text;
            default:
                throw new InvalidOperationException("no comparison rule for " + field);
        }
    }

    private static string? Guid(NinjsItem item) => item.AltIds?.FirstOrDefault(a => a.Role == "guid")?.Value ?? item.Uri;

    private static bool Same(DateTimeOffset? actual, string expected, out string? shown)
    {
        shown = actual?.ToString("O", CultureInfo.InvariantCulture);
        if (actual is not { } instant) return false;
        return instant.ToUnixTimeSeconds() == DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
    }

    private static string Primary(string tag) => tag.ToLowerInvariant().Split('-', '_')[0] switch { "no" or "nn" => "nb", "iw" => "he", "in" => "id", var other => other };

    private static string Fold(string value) => Blanks().Replace(value.Normalize(NormalizationForm.FormC), " ").Trim();

    private static string Plain(string? html) => Fold(WebUtility.HtmlDecode(Tags().Replace(html ?? "", " ")));

    private static string Bare(string? value) => Others().Replace(Fold(value ?? ""), " ").Trim().ToLowerInvariant();

    private static string WithoutBy(string? value) => By().Replace(Fold(value ?? ""), "").Trim(' ', '=');

    private static string Topic(string value) => Code().Match(value) is { Success: true } match ? match.Value : value;

    private static bool Holds(string? actual, string expected)
    {
        string text = Plain(actual), want = Plain(expected);
        return text.Contains(want[..Math.Min(100, want.Length)], StringComparison.Ordinal)
            || (want.Length >= 110 && text.Contains(want[60..Math.Min(150, want.Length)], StringComparison.Ordinal))
            || Bare(text).Contains(Bare(want)[..Math.Min(80, Bare(want).Length)], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[\s\u00a0\u202f]+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<[A-Za-z/!?][^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\W_]+")]
    private static partial Regex Others();

    [GeneratedRegex(@"^(by|von|par|por|av|door|di|af|text:)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex By();

    [GeneratedRegex("[0-9]{8}$")]
    private static partial Regex Code();
}

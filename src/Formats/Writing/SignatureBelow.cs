using Newswire.Formats.Wire;

namespace Newswire.Formats.Writing;

/// <summary>
/// "/ritzau/", "(AFP)" or "(©NTB)" as the last paragraph is whom the text is credited to, and no part of it, in HTML as in plain wire text.
/// </summary>
internal static class SignatureBelow
{
    private const int Longest = 40;

    public static void Take(DispatchItem item)
    {
        if (!item.SignsInWords || item.Body is not { } body || body.Length == 0 || body[^1] is not ('/' or ')')) return;
        var at = body.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (at < 0 || body.Length - at > Longest || body[at + 2] is not ('/' or '(')) return;
        var printed = body[(at + 2)..];
        if (Signature.OfAgencies(printed.AsSpan().Trim("/()©* ")) is not { } agencies) return;
        if (item.BodyHtml is { } html)
        {
            var paragraph = "<p>" + printed + "</p>";
            if (!html.EndsWith(paragraph, StringComparison.Ordinal)) return;
            item.BodyHtml = html[..^paragraph.Length];
        }

        item.Body = body[..at].TrimEnd();
        if (item.CreditLine is null) Signature.Credit(item, agencies);
    }
}

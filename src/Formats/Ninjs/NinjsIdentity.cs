using Newswire.Formats.Json;

namespace Newswire.Formats.Ninjs;

/// <summary>The identifier of a ninjs item: its uri, or what a system writes in its place.</summary>
internal static class NinjsIdentity
{
    /// <summary>Null when it has none.</summary>
    public static string? Of(JsonFields fields)
    {
        var stated = (fields.Get("uri").AsText() ?? fields.Get("guid").AsText())?.Trim();
        // One agency adds to the address what belongs to the request: the story is told by its own identifier.
        var own = fields.Get("altids").Get("itemid").AsText()?.Trim();
        if (own is null || stated is null) return stated ?? own;
        var query = stated.IndexOf('?', StringComparison.Ordinal);
        return query > 0 && stated.AsSpan(0, query).EndsWith(own, StringComparison.Ordinal) ? stated[..query] : stated;
    }
}

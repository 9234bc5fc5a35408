using System.Text.Json;
using Newswire.Formats.Json;

namespace Newswire.Formats.Ninjs;

/// <summary>Tells the sources of a ninjs document that provide it from those who had another part in it: authors, photographers, who was quoted.</summary>
internal static class NinjsSources
{
    private static readonly HashSet<string> Providers = new(StringComparer.OrdinalIgnoreCase) { "provider", "publisher", "distributor", "supplier", "source", "agency", "contentprovider", "newsprovider" };

    /// <summary>A source without role provides. A role may be a word, a qcode or the address of a concept.</summary>
    public static bool IsProvider(JsonElement source)
    {
        if (source.Get("role").AsText()?.Trim() is not { Length: > 0 } role) return true;
        return Providers.Contains(role[(role.AsSpan().LastIndexOfAny(":/#") + 1)..]);
    }
}

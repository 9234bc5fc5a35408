using System.Text.RegularExpressions;

namespace Newswire.Contracts;

/// <summary>
/// The names of a record that translation must give back exactly: those of persons. Places are not among them (Kaboul must become Kabul), nor are
/// organizations: most have a name in each language (Tribunal Supremo, ONU), and protecting them cost up to half a point of BLEU and chrF2. Of theirs only
/// transliterated compounds are protected: the middle of Tehreek-e-Taliban is a word in Spanish.
/// </summary>
public static partial class ProtectedNames
{
    /// <summary>One entry for each spelling, with its spans in the plain-text body (none when only the headline has it).</summary>
    public static IReadOnlyList<ProtectedName> From(NewsRecord record)
    {
        var body = TranslationText.PlainBody(record) ?? string.Empty;
        var headline = TranslationText.MainHeadline(record) ?? string.Empty;
        var found = new Dictionary<string, (string Key, List<int[]> Spans)>(StringComparer.Ordinal);
        foreach (var entity in record.Entities ?? [])
        {
            if (entity.Type is not ("person" or "organization"))
                continue;
            foreach (var span in entity.Mentions)
                Add(found, body, span, entity, inBody: true);
            foreach (var span in entity.HeadlineMentions ?? [])
                Add(found, headline, span, entity, inBody: false);
        }
        return [.. found.Select(f => new ProtectedName { Text = f.Key, Key = f.Value.Key, Spans = f.Value.Spans })];
    }

    private static void Add(
        Dictionary<string, (string Key, List<int[]> Spans)> found, string text, int[] span, NamedEntity entity, bool inBody)
    {
        // A span that does not fit this text (an editor's change since) protects nothing rather than something else.
        if (span is not [var start, var length] || start < 0 || length <= 0 || start + length > text.Length)
            return;
        var surface = text.Substring(start, length);
        if (entity.Type == "person")
            Add(found, surface, start, entity.Key, inBody);
        else if (Compound().Match(surface) is { Success: true } compound)
            Add(found, compound.Value, start + compound.Index, entity.Key, inBody);
    }

    private static void Add(Dictionary<string, (string Key, List<int[]> Spans)> found, string surface, int start, string key, bool inBody)
    {
        if (!found.TryGetValue(surface, out var entry))
            found[surface] = entry = (key, []);
        if (inBody)
            entry.Spans.Add([start, surface.Length]);
    }

    [GeneratedRegex(@"\b\p{Lu}\w*-\p{Ll}{1,3}-\p{Lu}\w*\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compound();
}

using Newswire.Contracts;

namespace Newswire.Formats.Xml;

/// <summary>What the DTD inside a document declares: entities that reach outside it, or grow in it, are attacks.</summary>
internal static class EntityDeclarations
{
    private const string Opening = "<!ENTITY";

    // "&#x1F1E7;" is the longest that stands for a character.
    private const int LongestCharacter = 12;

    public static bool AnyIn(ReadOnlySpan<char> dtd) => dtd.Contains(Opening, StringComparison.Ordinal);

    /// <summary>An entity outside the document would silently be empty, and what it names is not ours to fetch.</summary>
    /// <exception cref="UnreadableDispatchException">There is one.</exception>
    public static void RefuseExternal(ReadOnlySpan<char> dtd)
    {
        while (Next(ref dtd, out var declaration))
        {
            var quote = declaration.IndexOfAny('"', '\'');
            if (quote >= 0) declaration = declaration[..quote];
            if (declaration.Contains("SYSTEM", StringComparison.Ordinal) || declaration.Contains("PUBLIC", StringComparison.Ordinal))
                throw new UnreadableDispatchException(ReasonCodes.ExternalEntity, "declares an entity outside the document");
        }
    }

    /// <summary>Entities that stand for characters, as HTML's do: no amplification, whatever else is wrong with the document.</summary>
    public static bool AreCharacters(ReadOnlySpan<char> dtd)
    {
        while (Next(ref dtd, out var declaration))
        {
            var quote = declaration.IndexOfAny('"', '\'');
            if (quote < 0 || declaration[..quote].Contains('%')) return false;
            var value = declaration[(quote + 1)..].TrimEnd().TrimEnd("\"'");
            if (value.Length > LongestCharacter || (value.Contains('&') && !value.StartsWith("&#", StringComparison.Ordinal))) return false;
        }

        return true;
    }

    /// <summary>What the next declaration says, and the text after it; those that bring nothing into the document are passed over.</summary>
    private static bool Next(ref ReadOnlySpan<char> dtd, out ReadOnlySpan<char> declaration)
    {
        declaration = default;
        for (var at = dtd.IndexOf(Opening); at >= 0; at = dtd.IndexOf(Opening))
        {
            dtd = dtd[(at + Opening.Length)..];
            var end = dtd.IndexOf('>');
            declaration = end < 0 ? dtd : dtd[..end];
            if (!IsHarmlessParameter(declaration)) return true;
        }

        return false;
    }

    /// <summary>
    /// A parameter entity (%) brings no text: where it names a DTD beside the document, as agencies do, or HTML's characters, as old feeds do,
    /// nothing is lost without it; one with another address is an attack.
    /// </summary>
    private static bool IsHarmlessParameter(ReadOnlySpan<char> declaration)
    {
        if (!declaration.TrimStart().StartsWith('%')) return false;
        const string Public = "PUBLIC", Characters = "-//W3C//ENTITIES ";
        if (declaration.IndexOf(Public) is var at and >= 0 && declaration[(at + Public.Length)..].TrimStart().TrimStart("\"'").StartsWith(Characters)) return true;
        var system = declaration.TrimEnd().TrimEnd("\"'");
        system = system[(system.LastIndexOfAny('"', '\'') + 1)..];
        return system.EndsWith(".dtd", StringComparison.OrdinalIgnoreCase) && !system.ContainsAny(":\\%") && !system.StartsWith('/');
    }
}

using System.Xml;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Xml;

/// <summary>
/// Reads XML into elements: strictly first, and where that fails with a forgiving reader, because one bare ampersand must not cost a feed
/// its items. Nothing outside the document is ever loaded.
/// </summary>
internal static class XmlTree
{
    /// <param name="isItem">Says of an element, whose parents are known, whether it is an item.</param>
    /// <exception cref="UnreadableDispatchException">Hostile, or not XML, or cut off before its first item was whole.</exception>
    public static XmlReading Read(DispatchText document, ReadContext context, RootElement root, Func<Element, bool> isItem)
    {
        if (!root.Preceded && !HasOddCase(root))
        {
            var reading = new XmlReading();
            try
            {
                ReadStrictly(document.Text, context, new TreeBuilder(reading, isItem, context));
                if (document.Text is [not '<', ..]) reading.Warn(WarningCodes.MarkupRepaired, "blanks before the document");
                return reading;
            }
            catch (XmlException e)
            {
                RefuseHostile(document.Text, e);
            }
        }

        return ReadForgivingly(document.Text, context, root, isItem);
    }

    /// <summary>RSS in capitals is read by the forgiving reader, with its names in lower case.</summary>
    private static bool HasOddCase(RootElement root) => root.Name.Equals("rss", StringComparison.OrdinalIgnoreCase) && root.Name != "rss";

    private static XmlReading ReadForgivingly(string text, ReadContext context, RootElement root, Func<Element, bool> isItem)
    {
        var reading = new XmlReading();
        ForgivingXml.Read(text, root.Name, HasOddCase(root), new TreeBuilder(reading, isItem, context), reading);
        reading.Warn(WarningCodes.MarkupRepaired, "not well-formed XML");
        if (reading.Items.Count > 0 || !reading.Truncated) return reading;
        throw new UnreadableDispatchException(ReasonCodes.Truncated, "the document is cut off before its first item is whole");
    }

    private static void ReadStrictly(string text, ReadContext context, TreeBuilder builder)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF')) start++;
        using var input = new StringReader(start == 0 ? text : text[start..]);
        using var reader = XmlReader.Create(input, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            // Nought would mean no limit at all.
            MaxCharactersFromEntities = Math.Max(1, context.Limits.EntityCharacters),
            MaxCharactersInDocument = context.Limits.Characters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        while (!builder.Done && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var empty = reader.IsEmptyElement;
                    builder.Start(ElementOf(reader, context.Limits));
                    if (empty) builder.End();
                    break;
                case XmlNodeType.EndElement:
                    builder.End();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    builder.Text(reader.Value);
                    break;
                case XmlNodeType.Whitespace:
                    builder.Text("\n");
                    break;
                case XmlNodeType.EntityReference:
                    // Declared in a DTD that is not loaded; most are HTML's.
                    builder.Text(Entities.Decode("&" + reader.Name + ";"));
                    break;
                case XmlNodeType.DocumentType:
                    RefuseExternalEntities(reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private static Element ElementOf(XmlReader reader, FormatLimits limits)
    {
        IReadOnlyList<ElementAttribute> attributes = [];
        if (reader.AttributeCount > limits.Attributes)
            throw new UnreadableDispatchException(ReasonCodes.TooLarge, $"an element with more than {limits.Attributes} attributes (Formats:Limits:Attributes)");
        var (name, prefix, ns) = (reader.LocalName, reader.Prefix, reader.NamespaceURI);
        if (reader.HasAttributes)
        {
            var list = new List<ElementAttribute>(reader.AttributeCount);
            while (reader.MoveToNextAttribute())
                if (reader.Prefix != "xmlns" && reader.Name != "xmlns") list.Add(new ElementAttribute(reader.LocalName, reader.NamespaceURI, reader.Value));
            reader.MoveToElement();
            attributes = list;
        }

        return new Element { Name = name, Prefix = prefix, Namespace = ns, Attributes = attributes };
    }

    /// <summary>
    /// An entity outside the document would silently be empty, and what it names is not ours to fetch. A parameter entity (%) brings no text:
    /// where it names a DTD beside the document, as agencies do, or HTML's characters, as old feeds do, nothing is lost without it; one with another
    /// address is an attack.
    /// </summary>
    private static void RefuseExternalEntities(string subset)
    {
        for (var at = subset.IndexOf("<!ENTITY", StringComparison.Ordinal); at >= 0; at = subset.IndexOf("<!ENTITY", at + 8, StringComparison.Ordinal))
        {
            var end = subset.IndexOf('>', at);
            var declaration = subset.AsSpan(at, (end < 0 ? subset.Length : end) - at);
            if (IsHarmlessParameter(declaration)) continue;
            var quote = declaration.IndexOfAny('"', '\'');
            if (quote >= 0) declaration = declaration[..quote];
            if (declaration.Contains("SYSTEM", StringComparison.Ordinal) || declaration.Contains("PUBLIC", StringComparison.Ordinal))
                throw new UnreadableDispatchException(ReasonCodes.ExternalEntity, "declares an entity outside the document");
        }
    }

    /// <summary>Entities that stand for characters, as HTML's do: no amplification, whatever else is wrong with the document.</summary>
    private static bool DeclaresOnlyCharacters(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf("<!ENTITY", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<!ENTITY", StringComparison.Ordinal))
        {
            text = text[at..];
            var end = text.IndexOf('>');
            var declaration = end < 0 ? text : text[..end];
            text = text["<!ENTITY".Length..];
            if (IsHarmlessParameter(declaration)) continue;
            var quote = declaration.IndexOfAny('"', '\'');
            var value = quote < 0 ? default : declaration[(quote + 1)..].TrimEnd().TrimEnd("\"'");
            const int LongestCharacter = 12;
            if (quote < 0 || declaration[..quote].Contains('%') || value.Length > LongestCharacter || (value.Contains('&') && !value.StartsWith("&#", StringComparison.Ordinal))) return false;
        }

        return true;
    }

    /// <summary>A DTD beside the document, or the lists of characters of HTML, which are known without their address.</summary>
    private static bool IsHarmlessParameter(ReadOnlySpan<char> declaration)
    {
        var text = declaration["<!ENTITY".Length..].TrimStart();
        if (!text.StartsWith("%", StringComparison.Ordinal)) return false;
        if (text.IndexOf("PUBLIC", StringComparison.Ordinal) is var at and >= 0 && text[(at + "PUBLIC".Length)..].TrimStart().TrimStart("\"'").StartsWith("-//W3C//ENTITIES ", StringComparison.Ordinal)) return true;
        var system = declaration.TrimEnd().TrimEnd("\"'");
        system = system[(system.LastIndexOfAny('"', '\'') + 1)..];
        return system.EndsWith(".dtd", StringComparison.OrdinalIgnoreCase) && !system.ContainsAny(":\\%") && !system.StartsWith("/", StringComparison.Ordinal);
    }

    /// <summary>What the forgiving reader must not be given.</summary>
    private static void RefuseHostile(string text, XmlException e)
    {
        if (e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
            throw new UnreadableDispatchException(ReasonCodes.TooLarge, e.Message);
        var doctype = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (doctype < 0 || doctype > 4_096) return;
        var subset = text.AsSpan(doctype);
        if (subset.IndexOf("<!ENTITY", StringComparison.Ordinal) < 0) return;
        RefuseExternalEntities(text[doctype..Math.Min(text.Length, doctype + 100_000)]);
        if (DeclaresOnlyCharacters(subset) && !e.Message.Contains("MaxCharacters", StringComparison.Ordinal)) return;
        throw new UnreadableDispatchException(ReasonCodes.Entities, "declares entities that cannot be read: " + e.Message);
    }
}

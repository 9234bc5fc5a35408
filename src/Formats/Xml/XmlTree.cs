using System.Xml;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Xml;

/// <summary>
/// Reads XML into elements: strictly first, and where that fails with a forgiving reader, because one bare ampersand must not cost a feed
/// its items. Nothing outside the document is ever loaded.
/// </summary>
internal static class XmlTree
{
    private const int LatestDoctype = 4_096;

    // A declaration that is cut short reaches to the end of what is looked at: of four megabytes of them, each to its end, is a minute.
    private const int LongestSubset = 100_000;

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
                    EntityDeclarations.RefuseExternal(reader.Value);
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

    /// <summary>What the forgiving reader must not be given.</summary>
    private static void RefuseHostile(string text, XmlException e)
    {
        if (e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
            throw new UnreadableDispatchException(ReasonCodes.TooLarge, e.Message);
        var doctype = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (doctype < 0 || doctype > LatestDoctype) return;
        var subset = text.AsSpan(doctype, Math.Min(text.Length - doctype, LongestSubset));
        if (!EntityDeclarations.AnyIn(subset)) return;
        EntityDeclarations.RefuseExternal(subset);
        if (EntityDeclarations.AreCharacters(subset) && !e.Message.Contains("MaxCharacters", StringComparison.Ordinal)) return;
        throw new UnreadableDispatchException(ReasonCodes.Entities, "declares entities that cannot be read: " + e.Message);
    }
}

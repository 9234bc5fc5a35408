using System.Buffers.Binary;
using System.Text;

namespace Newswire.ModelTrainer.Corpora;

/// <summary>A compiled gettext catalogue (<c>.mo</c>): the English messages and what they are in another language, plural forms apart.</summary>
internal static class GettextCatalog
{
    private const uint Magic = 0x950412de;
    private const int CountAt = 8;
    private const int SourcesAt = 12;
    private const int TargetsAt = 16;
    private const int EntrySize = 8;

    // What stands before it in a message says where the message is used.
    private const char ContextEnd = '\u0004';
    private const char FormEnd = '\0';

    public static IEnumerable<(string Text, bool English)> Messages(byte[] file)
    {
        if (file.Length < TargetsAt + 4)
            yield break;
        var little = BinaryPrimitives.ReadUInt32LittleEndian(file) == Magic;
        var count = Number(file, CountAt, little);
        for (var i = 0; i < count; i++)
        {
            var source = Text(file, Number(file, SourcesAt, little) + (i * EntrySize), little);
            var target = Text(file, Number(file, TargetsAt, little) + (i * EntrySize), little);
            // The message without a text is the catalogue's own header.
            if (source.Length == 0)
                continue;
            foreach (var form in source[(source.IndexOf(ContextEnd) + 1)..].Split(FormEnd))
                yield return (form, true);
            foreach (var form in target.Split(FormEnd))
                yield return (form, false);
        }
    }

    private static int Number(byte[] file, int at, bool little)
        => little ? BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at)) : BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));

    private static string Text(byte[] file, int at, bool little)
        => Encoding.UTF8.GetString(file, Number(file, at + 4, little), Number(file, at, little));
}

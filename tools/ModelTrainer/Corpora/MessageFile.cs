using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Newswire.ModelTrainer.Corpora;

/// <summary>The messages of a file of a translated program, by its format, with the language that its name or folder says.</summary>
internal static class MessageFile
{
    public static IEnumerable<(string Text, string Language)> Read(string path)
    {
        var parts = path.Split('/');
        var name = Path.GetFileNameWithoutExtension(path);
        switch (Path.GetExtension(path))
        {
            case ".mo":
                var folder = Array.IndexOf(parts, "LC_MESSAGES");
                var language = LocaleCode.Language(folder > 0 ? parts[folder - 1] : LocaleCode.Ending(name));
                return language is null ? [] : GettextCatalog.Messages(File.ReadAllBytes(path)).Select(message => (message.Text, message.English ? "en" : language));
            case ".xpi":
                return In(LocaleCode.Language(name["langpack-".Length..name.IndexOf('@')]), LanguagePack.Messages(path));
            case ".json":
                return In(LocaleCode.Language(name), JsonMessages(path));
            case ".page":
                return In(LocaleCode.Language(parts[Array.LastIndexOf(parts, "help") + 1]), Paragraphs(path));
            case ".txt":
                return In(LocaleCode.Language(parts[^2]), [File.ReadAllText(path).Replace('\n', ' ')]);
            default:
                return [];
        }
    }

    private static IEnumerable<(string Text, string Language)> In(string? language, IEnumerable<string> messages)
        => language is null ? [] : messages.Select(message => (message, language));

    private static List<string> JsonMessages(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.ValueKind != JsonValueKind.Object ? []
            : [.. json.RootElement.EnumerateObject().Where(pair => pair.Value.ValueKind == JsonValueKind.String).Select(pair => pair.Value.GetString()!)];
    }

    /// <summary>Mallard, the format of GNOME's help.</summary>
    private static List<string> Paragraphs(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return [.. XDocument.Load(reader).Descendants().Where(element => element.Name.LocalName is "p" or "title" or "desc").Select(element => element.Value.ReplaceLineEndings(" "))];
    }
}

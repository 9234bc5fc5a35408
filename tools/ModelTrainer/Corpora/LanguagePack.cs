using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Newswire.ModelTrainer.Corpora;

/// <summary>The messages of a Mozilla language pack (<c>.xpi</c>): Fluent (<c>.ftl</c>) and <c>.properties</c> files in a ZIP archive.</summary>
internal static partial class LanguagePack
{
    private const int MatchMilliseconds = 10_000;

    public static IEnumerable<string> Messages(string file)
    {
        using var pack = ZipFile.OpenRead(file);
        foreach (var entry in pack.Entries)
        {
            var fluent = entry.FullName.EndsWith(".ftl", StringComparison.Ordinal);
            if (!fluent && !entry.FullName.EndsWith(".properties", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            foreach (var message in fluent ? Fluent(reader) : Properties(reader))
                yield return message;
        }
    }

    /// <summary>A message goes on over indented lines; attributes and the variants of a choice are messages of their own.</summary>
    private static IEnumerable<string> Fluent(TextReader reader)
    {
        var message = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            var start = FluentStart().Match(line);
            if (start.Success || line.StartsWith('#') || line.Length == 0 || line.EndsWith("->", StringComparison.Ordinal))
            {
                yield return message.ToString();
                message.Clear();
            }

            if (start.Success)
                message.Append(line.AsSpan(start.Length));
            else if (line.StartsWith(' ') && !line.EndsWith("->", StringComparison.Ordinal))
                message.Append(' ').Append(line.AsSpan().Trim());
        }

        yield return message.ToString();
    }

    private static IEnumerable<string> Properties(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !line.StartsWith('#'))
                yield return line[(equals + 1)..];
        }
    }

    [GeneratedRegex(@"^(-?[a-zA-Z][\w-]*\s*=|\s+\.[\w-]+\s*=|\s+\*?\[\s*[\w-]+\s*\])\s*", RegexOptions.ExplicitCapture, MatchMilliseconds)]
    private static partial Regex FluentStart();
}

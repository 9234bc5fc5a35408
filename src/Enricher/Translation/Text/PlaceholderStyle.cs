using System.Globalization;
using System.Text.RegularExpressions;

namespace Newswire.Enricher.Translations.Text;

/// <summary>
/// How protected names travel through an engine. In our own text a placeholder is <c>U+E010 number U+E011</c> ("neutral"); each engine gets the form
/// that survives it best, and its answer is turned back.
/// </summary>
public abstract partial class PlaceholderStyle
{
    public const char Open = '\uE010';
    public const char Close = '\uE011';

    /// <summary>ZQ0, ZQ1 …: unknown words, for engines without markup. 100 % of 1,767 names came through three Apertium routes.</summary>
    public static PlaceholderStyle Word { get; } = new WordStyle();

    /// <summary>Empty elements, the rest escaped, for engines that understand XML.</summary>
    public static PlaceholderStyle Xml { get; } = new XmlStyle();

    /// <summary>⟦0⟧, for language models.</summary>
    public static PlaceholderStyle Brackets { get; } = new BracketStyle();

    public static string Neutral(int number) => $"{Open}{number.ToString(CultureInfo.InvariantCulture)}{Close}";

    /// <summary>To the engine's form. <paramref name="token"/> is needed to read the answer.</summary>
    public abstract string Render(string neutral, out string token);

    /// <summary>Back to neutral; what the engine altered beyond recognition stays text and fails the placeholder check.</summary>
    public abstract string Parse(string answer, string token);

    [GeneratedRegex("\uE010(?<number>[0-9]+)\uE011", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    internal static partial Regex NeutralPattern();

    private static string ToNeutral(Match match) => $"{Open}{match.Groups["number"].Value}{Close}";

    private sealed class WordStyle : PlaceholderStyle
    {
        private static readonly string[] Prefixes = ["ZQ", "QZ", "ZX", "XQ", "QX", "XZ", "ZK", "KZ", "QK"];

        public override string Render(string neutral, out string token)
        {
            var prefix = Array.Find(Prefixes, p => !neutral.Contains(p, StringComparison.OrdinalIgnoreCase)) ?? Prefixes[0];
            token = prefix;
            return NeutralPattern().Replace(neutral, m => prefix + m.Groups["number"].Value);
        }

        // Greedy digits in one pass, so that ZQ1 never eats ZQ10; case-proof, because some engines change the case of whole texts.
        public override string Parse(string answer, string token)
            => Regex.Replace(answer, token + "(?<number>[0-9]+)", ToNeutral, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private sealed class XmlStyle : PlaceholderStyle
    {
        public override string Render(string neutral, out string token)
        {
            token = string.Empty;
            var escaped = neutral.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            return NeutralPattern().Replace(escaped, m => $"<x id=\"{m.Groups["number"].Value}\"/>");
        }

        public override string Parse(string answer, string token)
            => Element().Replace(answer, ToNeutral)
                .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private sealed class BracketStyle : PlaceholderStyle
    {
        public override string Render(string neutral, out string token)
        {
            token = string.Empty;
            return NeutralPattern().Replace(neutral, m => $"⟦{m.Groups["number"].Value}⟧");
        }

        public override string Parse(string answer, string token) => Bracketed().Replace(answer, ToNeutral);
    }

    [GeneratedRegex("<x id=\"(?<number>[0-9]+)\"\\s*(?:/>|></x>)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element();

    [GeneratedRegex("⟦(?<number>[0-9]+)⟧", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}

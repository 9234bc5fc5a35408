using System.ComponentModel.DataAnnotations;

namespace Newswire.Enricher.Translations;

/// <summary>Section <c>Enricher:Translation</c>. Bad values stop the start-up; an unreachable engine does not.</summary>
public sealed class TranslationOptions
{
    public const string Section = "Enricher:Translation";

    /// <summary>BCP 47 tags every item is translated to, unless its feed has its own list. Default en and es; an empty entry turns translation off.</summary>
    public IList<string> Targets { get; set; } = [];

    /// <summary>Engines in order, by pair: "fr>en", "*>en", "fr>*" or "*". Default: all configured ones, best first.</summary>
    public IDictionary<string, IList<string>> Chains { get; set; } = new Dictionary<string, IList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lowest tier by target ("en" or "*"): gist, neural or llm. Default: any.</summary>
    public IDictionary<string, string> MinQuality { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the text of a feed may go ("belga" or "*"): any, local or none. Default any; none gives state withheld.</summary>
    public IDictionary<string, string> Egress { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Characters a calendar month (UTC), by engine and then by feed or "*". Default: unlimited.</summary>
    public IDictionary<string, IDictionary<string, long>> MonthlyCharacters { get; set; }
        = new Dictionary<string, IDictionary<string, long>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether embargoed text may leave the house. Default false.</summary>
    public bool EmbargoedTextMayLeave { get; set; }

    /// <summary>Longer texts are not sent. Default 200,000 characters.</summary>
    [Range(1, 10_000_000)]
    public int MaxCharacters { get; set; } = 200_000;

    public ApertiumOptions Apertium { get; set; } = new();

    public LibreTranslateOptions LibreTranslate { get; set; } = new();

    public DeepLOptions DeepL { get; set; } = new();

    public OpenAiOptions OpenAi { get; set; } = new();

    public MemoryOptions Memory { get; set; } = new();

    /// <summary>The configured targets or the default.</summary>
    public IReadOnlyList<string> EffectiveTargets => Targets.Count == 0 ? ["en", "es"] : [.. Targets.Where(t => t.Length > 0)];
}

public sealed class ApertiumOptions
{
    /// <summary>Off: installed modes are not used.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Install prefix. Default /usr, where Debian's packages are.</summary>
    [Required]
    public string Prefix { get; set; } = "/usr";

    /// <summary>Pipelines a mode. Default: one a core.</summary>
    [Range(1, 64)]
    public int PoolSize { get; set; } = Math.Min(Environment.ProcessorCount, 64);

    /// <summary>Minutes without work after which a pipeline is stopped.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 10;

    /// <summary>Memory of all pipelines in MiB above which unused ones of the least used mode are stopped.</summary>
    [Range(64, 1_000_000)]
    public int MaxMiB { get; set; } = 2048;

    /// <summary>Characters of sentences and their translations kept in memory, so that a correction costs only what it changed. Default 4 million (about 8 MB); 0: none.</summary>
    [Range(0, 1_000_000_000)]
    public long RecentCharacters { get; set; } = 4_000_000;

    /// <summary>Own routes, preferred to the built-in table: "fr>en" to "fra-cat,cat-spa,spa-eng".</summary>
    public IDictionary<string, string> Routes { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

public sealed class LibreTranslateOptions
{
    /// <summary>Base address; absent: not used.</summary>
    public Uri? Url { get; set; }

    /// <summary>File with the key; the environment variable LIBRETRANSLATE_API_KEY does as well.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Text sent there stays in the house. Default: true for loopback and private addresses only.</summary>
    public bool? IsLocal { get; set; }
}

public sealed class DeepLOptions
{
    /// <summary>File with the key; the environment variable DEEPL_AUTH_KEY does as well. Without a key: not used.</summary>
    public string? KeyFile { get; set; }

    /// <summary>For a proxy; default: by the kind of key.</summary>
    public Uri? Url { get; set; }

    [RegularExpression("EN-GB|EN-US")]
    public string EnglishVariant { get; set; } = "EN-GB";

    [RegularExpression("PT-PT|PT-BR")]
    public string PortugueseVariant { get; set; } = "PT-PT";

    public string? GlossaryId { get; set; }
}

public sealed class OpenAiOptions
{
    /// <summary>Base address ending in /v1 or alike; absent: not used.</summary>
    public Uri? Url { get; set; }

    /// <summary>File with the key; the environment variable OPENAI_API_KEY does as well. Local servers need none.</summary>
    public string? KeyFile { get; set; }

    public string Model { get; set; } = string.Empty;

    /// <summary>As for LibreTranslate; a local model also gets the patient limits (120 s a call, one at a time).</summary>
    public bool? IsLocal { get; set; }
}

public sealed class MemoryOptions
{
    /// <summary>Segments remembered where the archive offers no memory.</summary>
    [Range(0, 100_000_000)]
    public int Rows { get; set; } = 200_000;
}

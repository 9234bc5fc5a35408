using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>The transmission line a dispatch begins with: where, when and by whom, and how many characters of the paragraph it takes.</summary>
internal sealed record Dateline
{
    /// <summary>As printed, without the dash that ends it.</summary>
    public required string Text { get; init; }

    /// <summary>Place up to its first comma, as printed.</summary>
    public string? City { get; init; }

    public PrintedDate? Date { get; init; }

    /// <summary>Agencies that sign, in their printed order.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>A reporter named within the dateline (Korean, Chinese, Japanese forms).</summary>
    public string? Byline { get; init; }

    /// <summary>Where the text proper begins.</summary>
    public required int Length { get; init; }

    /// <summary>The agencies as credits.</summary>
    public IEnumerable<Credit> Credits => Agencies.Select(name => new Credit { Name = name, Role = "distributor" });
}

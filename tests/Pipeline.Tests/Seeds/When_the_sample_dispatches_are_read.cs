using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newswire.Cli.Verbs;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Formats;
using Newswire.ServiceDefaults;

namespace Newswire.Pipeline.Tests.Seeds;

public sealed class When_the_sample_dispatches_are_read
{
    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(FixtureCheck.Ending, StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal)];

    private static string Root { get; } = Path.Combine(Repository(), "seeds");

    private static readonly Lazy<Dictionary<string, FixtureResult>> Results = new(Check);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_becomes_the_record_beside_it(string sample)
    {
        var result = Results.Value[sample];
        Assert.True(result.Differences.Count == 0, string.Join('\n', result.Differences.Select(d => $"{d.Path}: expected {d.Before}, found {d.After}")));
    }

    private static Dictionary<string, FixtureResult> Check()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System);
        new NewswireBuilder(builder.Services, builder.Configuration).AddEnrichment();
        using var host = builder.Build();
        var check = new FixtureCheck(host.Services.GetRequiredService<FormatReader>(), host.Services.GetRequiredService<Enrichment>(), TimeProvider.System);
        return check.Run(Root, _ => new SourceSettings(), "local").ToDictionary(r => Path.GetRelativePath(Root, r.Input), StringComparer.Ordinal);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pipeline.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}

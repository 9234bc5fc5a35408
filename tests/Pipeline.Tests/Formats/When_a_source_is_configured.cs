using Microsoft.Extensions.Configuration;
using Newswire.Contracts;
using Newswire.Formats.Identity;
using Newswire.ServiceDefaults;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>A setting that cannot be meant stops the start, and says which it is and what to write.</summary>
public sealed class When_a_source_is_configured
{
    private static SourceCatalog Catalog(string pattern) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Sources:agency:VersionInId", pattern)]).Build());

    [Theory]
    [InlineData("^(?<id>.+", "no regular expression")]
    [InlineData("^(.+):([0-9]+)$", "no groups named id and version")]
    [InlineData("^(?<id>.+)(?=:):(?<version>[0-9]+)$", "without look-around")]
    [InlineData(@"^(?<id>.+):(?<version>[0-9]+)\k<id>$", "without look-around")]
    public void A_pattern_of_versions_that_cannot_be_used_is_named_with_its_key_and_the_remedy(string pattern, string remedy)
    {
        var refused = Assert.Throws<OptionsException>(() => Catalog(pattern));

        Assert.Contains("Sources:agency:VersionInId", refused.Message, StringComparison.Ordinal);
        Assert.Contains(pattern, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_is_linear()
    {
        var settings = Catalog("^(?<id>(a+)+):(?<version>[0-9]+)$").For("agency");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal((new string('a', 900), null), ProviderIds.SplitVersion(new string('a', 900), settings));
        Assert.Equal(("aaa", "7"), ProviderIds.SplitVersion("aaa:7", settings));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }
}

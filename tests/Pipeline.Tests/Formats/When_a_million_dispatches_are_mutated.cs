using Newswire.FormatsBench;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>The long run, of which <see cref="When_dispatches_are_mutilated"/> is the daily sample: mutations that know where tags and values begin.</summary>
public sealed class When_a_million_dispatches_are_mutated
{
    private const int Inputs = 1_000_000;

    // What a process that reads small dispatches needs, with room for the collector to be lazy; what leaks with every input exceeds it.
    private const long MostMemory = 1_500_000_000;

    [Fact(Explicit = true)]
    public void Every_one_ends_in_valid_records_or_a_refusal_within_bounded_memory()
    {
        Assert.Equal(0, Fuzzing.Run(Inputs, Reading.Fixtures, seed: 2));
        Assert.InRange(System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64, 0, MostMemory);
    }

    [Theory]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\\ud800\":\",\"title\":\"One\"},{\"id")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\",\"title\":\"O\\ud800ne\"},{\"id")]
    [InlineData("BRUSSELS \uFFFE (Nova) - A non-character in a text without identifier.\n\nSecond paragraph.\n")]
    public void What_it_found_stays_found(string content)
    {
        try
        {
            Assert.NotEmpty(Reading.Of(content).Items);
        }
        catch (Newswire.Formats.UnreadableDispatchException e)
        {
            Assert.NotEmpty(e.Code);
        }
    }
}

using System.Diagnostics;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>Waits for what happens elsewhere. The limit is only there so that a broken pipeline ends as a failure rather than never.</summary>
public static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <param name="what">Said when it never came true.</param>
    /// <param name="state">Described in the failure.</param>
    public static async Task TrueAsync(string what, Func<Task<bool>> condition, Func<Task<string>>? state = null, TimeSpan? limit = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (limit ?? Limit))
                Assert.Fail($"in {watch.Elapsed.TotalSeconds:F0} s it never came true that {what}{(state is null ? "" : ": " + await state())}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }
}

using Newswire.Enricher;

namespace Newswire.Pipeline.Tests.Language;

public sealed class When_a_model_looks_up_its_keys
{
    [Theory]
    [InlineData(26, 0)]
    [InlineData(26, 1)]
    [InlineData(26, 131_071)]
    [InlineData(32, 300_000)]
    [InlineData(32, 70_000)]
    public void Each_known_key_has_its_number_and_unknown_ones_are_left_out(int bits, int count)
    {
        var random = new Random(count);
        var known = new HashSet<uint>();
        while (known.Count < count)
            known.Add((uint)random.NextInt64(1L << bits));
        Check([.. known.Order()], bits, random);
    }

    /// <summary>A bucket holds 14: here thousands of keys fall into a few.</summary>
    [Theory]
    [InlineData(0u)]
    [InlineData(0x00ff_0000u)]
    public void Keys_that_crowd_a_bucket_are_found_all_the_same(uint start)
        => Check([.. Enumerable.Range(0, 5_000).Select(i => start + ((uint)i * 3))], 26, new Random(1));

    [Theory]
    [InlineData(5u, 4u)]
    [InlineData(0x03ff_0000u, 4u)]
    [InlineData(5u, 5u)]
    public void Keys_out_of_order_are_no_model(uint first, uint second)
        => Assert.Throws<InvalidDataException>(() => new KeyTable([first, second], 26));

    private static void Check(uint[] keys, int bits, Random random)
    {
        var table = new KeyTable(keys, bits);
        var numbers = keys.Select((key, i) => (key, number: (uint)i + 1)).ToDictionary(k => k.key, k => k.number);
        uint[] asked = [.. keys, .. Enumerable.Range(0, 100_000).Select(_ => (uint)random.NextInt64(1L << bits)), .. keys.Select(k => (k + 1) & (uint)((1L << bits) - 1))];
        random.Shuffle(asked);
        var expected = asked.Select(a => numbers.GetValueOrDefault(a)).Where(n => n != 0).ToList();
        var found = table.Find(asked);
        Assert.Equal(expected, asked[..found]);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Newswire.Formats;
using Newswire.Formats.Ninjs;

namespace Newswire.Pipeline.Tests.Formats;

/// <summary>Whatever is done to real dispatches, reading ends in valid records or in a refusal, never in another exception.</summary>
public sealed class When_dispatches_are_mutilated
{
    private static readonly byte[][] Seeds =
    [
        .. Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "rosetta", "r01")).Concat(Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "hostile", "cases")))
            .Concat(Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "dialects"))).Concat(Directory.EnumerateFiles(Path.Combine(Reading.Fixtures, "feeds"))).Order(StringComparer.Ordinal)
            .Where(f => new FileInfo(f).Length < 20_000).Select(File.ReadAllBytes),
    ];

    private static readonly Gen<byte[]> Mutilated =
        from seed in Gen.Elements(Seeds)
        from cuts in Gen.ListOf(from at in Gen.Choose(0, 30_000) from length in Gen.Choose(0, 60) from kind in Gen.Choose(0, 4) select (at, length, kind))
        from other in Gen.Elements(Seeds)
        select Apply(seed, other, cuts);

    [Fact]
    public void Reading_ends_in_valid_records_or_in_a_refusal() =>
        Prop.ForAll(Mutilated.ToArbitrary(), content =>
        {
            try
            {
                foreach (var item in Reading.Of(content).Items)
                {
                    if (item.Record is { } record && NinjsItemChecker.FirstFault(record.Item) is not null) return false;
                    if (item.Refusal?.Code == ReasonCodes.InvalidItem) return false;
                }

                return true;
            }
            catch (UnreadableDispatchException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_500));

    [Fact]
    public void The_same_bytes_always_give_the_same_records() =>
        Prop.ForAll(Mutilated.ToArbitrary(), content => Shown(content) == Shown(content)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Shown(byte[] content)
    {
        try
        {
            return string.Join('\n', Reading.Of(content).Items.Select(i => i.Record is { } r ? System.Text.Json.JsonSerializer.Serialize(r, Newswire.Contracts.NewswireJson.Wire.NewsRecord) : i.Refusal!.Code));
        }
        catch (UnreadableDispatchException e)
        {
            return e.Code;
        }
    }

    private static byte[] Apply(byte[] seed, byte[] other, IEnumerable<(int At, int Length, int Kind)> edits)
    {
        var bytes = seed.ToList();
        foreach (var (place, wanted, kind) in edits)
        {
            if (bytes.Count == 0) break;
            var at = place % bytes.Count;
            var length = Math.Min(wanted, bytes.Count - at);
            switch (kind)
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 2: bytes[at] = (byte)wanted; break;
                case 3: bytes.InsertRange(at, other.Skip(place % Math.Max(1, other.Length)).Take(wanted)); break;
                default: bytes[at] ^= 0x80; break;
            }
        }

        return [.. bytes];
    }
}

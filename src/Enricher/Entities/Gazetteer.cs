using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Newswire.Enricher.Entities;

/// <summary>What a list says of a name; a name may be on several.</summary>
[Flags]
internal enum GazetteerClasses
{
    None = 0,
    Country = 1,
    City = 2,
    LargeCity = 4,
    Region = 8,
    GivenName = 16,
    Surname = 32,
    Demonym = 64,
    Organization = 128,

    /// <summary>Not a name itself, but the first words of one.</summary>
    Prefix = 256,
}

/// <summary>
/// Known places, names and organizations as hashes of their folded words: no text, four bytes a name. A name of several words is looked up
/// word by word. Immutable once loaded, safe for concurrent use.
/// </summary>
internal sealed class Gazetteer
{
    public const int MaxWords = 5;

    private readonly uint[] _keys;
    private readonly ushort[] _classes;
    private readonly int _mask;

    public Gazetteer(IReadOnlyDictionary<uint, GazetteerClasses> names)
    {
        var size = TableSize(names.Count);
        (_keys, _classes, _mask) = (new uint[size], new ushort[size], size - 1);
        foreach (var (key, classes) in names)
        {
            Put(key, (ushort)classes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Gazetteer(ref PackedReader file)
    {
        var count = file.Int32();
        var size = TableSize(count);
        (_keys, _classes, _mask) = (new uint[size], new ushort[size], size - 1);
        var key = 0u;
        for (var i = 0; i < count; i++)
        {
            key += file.Packed();
            Put(key, (ushort)file.Packed());
        }
    }

    public static Gazetteer Empty { get; } = new(new Dictionary<uint, GazetteerClasses>());

    public static Gazetteer Load(Stream stream)
    {
        var file = new PackedReader(PackedReader.Decompress(stream));
        return new Gazetteer(ref file);
    }

    public void Save(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(brotli);
        var used = Enumerable.Range(0, _keys.Length).Where(i => _classes[i] != 0).OrderBy(i => _keys[i]).ToList();
        writer.Write(used.Count);
        var last = 0u;
        foreach (var slot in used)
        {
            writer.Write7BitEncodedInt((int)(_keys[slot] - last));
            writer.Write7BitEncodedInt(_classes[slot]);
            last = _keys[slot];
        }
    }

    public GazetteerClasses Find(uint phrase)
    {
        for (var slot = (int)(phrase * 0x9E3779B1 >> 7) & _mask; _classes[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == phrase)
            {
                return (GazetteerClasses)_classes[slot];
            }
        }

        return GazetteerClasses.None;
    }

    /// <summary>A country or a large city: such a name stays a place beside a person's.</summary>
    public bool IsWellKnownPlace(uint phrase) => (Find(phrase) & (GazetteerClasses.Country | GazetteerClasses.LargeCity)) != GazetteerClasses.None;

    private static int TableSize(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, count * 2));

    private void Put(uint key, ushort classes)
    {
        var slot = (int)(key * 0x9E3779B1 >> 7) & _mask;
        while (_classes[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        _keys[slot] = key;
        _classes[slot] = classes;
    }
}

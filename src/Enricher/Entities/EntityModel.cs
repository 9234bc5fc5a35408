using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Newswire.Enricher.Entities;

/// <summary>
/// A trained tagger: a row of sixteen weights for each feature hash that has any, scores of tag pairs, word classes of its language. No text.
/// Immutable once loaded, safe for concurrent use. In the file a row is a bit mask, a scale and a byte for each weight; in memory 16-bit
/// integers of one unit, so that a token is scored by vector additions.
/// </summary>
internal sealed class EntityModel
{
    private const uint Magic = 0x324E574E;

    private const int KeyBits = 32;

    private readonly uint[] _keys;
    private readonly KeyTable _table;
    private readonly AlignedRows<short> _weights;
    private readonly int[] _transitions;

    /// <param name="keys">Ascending.</param>
    /// <param name="weights">For the key at i sixteen weights from (i + 1) * 16 on.</param>
    public EntityModel(ModelHeader header, WordClasses classes, int[] transitions, uint[] keys, short[] weights)
    {
        (Header, Classes, _transitions, _keys, _weights) = (header, classes, transitions, keys, new AlignedRows<short>(weights));
        _table = new KeyTable(keys, KeyBits);
    }

    public ModelHeader Header { get; }

    public WordClasses Classes { get; }

    public ReadOnlySpan<int> Transitions => _transitions;

    public static EntityModel Load(Stream stream)
    {
        var file = new PackedReader(PackedReader.Decompress(stream));
        if ((uint)file.Int32() != Magic)
        {
            throw new InvalidDataException("Not an entity model of this version: the first four bytes differ. Train it again with tools/ModelTrainer.");
        }

        var header = new ModelHeader(file.String(), file.Int32(), file.Int32(), file.Double(), file.Double());
        var transitions = new int[Labels.Count * Labels.Count];
        foreach (ref var t in transitions.AsSpan())
        {
            t = file.Int16();
        }

        var classes = WordClasses.Read(ref file);
        var (keys, weights) = ModelRows.Read(ref file);
        return new EntityModel(header, classes, transitions, keys, weights);
    }

    public void Save(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var file = new BinaryWriter(brotli);
        file.Write(Magic);
        file.Write(Header.Name);
        file.Write(Header.OutsideBias);
        file.Write(Header.CaselessBias);
        file.Write(Header.ConfidenceSlope);
        file.Write(Header.ConfidenceOffset);
        foreach (var t in _transitions)
        {
            file.Write((short)t);
        }

        Classes.Write(file);
        var rows = _keys.Select((key, i) => KeyValuePair.Create(key, _weights.Row(i + 1).ToArray())).ToList();
        ModelRows.Write(file, rows);
    }

    /// <summary>The same weights under another header (calibrated, renamed).</summary>
    public EntityModel With(ModelHeader header) => new(this, header);

    /// <summary>First of three steps for a token's features: has what they are looked up in fetched while other tokens are worked on.</summary>
    public void Prefetch(ReadOnlySpan<uint> features) => _table.Prefetch(features);

    /// <summary>Second: replaces features by the numbers of their rows, returns how many have one, and has the rows fetched.</summary>
    public int Find(Span<uint> features)
    {
        var known = _table.Find(features);
        foreach (var row in features[..known])
        {
            _weights.Prefetch((nint)row);
        }

        return known;
    }

    /// <summary>Third: sums the weights of the rows into <paramref name="scores"/>, <see cref="Labels.Count"/> long.</summary>
    /// <param name="outsideBias">One of the two of <see cref="Header"/>.</param>
    public void Score(ReadOnlySpan<uint> rows, int outsideBias, Span<int> scores)
    {
        ref var weights = ref _weights.First;
        var sum = Vector256<short>.Zero;
        foreach (var row in rows)
        {
            sum = Vector256.AddSaturate(sum, Vector256.LoadUnsafe(ref weights, row * (nuint)Labels.Weighted));
        }

        var (low, high) = Vector256.Widen(sum);
        ref var target = ref MemoryMarshal.GetReference(scores);
        low.StoreUnsafe(ref target);
        high.StoreUnsafe(ref target, 8);
        scores[Labels.Outside] = outsideBias;
    }

    private EntityModel(EntityModel other, ModelHeader header)
    {
        (Header, Classes, _transitions) = (header, other.Classes, other._transitions);
        (_keys, _table, _weights) = (other._keys, other._table, other._weights);
    }
}

using System.IO.Compression;
using System.Runtime.CompilerServices;
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
    private const uint Magic = 0x314E574E;

    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly short[] _weights;
    private readonly int[] _transitions;
    private readonly int _mask;

    /// <param name="weights">For the key at i sixteen weights from (i + 1) * 16 on; row 0 means "no such feature".</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public EntityModel(ModelHeader header, WordClasses classes, int[] transitions, uint[] keys, short[] weights)
    {
        (Header, Classes, _transitions, _weights) = (header, classes, transitions, weights);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys.Length * 2));
        (_keys, _rows, _mask) = (new uint[size], new int[size], size - 1);
        for (var r = 0; r < keys.Length; r++)
        {
            Put(keys[r], r + 1);
        }
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

        var header = new ModelHeader(file.String(), file.Int32(), file.Double(), file.Double());
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
        file.Write(Header.ConfidenceSlope);
        file.Write(Header.ConfidenceOffset);
        foreach (var t in _transitions)
        {
            file.Write((short)t);
        }

        Classes.Write(file);
        var rows = Enumerable.Range(0, _keys.Length).Where(i => _rows[i] != 0).OrderBy(i => _keys[i])
            .Select(i => KeyValuePair.Create(_keys[i], _weights.AsSpan(_rows[i] * Labels.Weighted, Labels.Weighted).ToArray())).ToList();
        ModelRows.Write(file, rows);
    }

    /// <summary>The same weights under another header (calibrated, renamed).</summary>
    public EntityModel With(ModelHeader header) => new(this, header);

    /// <summary>Sums the weights of all features into <paramref name="scores"/>, <see cref="Labels.Count"/> long.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var sum = Vector256<short>.Zero;
        foreach (var feature in features)
        {
            var slot = (int)(feature >> 3) & _mask;
            while (_rows[slot] != 0)
            {
                if (_keys[slot] == feature)
                {
                    sum = Vector256.AddSaturate(sum, Vector256.LoadUnsafe(ref weights, (nuint)(_rows[slot] * Labels.Weighted)));
                    break;
                }

                slot = (slot + 1) & _mask;
            }
        }

        var (low, high) = Vector256.Widen(sum);
        ref var target = ref MemoryMarshal.GetReference(scores);
        low.StoreUnsafe(ref target);
        high.StoreUnsafe(ref target, 8);
        scores[Labels.Outside] = Header.OutsideBias;
    }

    private EntityModel(EntityModel other, ModelHeader header)
    {
        (Header, Classes, _transitions) = (header, other.Classes, other._transitions);
        (_keys, _rows, _weights, _mask) = (other._keys, other._rows, other._weights, other._mask);
    }

    private void Put(uint key, int row)
    {
        var slot = (int)(key >> 3) & _mask;
        while (_rows[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        (_keys[slot], _rows[slot]) = (key, row);
    }
}

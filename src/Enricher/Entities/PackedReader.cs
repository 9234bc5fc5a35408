using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Newswire.Enricher.Entities;

/// <summary>
/// Reads what a <see cref="BinaryWriter"/> wrote, from memory: model files hold hundreds of thousands of small numbers, and a call of a stream
/// for each of them would take most of the start of the process.
/// </summary>
internal ref struct PackedReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _at;

    public static byte[] Decompress(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var plain = new MemoryStream(1 << 21);
        brotli.CopyTo(plain, 1 << 16);
        return plain.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Byte() => _data[_at++];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Packed()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var b = _data[_at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public string String() => Encoding.UTF8.GetString(Take((int)Packed()));

    private ReadOnlySpan<byte> Take(int count)
    {
        _at += count;
        return _data.Slice(_at - count, count);
    }
}

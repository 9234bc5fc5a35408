using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Newswire.Enricher.Entities;

/// <summary>
/// What running text told of a word: three clusterings, from coarse to fine, how frequent it is, and how it is written within sentences. 0 = unknown.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordClass(byte Coarse, byte Middle, ushort Fine, byte Frequency, WordHabit Habit = WordHabit.Unknown);

/// <summary>Word classes by the hash of the folded word. Immutable, safe for concurrent use.</summary>
internal sealed class WordClasses
{
    private readonly uint[] _keys;
    private readonly WordClass[] _classes;
    private readonly int _mask;

    public WordClasses(IReadOnlyDictionary<uint, WordClass> words)
        : this(words.Count)
    {
        foreach (var (key, value) in words)
        {
            Put(key, value);
        }
    }

    private WordClasses(int count)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, count * 2));
        (_keys, _classes, _mask) = (new uint[size], new WordClass[size], size - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static WordClasses Read(ref PackedReader file)
    {
        var count = file.Int32();
        var words = new WordClasses(count);
        var key = 0u;
        for (var i = 0; i < count; i++)
        {
            key += file.Packed();
            var (coarse, middle, fine, use) = (file.Byte(), file.Byte(), (ushort)file.Packed(), file.Byte());
            words.Put(key, new WordClass(coarse, middle, fine, (byte)(use & 0xF), (WordHabit)(use >> 4)));
        }

        return words;
    }

    public void Write(BinaryWriter file)
    {
        var used = Enumerable.Range(0, _keys.Length).Where(i => _classes[i] != default).OrderBy(i => _keys[i]).ToList();
        file.Write(used.Count);
        var last = 0u;
        foreach (var slot in used)
        {
            var c = _classes[slot];
            file.Write7BitEncodedInt((int)(_keys[slot] - last));
            file.Write(c.Coarse);
            file.Write(c.Middle);
            file.Write7BitEncodedInt(c.Fine);
            file.Write((byte)(c.Frequency | ((int)c.Habit << 4)));
            last = _keys[slot];
        }
    }

    public WordClass Find(uint word)
    {
        for (var slot = (int)(word * 0x9E3779B1 >> 7) & _mask; _classes[slot] != default; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == word)
            {
                return _classes[slot];
            }
        }

        return default;
    }

    private void Put(uint key, WordClass value)
    {
        if (value == default)
        {
            return;
        }

        var slot = (int)(key * 0x9E3779B1 >> 7) & _mask;
        while (_classes[slot] != default)
        {
            slot = (slot + 1) & _mask;
        }

        _keys[slot] = key;
        _classes[slot] = value;
    }
}

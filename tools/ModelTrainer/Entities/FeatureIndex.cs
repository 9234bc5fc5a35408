namespace Newswire.ModelTrainer.Entities;

/// <summary>Numbers the distinct feature hashes of the training text from 0.</summary>
internal sealed class FeatureIndex
{
    private uint[] _keys = new uint[1 << 20];
    private int[] _ids = new int[1 << 20];

    public int Count { get; private set; }

    public int Id(uint feature)
    {
        if (Count * 2 > _keys.Length)
        {
            Grow();
        }

        var mask = _keys.Length - 1;
        var slot = (int)(feature >> 3) & mask;
        while (_ids[slot] != 0)
        {
            if (_keys[slot] == feature)
            {
                return _ids[slot] - 1;
            }

            slot = (slot + 1) & mask;
        }

        (_keys[slot], _ids[slot]) = (feature, ++Count);
        return Count - 1;
    }

    /// <summary>The hash of each number.</summary>
    public uint[] Hashes()
    {
        var hashes = new uint[Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_ids[i] != 0)
            {
                hashes[_ids[i] - 1] = _keys[i];
            }
        }

        return hashes;
    }

    private void Grow()
    {
        var (keys, ids) = (_keys, _ids);
        (_keys, _ids) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
        var mask = _keys.Length - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (ids[i] == 0)
            {
                continue;
            }

            var slot = (int)(keys[i] >> 3) & mask;
            while (_ids[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            (_keys[slot], _ids[slot]) = (keys[i], ids[i]);
        }
    }
}

using System.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>Reads NUL-terminated UTF-8 from a stream. End of stream before the NUL is a broken pipe: a half answer is no answer.</summary>
internal sealed class NulReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    /// <summary>Bytes were read beyond the last NUL returned.</summary>
    public bool HasMore => _start < _end;

    public async Task<string> ReadAsync()
    {
        using var text = new MemoryStream();
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await stream.ReadAsync(_buffer);
                if (_end == 0)
                    throw new PipeBrokenException("a stage ended");
            }
            var nul = Array.IndexOf(_buffer, (byte)0, _start, _end - _start);
            var stop = nul < 0 ? _end : nul;
            text.Write(_buffer, _start, stop - _start);
            _start = nul < 0 ? _end : nul + 1;
            if (nul >= 0)
                return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        }
    }
}

using System.IO.Compression;

namespace Newswire.Formats.Decoding;

/// <summary>Undoes one layer of gzip, counting while it reads: what a header claims about the size is never believed.</summary>
internal static class Inflater
{
    public static bool IsCompressed(ReadOnlySpan<byte> content) => content.Length > 2 && content[0] == 0x1F && content[1] == 0x8B && content[2] == 8;

    /// <exception cref="UnreadableDispatchException">More than <paramref name="limit"/> bytes, or not gzip after all.</exception>
    public static byte[] Inflate(ReadOnlyMemory<byte> content, int limit)
    {
        using var output = new MemoryStream();
        try
        {
            using var input = new GZipStream(new MemoryStream(content.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[81_920];
            int read;
            while ((read = input.Read(buffer)) > 0)
            {
                if (output.Length + read > limit)
                    throw new UnreadableDispatchException(ReasonCodes.TooLarge, $"inflates to more than {limit:N0} bytes (Formats:Limits:InflatedBytes)");
                output.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableDispatchException(ReasonCodes.Binary, "looks like gzip but cannot be inflated: " + e.Message);
        }

        return output.ToArray();
    }
}

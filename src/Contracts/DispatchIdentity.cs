using System.Security.Cryptography;
using System.Text;

namespace Newswire.Contracts;

/// <summary>
/// Deterministic ids. Every id is a UUID of version 8 (RFC 9562) over the first 16 bytes of a SHA-256, so that any program in any
/// language can compute the same.
/// </summary>
public static class DispatchIdentity
{
    /// <summary>SHA-256 of: source as UTF-8, one zero byte, the raw bytes.</summary>
    public static Guid ForDispatch(string source, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(source));
        hash.AppendData([0]);
        hash.AppendData(content);
        return Uuid(hash.GetHashAndReset());
    }

    /// <summary>The quarantine row of one failure: stage, dispatch (or message body) and item decide.</summary>
    public static Guid ForQuarantine(string stage, Guid? dispatchId, int? itemIndex, ReadOnlySpan<byte> messageBody)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{stage}\0{dispatchId}\0{itemIndex}\0"));
        hash.AppendData(messageBody);
        return Uuid(hash.GetHashAndReset());
    }

    /// <summary>64 lower-case hex digits.</summary>
    public static string Sha256(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>"sha256:" and the hash of a text as UTF-8.</summary>
    public static string TextHash(string text) => "sha256:" + Sha256(Encoding.UTF8.GetBytes(text));

    private static Guid Uuid(ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[16];
        hash[..16].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
